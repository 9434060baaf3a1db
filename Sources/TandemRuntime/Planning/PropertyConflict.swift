import TandemValues

/// A property that both sides changed to different values, as hand-written code sees it that decides who wins.
public struct PropertyConflict: Sendable, Hashable {
  /// The property's name in the shared view.
  public var property: String
  /// The source's value, in the shared form.
  public var source: Value
  /// The target's value, in the shared form.
  public var target: Value
  /// What both last agreed on; ``TandemValues/Value/null`` where they never did.
  public var base: Value
  /// When the source's value was edited, where that is known.
  public var sourceEdit: Timestamp?
  /// When the target's value was edited, where that is known.
  public var targetEdit: Timestamp?

  /// Makes a conflict.
  public init(
    property: String, source: Value, target: Value, base: Value, sourceEdit: Timestamp?, targetEdit: Timestamp?
  ) {
    self.property = property
    self.source = source
    self.target = target
    self.base = base
    self.sourceEdit = sourceEdit
    self.targetEdit = targetEdit
  }
}

/// What hand-written code decides of a conflict.
public enum ConflictDecision: Sendable, Hashable {
  /// The source's value wins.
  case source
  /// The target's value wins.
  case target
  /// A person decides; both sides stay as they are until then.
  case person
}
