import TandemSemantics
import TandemSyntax

/// Holds descriptions of systems against fresh exports of their schemas. What differs is reported at the description, with
/// the place in the export and the rows that use it.
public enum SchemaVerification {
  /// The compilation with what the exports say in the place of its own diagnostics.
  ///
  /// - Parameters:
  ///   - compilation: The documents, checked against the descriptions.
  ///   - descriptions: The files of the descriptions.
  ///   - exports: The exported schemas.
  ///   - system: The system that all exports were made of; `nil` to find it by what they hold.
  ///   - rules: All of them as they stand, or with one replaced.
  public static func verify(
    _ compilation: Compilation, descriptions: [SourceFile], exports: [SourceFile], system: String? = nil,
    rules: RuleSet = .standard
  ) -> Compilation {
    var diagnostics: [Diagnostic] = []
    var compared: [SystemDescription] = []
    let uses = SchemaUses([DifferenceSide(compilation)])
    for export in exports {
      let (schema, faults) = SchemaExports.read(export)
      diagnostics += faults
      guard let schema else { continue }
      guard let model = SystemChoice.system(of: schema, among: compilation.result.systems, wanted: system) else {
        diagnostics.append(
          ForeignExport.diagnostic(schema, systems: compilation.result.systems, wanted: system ?? schema.system))
        continue
      }
      guard let file = descriptions.first(where: { $0.path == model.path }),
        let description = SystemReader.read(file).product
      else { continue }
      compared.append(description)
      let verification = DescriptionVerification(
        model: model, description: description, schema: schema, uses: uses, documents: compilation.documents)
      diagnostics += verification.diagnostics
    }
    diagnostics = rules.applied(to: diagnostics) { VerificationPlaces.spans(of: $0, in: compared, exports: exports) }
    return Compilation(
      documents: compilation.documents, dataflows: compilation.dataflows, result: compilation.result,
      diagnostics: DiagnosticOrder.sorted(diagnostics, files: descriptions + exports), suppressed: [])
  }
}
