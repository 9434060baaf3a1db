import TandemSyntax

/// What checking a set of documents against a set of system descriptions gives.
public struct CheckResult: Sendable {
  /// The systems, in the order of their files.
  public var systems: [SystemModel]
  /// The documents without errors in their head; each with those flows that have no error.
  public var dataflows: [CheckedDataflow]
  /// Everything that has to be said, ordered by file and place.
  public var diagnostics: [Diagnostic]

  /// Joins the parts.
  public init(systems: [SystemModel], dataflows: [CheckedDataflow], diagnostics: [Diagnostic]) {
    self.systems = systems
    self.dataflows = dataflows
    self.diagnostics = diagnostics
  }
}

/// Checks documents against system descriptions: resolves names, types rows, groups connected rows, runs all rules.
public enum Checker {
  /// Checks everything that was read, once. Pure: the same input gives the same result in the same order.
  public static func check(_ documents: [Dataflow], systems: [SystemDescription]) -> CheckResult {
    CheckResult(systems: [], dataflows: [], diagnostics: [])
  }
}
