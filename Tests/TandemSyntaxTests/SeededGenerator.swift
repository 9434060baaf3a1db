/// A generator whose every run is the same on every machine, so that a failing mutant can be seen again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to `bound`; 0 when there is none.
  mutating func number(below bound: Int) -> Int {
    bound > 1 ? Int(next() % UInt64(bound)) : 0
  }

  private mutating func advance() { state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407 }

  /// A text with one to three bytes inserted, changed, removed or repeated.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    let signs = Array(" \n\t:-[]{},'\"#|>&*!%@`?~=.a0\\\r".utf8) + [0xC3, 0xFF, 0x00]
    for _ in 0..<(1 + number(below: 3)) {
      let place = number(below: result.count + 1)
      switch number(below: 5) {
      case 0: result.insert(signs[number(below: signs.count)], at: place)
      case 1: if place < result.count { result[place] = signs[number(below: signs.count)] }
      case 2:
        if place < result.count { result.removeSubrange(place..<min(result.count, place + 1 + number(below: 4))) }
      case 3:
        let other = number(below: result.count + 1)
        let start = min(place, other)
        let end = min(result.count, start + number(below: 20))
        if start < end { result.insert(contentsOf: result[start..<end], at: place) }
      default: if place < result.count { result.insert(contentsOf: [0x20, 0x20], at: place) }
      }
    }
    return result
  }
}
