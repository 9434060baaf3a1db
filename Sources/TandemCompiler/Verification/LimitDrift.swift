import TandemSyntax
import TandemValues

/// A property that takes longer or shorter values than its description says.
enum LimitDrift {
  static let rule = Rule(
    code: "T2902", name: "limit-drift", category: .types, severity: .error,
    summary: "The length or precision of a property is another one in the export.",
    page: """
      Where the system takes less than the description says, values are refused or cut that the checker takes for safe: an error
      where a flow uses the property, a warning elsewhere. Where it takes more, or where the description says nothing, it is a
      note. --fix writes what the export says.
      """,
    failing: VerificationExample.example("", label: "{\"type\": \"string\", \"max\": 20}"),
    passing: VerificationExample.passing)

  static func diagnostic(
    _ path: String, entity: String, from old: ValueType, to new: ValueType, isNarrower: Bool,
    described: PropertyDescription, at exported: Located<String>
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      rule,
      "`\(path)` of \(entity) takes \(isNarrower ? "less" : "more"): it is \(MappingWords.type(new)), and described as \(MappingWords.type(old))",
      explanation: isNarrower
        ? "Values that do not fit are refused or cut; look for them in both systems."
        : "Longer values can come from there; with the new limit `tandem check` tells where they do not fit.",
      at: described.name.span, labels: [Diagnostic.Label("\(MappingWords.type(new)) here", at: exported.span)],
      fixes: DescriptionEdit.limits(of: described, as: new))
    if !isNarrower { diagnostic.severity = .note }
    return diagnostic
  }
}
