import TandemEmit
import TandemSemantics
import TandemSyntax

/// The whole way from texts to results: read, check, emit. Pure: files in, files out; nothing here touches a disk.
public enum Compiler {
  /// Reads and checks documents together with the descriptions of their systems.
  public static func check(documents: [SourceFile], systems: [SourceFile]) -> Compilation {
    check(documents: documents, systems: systems, Parallel.map(systems) { file in Read(SystemReader.read(file)) })
  }

  /// Checks documents against descriptions that were read before, as whoever checks again and again does.
  public static func check(
    documents: [SourceFile], descriptions: [Reading<SystemDescription>]
  ) -> Compilation {
    check(documents: documents, systems: descriptions.map(\.tree.file), descriptions.map(Read.init))
  }

  private static func check(
    documents: [SourceFile], systems: [SourceFile], _ descriptions: [Read<SystemDescription>]
  ) -> Compilation {
    let dataflows = Parallel.map(documents) { file in Read(read(file)) }
    let result = Checker.check(dataflows.compactMap(\.product), systems: descriptions.compactMap(\.product))
    let diagnostics =
      OutputNames.check(documents: documents, systems: systems) + descriptions.flatMap(\.diagnostics)
      + dataflows.flatMap(\.diagnostics) + result.diagnostics
    return Compilation(
      documents: documents, dataflows: dataflows.compactMap(\.product), result: result,
      diagnostics: DiagnosticOrder.sorted(diagnostics, files: systems + documents))
  }

  /// Reads a document in the notation that its file name says.
  public static func read(_ file: SourceFile) -> Reading<Dataflow> {
    file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml") ? YAMLReader.read(file) : RSTReader.read(file)
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

  /// True when nothing may be generated.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The Swift files: one per system that a document uses, one per document, and the list of all documents.
  public func swift() -> [GeneratedFile] {
    result.systems.map(SystemEmitter.emit) + result.dataflows.map(DataflowEmitter.emit)
      + [DataflowEmitter.emitList(result.dataflows)]
  }

  /// The checklists, one per document.
  public func checklists(_ format: ChecklistFormat) -> [GeneratedFile] {
    result.dataflows.map { ChecklistEmitter.emit($0, format: format) }
  }
}

extension Compilation {
  /// The same compilation with other severities: denied codes are errors, allowed ones are left out unless they are
  /// errors by nature, which nobody can wish away.
  public func applying(deny: Set<String>, allow: Set<String>) -> Compilation {
    let diagnostics = diagnostics.compactMap { diagnostic -> Diagnostic? in
      var diagnostic = diagnostic
      if deny.contains(diagnostic.rule.code) { diagnostic.severity = .error }
      if allow.contains(diagnostic.rule.code), diagnostic.severity != .error { return nil }
      return diagnostic
    }
    return Compilation(documents: documents, dataflows: dataflows, result: result, diagnostics: diagnostics)
  }
}
