import TandemValues

extension CheckedProperty {
  /// A value of a record's property on its way to the other system, and back where the rows let it.
  ///
  /// - Parameters:
  ///   - value: The value, of the type of the property at which it starts.
  ///   - input: The input whose row it travels through.
  ///   - side: The side where it starts.
  /// - Returns: One trip for each output where it starts at the source, one where it starts at the target; none where the
  ///   rows do not let it travel, or where keys are translated, which only the links of real records can do.
  public func trips(of value: Value, through input: Input, from side: FlowSide) -> [ValueTrip] {
    guard case .property(let path) = input.origin, translation == nil else { return [] }
    let isReadBack = input.isWrittenBack && direction.reaches(.source) && !isJoined
    let outputs = side == .source ? self.outputs[...] : self.outputs.prefix(1)
    guard direction.reaches(side == .source ? .target : .source), side == .source || isReadBack else { return [] }
    return outputs.enumerated().map { position, output in
      let trip = RoundTrip(
        sourceType: path.type, conversion: input.conversion, defaultValue: defaultValue, normaliser: output.normaliser,
        targetType: output.path.type)
      let made =
        side == .source
        ? trip.fromSource(value, andBack: isReadBack && position == 0)
        : trip.fromTarget(value, andForth: direction.reaches(.target))
      var shown = trip.shown(made, from: side)
      shown.output = position
      return shown
    }
  }

  /// True when several inputs become one text, which cannot be taken apart again.
  var isJoined: Bool {
    if case .join = combination { return true }
    return false
  }
}
