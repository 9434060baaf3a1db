import TandemValues

/// The mapping of one flow for whoever holds records as values and needs no engine: a test, a server that embeds a flow.
extension FlowMapping {
  /// A record of a side without any value.
  public func emptyRecord(_ side: Side) -> [Value] { functions(side).empty() }

  /// A record as the typed entity holds it: what a property cannot tell apart, such as a value that was not delivered
  /// and one that is null, becomes the same.
  ///
  /// - Throws: ``MappingError`` when a value is not of the declared type.
  public func record(_ values: [Value], _ side: Side) throws(MappingError) -> [Value] {
    try functions(side).put(
      SharedView(count: declaration.properties.count), PropertySet(), values, MappingContext())
  }

  /// The record of a side in the shared view.
  ///
  /// - Throws: ``MappingError`` when a value cannot be converted.
  public func view(
    of values: [Value], _ side: Side, _ context: MappingContext = MappingContext()
  ) throws(MappingError) -> SharedView {
    try functions(side).view(values, context)
  }

  /// The record of a side with the changed properties of a view put into it.
  ///
  /// - Throws: ``MappingError`` when a value cannot be converted.
  public func putting(
    _ view: SharedView, changed: PropertySet, into values: [Value], _ side: Side,
    _ context: MappingContext = MappingContext()
  ) throws(MappingError) -> [Value] {
    try functions(side).put(view, changed, values, context)
  }
}
