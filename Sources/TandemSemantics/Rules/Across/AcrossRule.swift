import TandemSyntax

/// A rule that looks at the flows of all documents together.
protocol AcrossRule: Sendable {
  /// The identity and the page.
  static var rule: Rule { get }
  /// Reports what the rule finds. The rules work beside each other, so none may use a document's own report.
  static func check(_ graph: FlowGraph, _ findings: Report)
}

/// The rules over several flows and documents, in their order.
public enum AcrossRules {
  /// A new rule is its own file and a line here.
  static let checks: [any AcrossRule.Type] = [
    OppositeDocuments.self,
    TwoPaths.self,
    UnsettledCycle.self,
    ReferenceCycle.self,
    FlowPrecedence.self,
  ]

  /// Their pages.
  public static let all: [Rule] = checks.map { $0.rule }
}
