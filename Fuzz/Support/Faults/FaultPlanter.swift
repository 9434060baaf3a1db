import TandemSyntax

/// Plants one fault at a random place of a document.
public struct FaultPlanter: Sendable {
  private var generator: SeededGenerator
  private let sites: FaultSites

  /// Makes a planter for a document that was read without errors.
  ///
  /// - Parameters:
  ///   - seed: The same seed gives the same faults.
  ///   - systems: The descriptions of the document's systems, which say what a required property and a closed
  ///     enumeration are.
  public init(seed: UInt64, dataflow: Dataflow, systems: [SystemDescription]) {
    generator = SeededGenerator(seed: seed)
    sites = FaultSites(dataflow, systems: systems)
  }

  /// The document with a fault of the kind; `nil` when it has no place for one.
  public mutating func plant(_ kind: FaultKind) -> PlantedFault? {
    let sites = sites.sites(kind)
    for _ in 0..<20 {
      guard let site = generator.choice(of: sites) else { return nil }
      if let fault = plant(kind, at: site) { return fault }
    }
    return nil
  }

  private mutating func plant(_ kind: FaultKind, at site: FaultSite) -> PlantedFault? {
    let original = sites.bytes
    let edits: [(range: Range<Int>, bytes: [UInt8])]
    switch site.slip {
    case .edits(let given): edits = given
    case .misspelling(let range):
      let word = Array(original[range])
      let wrong = misspell(word)
      // Names that differ in blanks and case alone are the same name.
      let names = [word, wrong].map { NormalizedName(String(decoding: $0, as: UTF8.self)) }
      guard names[0] != names[1] else { return nil }
      edits = [(range, wrong)]
    }
    var bytes = original
    for edit in edits.reversed() { bytes.replaceSubrange(edit.range, with: edit.bytes) }
    guard bytes != original, let first = edits.first, let last = edits.last else { return nil }
    let growth = edits.reduce(0) { $0 + $1.bytes.count - $1.range.count }
    var place = first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound + growth)
    let text = DocumentLines(bytes, isRST: sites.isRST)
    switch site.extent {
    case .token: break
    case .line: place = text.lines(around: place, further: 0)
    case .neighbours: place = text.lines(around: place, further: 1)
    case .part(let part):
      place = min(part.lowerBound, place.lowerBound)..<min(bytes.count, max(part.upperBound + growth, place.upperBound))
    }
    return PlantedFault(
      kind: kind, bytes: bytes, place: place,
      lines: text.number(at: place.lowerBound)...text.number(at: max(place.lowerBound, place.upperBound - 1)))
  }

  /// Exchanges two letters, leaves one out or doubles one, behind the first.
  private mutating func misspell(_ word: [UInt8]) -> [UInt8] {
    guard word.count >= 3 else { return word + word.suffix(1) }
    var word = word
    let place = 1 + generator.number(below: word.count - 2)
    switch generator.number(below: 3) {
    case 0: word.swapAt(place, place + 1)
    case 1: word.remove(at: place)
    default: word.insert(word[place], at: place)
    }
    return word
  }
}
