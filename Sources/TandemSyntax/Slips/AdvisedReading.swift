extension Reading<Dataflow> {
  /// The reading as a person is told of it: findings that undoing one slip explains are one, with the correction.
  ///
  /// The search reads the text many times, so whoever needs only what was understood leaves it out.
  ///
  /// - Parameter notation: The notation that the text was read in.
  public func advised(in notation: Notation) -> Reading {
    guard let file = diagnostics.first?.span.file else { return self }
    var advised = self
    let isYAML = notation == .yaml
    advised.diagnostics = SlipRepair.joined(diagnostics, in: file, isYAML: isYAML) { text in
      isYAML ? YAMLReader.readOnce(text).diagnostics : RSTReader.readOnce(text).diagnostics
    }
    return advised
  }
}
