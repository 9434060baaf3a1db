import TandemSyntax

/// What holds for the conversion of a document, that is of a text that is read without an error.
///
/// Every RST document goes to YAML and comes back byte for byte, warnings or not: its odd white space, order and spellings
/// are kept by the layout. A YAML document says the same in RST, or a fault is named, and then nothing is converted.
public enum ConversionProperties {
  /// Writes a document in the other notation and back.
  ///
  /// - Throws: The first property that does not hold.
  public static func check(_ reading: Reading<Dataflow>) throws(Violation) {
    guard let dataflow = reading.product, !reading.diagnostics.contains(where: { $0.severity == .error }) else {
      return
    }
    let isRST = dataflow.notation == .rst
    let other = write(dataflow, asYAML: isRST)
    let check = ConversionCheck(reading, dataflow, text: other, isYAML: isRST)
    if let fault = check.fault {
      guard isRST else { return }
      throw Violation("an RST document without an error can be converted", fault)
    }

    let second = read(other, asYAML: isRST)
    try expectReadable(second, other, "what was converted can be read")
    guard let converted = second.product else { throw Violation("what was converted can be read", other) }
    let back = write(converted, asYAML: !isRST)
    if let fault = ConversionCheck(second, converted, text: back, isYAML: !isRST).fault {
      throw Violation("what was converted can be converted back", "\(fault)\n\(other)\n\(back)")
    }
    if isRST, Array(back.utf8) != dataflow.file.bytes {
      throw Violation("an RST document comes back byte for byte", "\(other)\n\(back)")
    }
    // The second conversion of the same thing is the first one.
    let third = read(back, asYAML: !isRST)
    try expectReadable(third, back, "what came back can be read")
    guard let returned = third.product else { throw Violation("what came back can be read", back) }
    let again = write(returned, asYAML: isRST)
    guard again == other else {
      throw Violation("the second conversion is the first one", "\(other)\n\(again)")
    }
  }

  private static func write(_ dataflow: Dataflow, asYAML: Bool) -> String {
    asYAML ? YAMLWriter.write(dataflow) : RSTWriter.write(dataflow)
  }

  private static func read(_ text: String, asYAML: Bool) -> Reading<Dataflow> {
    asYAML
      ? YAMLReader.read(SourceFile(path: "converted.yaml", text: text))
      : RSTReader.read(SourceFile(path: "converted.rst", text: text))
  }

  private static func expectReadable(
    _ reading: Reading<Dataflow>, _ text: String, _ property: String
  ) throws(Violation) {
    if let error = reading.diagnostics.first(where: { $0.severity == .error }) {
      throw Violation(property, "line \(error.span.start.line): \(error.message)\n\(text)")
    }
  }
}
