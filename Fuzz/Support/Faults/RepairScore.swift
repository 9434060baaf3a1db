import TandemCompiler
import TandemSemantics
import TandemSyntax

/// How well single faults are told: each once, at its place, with a correction that is right.
public struct RepairScore: Sendable {
  /// What was counted for one kind of fault, or for several.
  public struct Count: Sendable {
    /// The faults after which something must be said.
    public var faults = 0
    /// Those about which exactly one thing is said, which touches the place.
    public var located = 0
    /// Those whose repair the document determines.
    public var determined = 0
    /// Those of them whose first correction gives a document of the same meaning.
    public var repaired = 0

    /// The share of faults that are told once and at their place, in percent.
    public var locatedShare: Int { faults == 0 ? 100 : located * 100 / faults }
    /// The share of faults with a determined repair whose first correction is right, in percent.
    public var repairedShare: Int { determined == 0 ? 100 : repaired * 100 / determined }

    /// Makes a count of nothing.
    public init() {}

    /// Both together.
    public static func + (left: Count, right: Count) -> Count {
      var sum = left
      sum.faults += right.faults
      sum.located += right.located
      sum.determined += right.determined
      sum.repaired += right.repaired
      return sum
    }
  }

  /// A fault that is not told as it should be.
  public struct Miss: Sendable {
    /// The path of the document.
    public var path: String
    /// The fault.
    public var fault: PlantedFault
    /// False where not exactly one thing is said at the place; else the first correction is not right.
    public var isLocated: Bool
    /// What is said: place, code, message and first correction.
    public var said: [String]
  }

  /// The counts so far.
  public private(set) var counts: [FaultKind: Count] = [:]
  /// The misses so far.
  public private(set) var misses: [Miss] = []
  private let systems: [SystemDescription]
  private var clean: [ObjectIdentifier: [Diagnostic]] = [:]

  /// The counts of all kinds together.
  public var total: Count { counts.values.reduce(Count(), +) }

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - systems: The descriptions that the documents are checked against.
  public init(systems: [SourceFile]) { self.systems = systems.compactMap { SystemReader.read($0).product } }

  /// Plants faults of one kind in documents, in one after the other, and counts what is said.
  ///
  /// - Parameters:
  ///   - kind: The kind of the faults.
  ///   - files: Documents in which there is no error.
  ///   - count: The number of faults, each on its own; fewer where the documents have no place for them.
  ///   - seed: The same seed gives the same faults.
  public mutating func plant(_ kind: FaultKind, in files: [SourceFile], count: Int, seed: UInt64) {
    let planted = counts[kind]?.faults ?? 0
    for round in 0..<UInt64(max(1, count)) {
      let before = counts[kind]?.faults ?? 0
      for (number, file) in files.enumerated() where (counts[kind]?.faults ?? 0) - planted < count {
        plant(kind, in: file, count: 1, seed: seed &* 1_000_003 &+ round &* 1_009 &+ UInt64(number))
      }
      if counts[kind]?.faults ?? 0 == before { return }
    }
  }

  /// Plants faults of one kind in a document and counts what is said.
  ///
  /// - Parameters:
  ///   - kind: The kind of the faults.
  ///   - file: A document in which there is no error.
  ///   - count: The number of faults, each on its own.
  ///   - seed: The same seed gives the same faults.
  public mutating func plant(_ kind: FaultKind, in file: SourceFile, count: Int, seed: UInt64) {
    guard let dataflow = Compiler.read(file).product else { return }
    let clean = clean[ObjectIdentifier(file)] ?? check(file)
    self.clean[ObjectIdentifier(file)] = clean
    var planter = FaultPlanter(seed: seed, dataflow: dataflow, systems: systems)
    for _ in 0..<count {
      guard let fault = planter.plant(kind) else { return }
      judge(fault, of: file, clean: clean)
    }
  }

  private func check(_ file: SourceFile) -> [Diagnostic] {
    let reading = Compiler.read(file)
    let found = reading.product.map { Checker.check([$0], systems: systems).diagnostics } ?? []
    return (reading.diagnostics + found).filter { $0.severity > .note && $0.span.file === file }
  }

  /// What is said of a document beyond what is said of it anyway.
  private func added(_ diagnostics: [Diagnostic], to clean: [Diagnostic]) -> [Diagnostic] {
    var known: [String: Int] = [:]
    for diagnostic in clean { known[diagnostic.rule.code + diagnostic.message, default: 0] += 1 }
    return diagnostics.filter { diagnostic in
      let key = diagnostic.rule.code + diagnostic.message
      guard let count = known[key], count > 0 else { return true }
      known[key] = count - 1
      return false
    }
  }

  private mutating func judge(_ fault: PlantedFault, of original: SourceFile, clean: [Diagnostic]) {
    let file = SourceFile(path: original.path, bytes: fault.bytes)
    let said = added(check(file), to: clean)
    if said.isEmpty, fault.kind.mayBeValid { return }
    var count = counts[fault.kind, default: Count()]
    count.faults += 1
    let isLocated = said.count == 1 && touches(said[0].span, fault.place)
    if isLocated { count.located += 1 }
    var isRepaired = true
    if fault.kind.repair == .determined {
      count.determined += 1
      isRepaired = said.first.map { repairs($0, file, original) } ?? false
      if isRepaired { count.repaired += 1 }
    }
    if !isLocated || !isRepaired {
      let lines = said.map { diagnostic in
        let fix = diagnostic.fixes.first.map { "  FIX \($0.message)" } ?? ""
        return "\(diagnostic.span.start.line) \(diagnostic.rule.code) \(diagnostic.message)\(fix)"
      }
      misses.append(Miss(path: file.path, fault: fault, isLocated: isLocated, said: lines))
    }
    counts[fault.kind] = count
  }

  private func repairs(_ diagnostic: Diagnostic, _ file: SourceFile, _ original: SourceFile) -> Bool {
    guard let fix = diagnostic.fixes.first else { return false }
    let fixed = SourceFile(path: file.path, bytes: ReaderProperties.text(of: file, with: fix))
    return fixed.bytes == original.bytes || meaning(fixed) == meaning(original)
  }

  /// True when a span overlaps the place or stands at one of its ends.
  private func touches(_ span: SourceSpan, _ place: Range<Int>) -> Bool {
    span.lowerBound <= place.upperBound && span.upperBound >= place.lowerBound
  }

  /// What a document says, without its layout.
  private func meaning(_ file: SourceFile) -> [Substring]? {
    let reading = Compiler.read(file)
    guard let dataflow = reading.product, !reading.diagnostics.contains(where: { $0.severity == .error }) else {
      return nil
    }
    var isLayout = false
    return YAMLWriter.write(dataflow).split(separator: "\n").filter { line in
      if !line.hasPrefix(" ") { isLayout = line.hasPrefix("layout:") }
      return !isLayout
    }
  }
}
