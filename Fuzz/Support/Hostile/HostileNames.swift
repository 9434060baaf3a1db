import TandemSyntax

/// Takes names and texts from the hostile ones, by chance.
struct HostileNames {
  private var generator: SeededGenerator
  private let names: [String]
  private var systems: Set<NormalizedName> = []
  private var files: Set<String> = []
  private var nextText = 0

  init(seed: UInt64, words: [String]) {
    generator = SeededGenerator(seed: seed)
    names = HostileWords.names + words
  }

  mutating func number(below bound: Int) -> Int { generator.number(below: bound) }

  mutating func text() -> String {
    nextText += 1
    return HostileWords.texts[(nextText + number(below: 3)) % HostileWords.texts.count]
  }

  /// Different names for one scope.
  mutating func distinct(_ count: Int, like isWanted: (String) -> Bool = { _ in true }) -> [String] {
    var seen: Set<NormalizedName> = []
    var result: [String] = []
    for attempt in 0..<(count * 60) where result.count < count {
      var name = generator.choice(of: names) ?? "x"
      // One name in three is two of them, or has a number, so that what is made from names collides as well.
      switch number(below: 9) {
      case 0: name += " " + (generator.choice(of: names) ?? "x")
      case 1: name = name.uppercased()
      case 2: name += "\(number(below: 3))"
      default: break
      }
      if attempt > count * 50 { name = "plain\(result.count)" }
      if isWanted(name), seen.insert(NormalizedName(name)).inserted { result.append(name) }
    }
    return result
  }

  /// A name for a system that no other one of the project has.
  mutating func system() -> String {
    for _ in 0..<200 {
      let name = distinct(1, like: Self.isWord)[0]
      if systems.insert(NormalizedName(name)).inserted { return name }
    }
    let name = "System \(systems.count)"
    systems.insert(NormalizedName(name))
    return name
  }

  /// The name of a file without its extension that gives no file which another one gives.
  mutating func fileStem(_ number: Int) -> String {
    // A file system takes 255 bytes, of which what is generated adds some.
    let candidate = String((generator.choice(of: names) ?? "x").prefix(100)).replacing("/", with: "-")
      .replacing("\u{0}", with: "-")
    return files.insert(candidate.lowercased()).inserted ? "\(candidate)-\(number)" : "file-\(number)"
  }

  /// True for a name that documents can refer to as a property.
  static func isPathName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 250
      && name.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
          : scalar.properties.isXIDContinue
      }
  }

  /// True for a name that can stand in a condition, where some words and all numbers mean something else.
  static func isOperand(_ name: String) -> Bool {
    let words = ["is", "in", "not", "and", "or", "true", "false", "empty"]
    guard isPathName(name), !words.contains(name.lowercased()), let first = name.unicodeScalars.first else {
      return false
    }
    return first.properties.isAlphabetic
  }

  /// True for a name that the title of a section can hold.
  static func isWord(_ name: String) -> Bool { isPathName(name.replacing(" ", with: "x")) && !name.hasPrefix(" ") }
}
