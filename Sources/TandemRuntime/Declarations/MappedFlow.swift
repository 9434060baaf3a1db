import TandemValues

/// The mapping of one flow, as generated code implements it: pure functions between typed records and the shared view.
public protocol MappedFlow: Sendable {
  /// The entity on the left.
  associatedtype Source: Entity
  /// The entity on the right.
  associatedtype Target: Entity
  /// The mapped properties in normal form: a struct of generated code, or ``SharedView`` itself.
  associatedtype Shared: SharedProjection

  /// The flow's policies and shared properties.
  static var declaration: FlowDeclaration { get }

  /// The source record in the shared view. References hold the source's keys.
  static func view(of source: Source, _ context: MappingContext) throws(MappingError) -> Shared

  /// The target record in the shared view. References hold the target's keys; the engine translates them.
  static func view(of target: Target, _ context: MappingContext) throws(MappingError) -> Shared

  /// Puts the changed properties of the shared view into a source record and leaves everything else alone.
  static func put(
    _ shared: Shared, changed: PropertySet, into source: inout Source, _ context: MappingContext
  ) throws(MappingError)

  /// Puts the changed properties of the shared view into a target record and leaves everything else alone.
  static func put(
    _ shared: Shared, changed: PropertySet, into target: inout Target, _ context: MappingContext
  ) throws(MappingError)

  /// True when the source record takes part in the flow.
  static func isInScope(_ source: Source, _ context: MappingContext) -> Bool

  /// True when the target record takes part in the flow.
  static func isInScope(_ target: Target, _ context: MappingContext) -> Bool

  /// True when a target is to be created for the source record (asked only for a conditional creation).
  static func shouldCreate(for source: Source, _ context: MappingContext) -> Bool

  /// The source record's key per alternative of the merge table; `nil` where a part is empty, which never matches.
  static func matchKeys(of source: Source, _ context: MappingContext) -> [String?]

  /// The target record's key per alternative of the merge table; `nil` where a part is empty.
  static func matchKeys(of target: Target, _ context: MappingContext) -> [String?]

  /// Who wins where both sides changed a property (asked only where the document leaves it to hand-written code). The
  /// answer depends on the conflict alone, because a plan asks as well as the run that carries it out.
  static func decide(_ conflict: PropertyConflict) -> ConflictDecision
}

extension MappedFlow {
  /// Every source record takes part unless the document says otherwise.
  public static func isInScope(_ source: Source, _ context: MappingContext) -> Bool { true }
  /// Every target record takes part unless the document says otherwise.
  public static func isInScope(_ target: Target, _ context: MappingContext) -> Bool { true }
  /// Creation is not conditional unless the document says so.
  public static func shouldCreate(for source: Source, _ context: MappingContext) -> Bool { true }
  /// A person decides unless the document says so.
  public static func decide(_ conflict: PropertyConflict) -> ConflictDecision { .person }
  /// Without a merge table nothing matches.
  public static func matchKeys(of source: Source, _ context: MappingContext) -> [String?] { [] }
  /// Without a merge table nothing matches.
  public static func matchKeys(of target: Target, _ context: MappingContext) -> [String?] { [] }
}

/// What mapping functions may know besides the record: the environment's parameters of the document.
public struct MappingContext: Sendable {
  /// The values of the document's parameters, in the order of their declaration.
  public var parameters: [Value]

  /// Makes a context.
  public init(parameters: [Value] = []) {
    self.parameters = parameters
  }
}
