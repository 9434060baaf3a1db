import TandemCompiler
import TandemSemantics
import TandemSyntax

/// How well single faults are told: each once, at its place, with a correction that is right.
public struct RepairScore: Sendable {
  /// What was counted for one kind of fault.
  public struct Count: Sendable {
    /// The faults after which something must be said.
    public var faults = 0
    /// Those about which exactly one thing is said.
    public var single = 0
    /// Those of them that are told at their place.
    public var placed = 0
    /// Those of them whose first correction gives the document back.
    public var restored = 0

    /// The share of faults about which exactly one thing is said, in percent.
    public var singleShare: Int { faults == 0 ? 100 : single * 100 / faults }
    /// The share of faults that are told once and at their place, in percent.
    public var placedShare: Int { faults == 0 ? 100 : placed * 100 / faults }
    /// The share of faults whose first correction gives the document back, in percent.
    public var restoredShare: Int { faults == 0 ? 100 : restored * 100 / faults }
  }

  /// A fault about which not exactly one thing is said at its place.
  public struct Miss: Sendable {
    /// The path of the document.
    public var path: String
    /// The fault.
    public var fault: PlantedFault
    /// What is said: place, code and message.
    public var said: [String]
  }

  /// The counts so far.
  public private(set) var counts: [FaultKind: Count] = [:]
  /// The misses so far.
  public private(set) var misses: [Miss] = []
  private let systems: [SystemDescription]

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - systems: The descriptions that the documents are checked against.
  public init(systems: [SourceFile]) { self.systems = systems.compactMap { SystemReader.read($0).product } }

  /// Plants faults of one kind in a document and counts what is said.
  ///
  /// - Parameters:
  ///   - file: A document in which there is no error.
  ///   - kind: The kind of the faults.
  ///   - count: The number of faults, each on its own.
  ///   - seed: The same seed gives the same faults.
  public mutating func plant(_ kind: FaultKind, in file: SourceFile, count: Int, seed: UInt64) {
    guard let dataflow = Compiler.read(file).product else { return }
    let clean = check(file)
    var planter = FaultPlanter(seed: seed, dataflow: dataflow)
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
    var isPlaced = false
    if said.count == 1 {
      count.single += 1
      // A document that lost a whole part says something else; what misses the part tells of it.
      isPlaced = stands(said[0], in: fault.lines) || fault.kind.mayBeValid && said[0].rule.category != .syntax
      if isPlaced { count.placed += 1 }
      if let fix = said[0].fixes.first {
        let fixed = SourceFile(path: file.path, bytes: ReaderProperties.text(of: file, with: fix))
        if fixed.bytes == original.bytes || meaning(fixed) == meaning(original) { count.restored += 1 }
      }
    }
    if !isPlaced {
      let lines = said.map { "\($0.span.start.line) \($0.rule.code) \($0.message)" }
      misses.append(Miss(path: file.path, fault: fault, said: lines))
    }
    counts[fault.kind] = count
  }

  /// True when a diagnostic, one of its labels or its first correction stands in the lines.
  private func stands(_ diagnostic: Diagnostic, in lines: ClosedRange<Int>) -> Bool {
    let spans = [diagnostic.span] + (diagnostic.fixes.first?.edits.map(\.span) ?? [])
    return spans.contains { span in
      let last = max(span.start.line, span.upperBound > span.lowerBound ? span.end.line : span.start.line)
      // The end of one line and the beginning of the next are the same place.
      return span.start.line <= lines.upperBound + 1 && last >= lines.lowerBound - 1
    }
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
