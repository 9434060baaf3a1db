import TandemEmit
import TandemSyntax

/// Two files whose names differ too little: what is generated from one would overwrite what is generated from the other.
enum OutputNames {
  static let rule = Rule(
    code: "T4020", name: "same-output-name", category: .flow, severity: .error,
    summary: "Two documents, or two descriptions, have names that give the same generated file.",
    page: """
      Generated files and the names that `sync` takes follow from the file names alone, without their directories, and not
      every file system tells capital letters from small ones. Rename one of the two files.
      """,
    failing: .rst("orders.rst beside archive/orders.rst\n"), passing: .rst("orders.rst beside archive/old-orders.rst\n")
  )

  /// Reports every file whose output another one before it has claimed.
  static func check(documents: [SourceFile], systems: [SourceFile], rules: RuleSet) -> [Diagnostic] {
    let found =
      clashes(documents) { DataflowEmitter.fileName(forDocument: $0) }
      + clashes(systems) { SystemEmitter.fileName(forDescription: $0) }
    return rules.applied(to: found) { $0 === rule ? documents.map { SourceSpan(file: $0, 0..<0) } : [] }
  }

  private static func clashes(
    _ files: [SourceFile], name: @escaping @Sendable (String) -> String
  ) -> [Diagnostic] {
    var first: [String: SourceFile] = [:]
    var diagnostics: [Diagnostic] = []
    let outputs = Parallel.map(files) { file in
      let output = name(file.path)
      return (name: output, key: output.lowercased())
    }
    for (file, output) in zip(files, outputs) {
      guard let other = first[output.key] else {
        first[output.key] = file
        continue
      }
      diagnostics.append(
        Diagnostic(
          rule, "`\(file.path)` and `\(other.path)` both give `\(output.name)`",
          explanation:
            "Rename one of them: generated files and the names of dataflows follow from the file names alone.",
          at: SourceSpan(file: file, 0..<0),
          labels: [Diagnostic.Label("the other file", at: SourceSpan(file: other, 0..<0))]))
    }
    return diagnostics
  }
}
