import TandemSemantics

/// What the state of a flow remembers of its mapping: the shared properties with their fingerprints, in order, and the
/// alternatives of the merge table. While it stays the same, a run goes on from where the last one ended; where it
/// differs, the run looks at every record of the flow, and bases follow the properties whose entry is the same.
public struct FlowLayout: Sendable, Hashable {
  /// A shared property.
  public struct Property: Sendable, Hashable {
    /// Its name in the shared view.
    public var name: String
    /// The number that changes with the meaning of its rows.
    public var fingerprint: UInt64
  }

  /// The shared properties, in order.
  public var properties: [Property]
  /// The alternatives of the merge table, as the state names them.
  public var matching: [String]

  /// The layout that the generated code of a flow declares.
  public init(_ flow: CheckedFlow) {
    properties = flow.properties.map { Property(name: $0.name, fingerprint: PropertyFingerprint.of($0)) }
    matching = flow.matching.map(FlowDeclarationExpression.matchText)
  }
}
