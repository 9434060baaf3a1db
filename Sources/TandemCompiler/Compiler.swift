import TandemEmit
import TandemSemantics
import TandemSyntax

/// The whole way from texts to results: read, check, emit. Pure: files in, files out; nothing here touches a disk.
public enum Compiler {
  /// Reads and checks documents together with the descriptions of their systems.
  ///
  /// - Parameter today: The day by which comments that allow findings expire, in days since 1970-01-01; without one they
  ///   do not.
  /// - Parameter rules: All of them as they stand, or with one replaced.
  public static func check(
    documents: [SourceFile], systems: [SourceFile], today: Int? = nil, rules: RuleSet = .standard
  ) -> Compilation {
    check(
      documents: documents, systems: systems, Parallel.map(systems) { file in Read(describe(file, rules: rules)) },
      today: today, rules: rules)
  }

  /// Checks documents against descriptions that were read before, as whoever checks again and again does.
  ///
  /// - Parameter isAdvised: False when nobody reads what is found, so that no slips are looked for.
  public static func check(
    documents: [SourceFile], descriptions: [Reading<SystemDescription>], today: Int? = nil, isAdvised: Bool = true
  ) -> Compilation {
    check(
      documents: documents, systems: descriptions.map(\.tree.file), descriptions.map(Read.init), today: today,
      rules: .standard, isAdvised: isAdvised)
  }

  private static func check(
    documents: [SourceFile], systems: [SourceFile], _ descriptions: [Read<SystemDescription>], today: Int?,
    rules: RuleSet, isAdvised: Bool = true
  ) -> Compilation {
    let dataflows = Parallel.map(documents) { file in Read(read(file, rules: rules, isAdvised: isAdvised)) }
    let understood = dataflows.compactMap(\.product)
    let result = Checker.check(understood, systems: descriptions.compactMap(\.product), rules: rules)
    let diagnostics =
      OutputNames.check(documents: documents, systems: systems, rules: rules) + descriptions.flatMap(\.diagnostics)
      + dataflows.flatMap(\.diagnostics) + result.diagnostics
    let comments =
      descriptions.flatMap { $0.product?.comments ?? [] } + dataflows.flatMap { $0.product?.comments ?? [] }
    let check = SuppressionCheck(
      HeadingConsequences.removed(from: diagnostics), comments: comments, today: today, rules: rules)
    return Compilation(
      documents: documents, dataflows: understood, result: result,
      diagnostics: DiagnosticOrder.sorted(check.remaining, files: systems + documents), suppressed: check.suppressed,
      changesOn: check.changesOn)
  }

  /// Reads a document in the notation that its file name says.
  public static func read(_ file: SourceFile) -> Reading<Dataflow> { read(file, rules: .standard) }

  /// Reads a document by the given rules.
  public static func read(_ file: SourceFile, rules: RuleSet) -> Reading<Dataflow> {
    read(file, rules: rules, isAdvised: true)
  }

  private static func read(_ file: SourceFile, rules: RuleSet, isAdvised: Bool) -> Reading<Dataflow> {
    let notation: Notation = isYAML(file.path) ? .yaml : .rst
    let reading = notation == .yaml ? YAMLReader.read(file) : RSTReader.read(file)
    return rules.applied(to: isAdvised ? reading.advised(in: notation) : reading, of: file, in: notation)
  }

  /// Reads the description of a system.
  public static func describe(_ file: SourceFile, rules: RuleSet = .standard) -> Reading<SystemDescription> {
    rules.applied(to: SystemReader.read(file), of: file)
  }

  /// True when a file's name says that it holds YAML.
  static func isYAML(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }

  /// A text without a file name. One that begins with a rule, or with a comment of RST, is RST.
  public static func standardInput(_ bytes: [UInt8]) -> SourceFile {
    let content = bytes.drop { $0 <= 0x20 || $0 >= 0x80 }
    let isRST = content.starts(with: "==".utf8) || content.starts(with: "..".utf8) && !content.starts(with: "...".utf8)
    return SourceFile(path: isRST ? "standard input.rst" : "standard input.yaml", bytes: bytes)
  }
}

/// What a check needs of a reading; the lossless tree and what it is made from are left behind.
private struct Read<Product: Sendable>: Sendable {
  var product: Product?
  var diagnostics: [Diagnostic]

  init(_ reading: Reading<Product>) {
    product = reading.product
    diagnostics = reading.diagnostics
  }
}

/// What compiling a set of documents gave.
public struct Compilation: Sendable {
  /// The documents, in the order in which they were given.
  public let documents: [SourceFile]
  /// What could be read of them.
  public let dataflows: [Dataflow]
  /// What could be checked.
  public let result: CheckResult
  /// Everything that has to be said, by file and place.
  public let diagnostics: [Diagnostic]
  /// What comments allow, each with its comment.
  public let suppressed: [SuppressedDiagnostic]
  /// The first day on which the same files are judged otherwise, because a comment is over then, in days since 1970-01-01.
  public var changesOn: Int?
  /// The codes of the diagnostics that the command line left out.
  public var allowed: Set<String> = []

  /// True when nothing may be generated.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The Swift files: one per description, one per document, and the list of all documents.
  public func swift() -> [GeneratedFile] {
    Parallel.map(result.systems) { SystemEmitter.emit($0) } + DataflowEmitter.emit(result.dataflows)
      + [DataflowEmitter.emitList(result.dataflows)]
  }

  /// The test files, one per document: what the check proved of the rows, to be tried on the generated mapping.
  ///
  /// - Parameter module: The module that holds the generated mappings.
  public func laws(module: String) -> [GeneratedFile] { LawEmitter.emit(result.dataflows, module: module) }

  /// The checklists, one per document.
  public func checklists(_ format: ChecklistFormat) -> [GeneratedFile] {
    Parallel.map(result.dataflows) { ChecklistEmitter.emit($0, format: format) }
  }
}

extension Compilation {
  /// The same compilation with other severities: denied codes are errors, allowed ones are left out unless they are
  /// errors by nature, which nobody can wish away. For other codes the project's settings decide.
  public func applying(
    deny: Set<String>, allow: Set<String>, settings: ProjectSettings? = nil
  ) -> Compilation {
    var left: Set<String> = []
    // What is wrong with the settings is a finding like the others.
    let decided = ((settings?.diagnostics ?? []) + diagnostics).compactMap { diagnostic -> Diagnostic? in
      var diagnostic = diagnostic
      let code = diagnostic.rule.code
      if deny.contains(code) {
        diagnostic.severity = .error
      } else if allow.contains(code) {
        if diagnostic.severity != .error {
          left.insert(code)
          return nil
        }
      } else if let settings {
        guard let severity = settings.severity(of: diagnostic) else { return nil }
        diagnostic.severity = severity
      }
      return diagnostic
    }
    return Compilation(
      documents: documents, dataflows: dataflows, result: result, diagnostics: decided, suppressed: suppressed,
      changesOn: changesOn, allowed: left)
  }
}
