import TandemValues

/// A ``MappedFlow`` behind functions over values, so that the engine can hold flows of different entities in one list.
public struct FlowMapping: Sendable {
  /// The flow's policies and shared properties.
  public let declaration: FlowDeclaration
  /// The source entity's table.
  public let sourceSchema: EntitySchema
  /// The target entity's table.
  public let targetSchema: EntitySchema

  let sourceFunctions: SideFunctions
  let targetFunctions: SideFunctions
  let shouldCreateFunction: @Sendable ([Value], MappingContext) throws(MappingError) -> Bool
  let decideFunction: @Sendable (PropertyConflict) -> ConflictDecision

  struct SideFunctions: Sendable {
    let view: @Sendable ([Value], MappingContext) throws(MappingError) -> SharedView
    let put: @Sendable (SharedView, PropertySet, [Value], MappingContext) throws(MappingError) -> [Value]
    let isInScope: @Sendable ([Value], MappingContext) throws(MappingError) -> Bool
    let matchKeys: @Sendable ([Value], MappingContext) throws(MappingError) -> [String?]
    let empty: @Sendable () -> [Value]
  }

  /// Wraps a generated flow.
  public init<Mapped: MappedFlow>(_ flow: Mapped.Type) {
    declaration = Mapped.declaration
    sourceSchema = Mapped.Source.schema
    targetSchema = Mapped.Target.schema
    sourceFunctions = SideFunctions(
      view: { (values, context) throws(MappingError) in
        try Mapped.view(of: Mapped.Source(values: values), context).sharedView
      },
      put: { (view, changed, values, context) throws(MappingError) in
        var record = try Mapped.Source(values: values)
        try Mapped.put(Mapped.Shared(view, changed: changed), changed: changed, into: &record, context)
        return record.values
      },
      isInScope: { (values, context) throws(MappingError) in
        Mapped.isInScope(try Mapped.Source(values: values), context)
      },
      matchKeys: { (values, context) throws(MappingError) in
        Mapped.matchKeys(of: try Mapped.Source(values: values), context)
      },
      empty: { Mapped.Source().values })
    targetFunctions = SideFunctions(
      view: { (values, context) throws(MappingError) in
        try Mapped.view(of: Mapped.Target(values: values), context).sharedView
      },
      put: { (view, changed, values, context) throws(MappingError) in
        var record = try Mapped.Target(values: values)
        try Mapped.put(Mapped.Shared(view, changed: changed), changed: changed, into: &record, context)
        return record.values
      },
      isInScope: { (values, context) throws(MappingError) in
        Mapped.isInScope(try Mapped.Target(values: values), context)
      },
      matchKeys: { (values, context) throws(MappingError) in
        Mapped.matchKeys(of: try Mapped.Target(values: values), context)
      },
      empty: { Mapped.Target().values })
    decideFunction = { Mapped.decide($0) }
    shouldCreateFunction = { (values, context) throws(MappingError) in
      Mapped.shouldCreate(for: try Mapped.Source(values: values), context)
    }
  }

  func functions(_ side: Side) -> SideFunctions { side == .source ? sourceFunctions : targetFunctions }

  /// The table of the entity on a side.
  public func schema(_ side: Side) -> EntitySchema { side == .source ? sourceSchema : targetSchema }
}
