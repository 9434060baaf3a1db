import TandemSyntax
import TandemValues

/// A deletion policy that the partner's system does not allow.
enum DeletionPolicy {
  static let rule = Rule(
    code: "T4009", name: "deletion-policy", category: .flow, severity: .error,
    summary: "A deletion is to change a partner that cannot be written, or two policies speak of one side.",
    page: """
      When a record is deleted, its partner in the other system is kept, unlinked, deleted or archived. Deleting and
      archiving write into the partner's system, so its entity must be writable, and the property that marks an archived
      record must be one that can be changed, of the record itself. For each of the two systems there is one such policy.
      """,
    failing: Examples.rows(policy: "deletion: {Shop: 'archive with Balance = \"0\"'}"),
    passing: Examples.rows(policy: "deletion: {Shop: 'archive with Status = \"Blocked\"'}"))

  static func readOnly(_ deletion: Deletion, partner: CatalogEntity) -> Diagnostic {
    Diagnostic(
      rule, "records of `\(partner.title)` can only be read, so they cannot be deleted",
      explanation: "Write `ignore` or `unlink`.", at: deletion.policy.span,
      labels: [Diagnostic.Label("described as read-only", at: partner.nameSpan)])
  }

  /// Two policies for the deletion on one side.
  static func repeated(_ deletion: Deletion, first: Deletion) -> Diagnostic {
    Diagnostic(
      rule, "what a deletion in `\(deletion.system.value)` does is said already",
      explanation: "Both names mean one system. Keep one of the two, or name the other system.",
      at: deletion.system.span, labels: [Diagnostic.Label("the first one", at: first.system.span)])
  }

  static func notWritable(_ path: PropertyPath, property: PathResolution, partner: CatalogEntity) -> Diagnostic {
    let writable = partner.model.properties.filter {
      !$0.isReadOnly && !$0.isCreateOnly && ($0.type.closedValues != nil || $0.type == .boolean)
    }
    return Diagnostic(
      rule, "`\(path.text)` of \(partner.title) cannot be set to archive a record",
      explanation: "Name a property of the record itself that can be changed"
        + (writable.isEmpty ? "." : ", such as \(Wording.list(writable.map(\.name), limit: 3))."),
      at: path.span, labels: [Diagnostic.Label("described here", at: property.leaf.span)])
  }
}
