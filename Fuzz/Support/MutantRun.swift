/// A run over seeded mutants, each of which all properties must hold for.
public struct MutantRun: Sendable {
  /// A mutant for which a property does not hold.
  public struct Failure: Sendable {
    /// The number of the mutant in its run.
    public var number: Int
    /// What it was read as.
    public var kind: InputKind
    /// The mutant.
    public var bytes: [UInt8]
    /// The property.
    public var violation: Violation
  }

  private let originals: [SmallDocuments.Original]
  private var mutator: Mutator

  /// Begins a run.
  ///
  /// - Parameters:
  ///   - seed: The same seed gives the same mutants.
  ///   - kinds: The kinds of inputs, all in turn.
  public init(seed: UInt64, kinds: [InputKind] = InputKind.allCases) {
    originals = SmallDocuments.all.filter { kinds.contains($0.kind) }
    mutator = Mutator(seed: seed, donors: SmallDocuments.all.map(\.bytes))
  }

  /// The next mutant.
  public mutating func next() -> (kind: InputKind, bytes: [UInt8]) {
    // Documents with many forms have more that can break than the examples of single rules.
    let isRich = mutator.generator.number(below: 4) == 0
    let count = isRich ? min(2, originals.count) : originals.count
    let original = originals[mutator.generator.number(below: count)]
    return (original.kind, mutator.mutate(original.bytes))
  }

  /// Looks at all properties of one input.
  public static func check(_ bytes: [UInt8], as kind: InputKind) -> Violation? {
    do {
      try ReaderProperties.check(bytes, as: kind)
      try PipelineProperties.check(bytes, as: kind)
      return nil
    } catch { return error }
  }

  /// Makes so many mutants and looks at each.
  ///
  /// - Parameters:
  ///   - count: The number of mutants.
  ///   - limit: The run ends after so many failures; of each property only the first is told.
  ///   - before: Is told of each mutant before anything is done with it.
  /// - Returns: Those for which a property does not hold.
  public mutating func run(
    _ count: Int, failures limit: Int = 10, before: (Int, InputKind, [UInt8]) -> Void = { _, _, _ in }
  ) -> [Failure] {
    var failures: [Failure] = []
    for number in 0..<count where failures.count < limit {
      let (kind, bytes) = next()
      before(number, kind, bytes)
      if let violation = Self.check(bytes, as: kind),
        !failures.contains(where: { $0.violation.property == violation.property })
      {
        failures.append(Failure(number: number, kind: kind, bytes: bytes, violation: violation))
      }
    }
    return failures
  }
}
