import TandemEmit
import TandemSyntax

/// Two files whose names differ too little: what is generated from one would overwrite what is generated from the other.
enum OutputNames {
  static let rule = Rule(
    code: "T4020", name: "same-output-name", category: .flow, severity: .error,
    summary: "Two documents, or two descriptions, have names that give the same generated file or type.",
    page: """
      Generated files and the names that `sync` takes follow from the file names alone, without their directories, and not
      every file system tells capital letters from small ones. Rename one of the two files.

      The type of a system follows from its name; two systems whose names differ only in what no Swift name can hold, such
      as `$`, give one. Rename one of them.
      """,
    failing: .rst("orders.rst beside archive/orders.rst\n"), passing: .rst("orders.rst beside archive/old-orders.rst\n")
  )

  /// Reports every file whose output another one before it has claimed, and every system whose type another one has.
  static func check(
    documents: [SourceFile], systems: [SourceFile], descriptions: [SystemDescription], rules: RuleSet
  ) -> [Diagnostic] {
    let found =
      clashes(documents) { DataflowEmitter.fileName(forDocument: $0) }
      + clashes(systems) { SystemEmitter.fileName(forDescription: $0) } + clashes(descriptions)
    return rules.applied(to: found) { $0 === rule ? documents.map { SourceSpan(file: $0, 0..<0) } : [] }
  }

  private static func clashes(_ descriptions: [SystemDescription]) -> [Diagnostic] {
    var first: [String: Located<String>] = [:]
    return descriptions.compactMap { description in
      let name = description.name
      let type = SystemEmitter.typeName(forSystem: name.value)
      guard let other = first[type] else {
        first[type] = name
        return nil
      }
      // One name for two systems is another fault, which is told without the help of this one.
      if NormalizedName(other.value) == NormalizedName(name.value) { return nil }
      return Diagnostic(
        rule, "the systems `\(name.value)` and `\(other.value)` both give the type `\(type)`",
        explanation: "Rename one of them: what their names differ in cannot stand in a Swift name.", at: name.span,
        labels: [Diagnostic.Label("the other system", at: other.span)])
    }
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
