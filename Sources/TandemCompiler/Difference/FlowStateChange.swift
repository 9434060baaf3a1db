import TandemEmit
import TandemSemantics

/// What the next run makes of the state of a flow, by the same fingerprints that the run compares.
public struct FlowStateChange: Sendable, Hashable {
  /// The identity of the flow in the state.
  public var flow: String
  /// `Shop Customer to Ledger Account`.
  public var title: String
  /// What happens to the flow.
  public var kind: Kind
  /// Shared properties that are merged as if for the first time.
  public var firstMerge: [String]
  /// Shared properties whose base is dropped with them.
  public var dropped: [String]
  /// The number of shared properties whose base stays.
  public var kept: Int

  /// What happens to a flow.
  public enum Kind: String, Sendable, Hashable {
    /// It has not run under this identity: its first run is held until a person approves it.
    case new
    /// Nothing runs it any more; its links stay.
    case unclaimed
    /// The mapping or the match table changed: the run looks at every record of the flow.
    case looksAtAll = "looks-at-all"
  }

  init?(_ pair: FlowPairing.Pair) {
    if pair.isRenamed {
      self.init(added: pair.new)
      return
    }
    let (old, new) = (pair.old.layout, pair.new.layout)
    guard old != new else { return nil }
    self.init(added: pair.new)
    let known = Set(old.properties)
    let names = Set(new.properties.map(\.name))
    kind = .looksAtAll
    firstMerge = new.properties.filter { !known.contains($0) }.map(\.name)
    dropped = old.properties.map(\.name).filter { !names.contains($0) }
    kept = new.properties.count - firstMerge.count
  }

  init(added flow: FlowVersion) {
    self.flow = flow.flow.identifier
    title = flow.title
    kind = .new
    firstMerge = flow.layout.properties.map(\.name)
    dropped = []
    kept = 0
  }

  init(removed flow: FlowVersion) {
    self.flow = flow.flow.identifier
    title = flow.title
    kind = .unclaimed
    firstMerge = []
    dropped = []
    kept = flow.layout.properties.count
  }
}
