import TandemSyntax

/// What holds for the comments of every document that is read without an error.
public enum CommentProperties {
  /// Looks at the conversion and the formatting of a document.
  ///
  /// - Parameters:
  ///   - bytes: A document.
  ///   - kind: Its notation.
  /// - Returns: False for a document with an error, of which nothing is promised.
  /// - Throws: The first property that does not hold.
  @discardableResult
  public static func check(_ bytes: [UInt8], as kind: InputKind) throws(Violation) -> Bool {
    let reading = read(bytes, isRST: kind == .rst)
    guard let dataflow = product(reading) else { return false }
    if kind == .rst { try checkRST(dataflow) } else { try checkYAML(dataflow) }
    guard let formatting = DocumentFormatter.format(reading) else {
      throw Violation("a document without an error is formatted", "")
    }
    guard let formatted = product(read(formatting.bytes, isRST: kind == .rst)) else {
      throw Violation("a formatted document has no error", String(decoding: formatting.bytes, as: UTF8.self))
    }
    try expectSameComments(dataflow, formatted, "formatting keeps comments at their parts")
    return true
  }

  private static func checkRST(_ dataflow: Dataflow) throws(Violation) {
    let yaml = YAMLWriter.write(dataflow)
    try expectCanonical(yaml, isRST: false)
    guard let converted = product(read(Array(yaml.utf8), isRST: false)) else {
      throw Violation("what was converted can be read", yaml)
    }
    try expectSameComments(dataflow, converted, "conversion to YAML keeps comments at their parts")
    let back = RSTWriter.write(converted)
    guard Array(back.utf8) == dataflow.file.bytes else {
      throw Violation("RST comes back from YAML byte for byte", "\(yaml)\n\(back)")
    }
  }

  private static func checkYAML(_ dataflow: Dataflow) throws(Violation) {
    let rst = RSTWriter.write(dataflow)
    guard let converted = product(read(Array(rst.utf8), isRST: true)) else {
      throw Violation("what was converted can be read", rst)
    }
    try expectCanonical(rst, isRST: true)
    try expectSameComments(dataflow, converted, "conversion to RST keeps comments at their parts")
    let yaml = YAMLWriter.write(converted)
    try expectCanonical(yaml, isRST: false)
    guard let back = product(read(Array(yaml.utf8), isRST: false)) else {
      throw Violation("what came back can be read", yaml)
    }
    try expectSameComments(dataflow, back, "YAML comes back from RST with its comments at their parts")
    guard RSTWriter.write(back) == rst else { throw Violation("RST comes back from YAML byte for byte", rst) }
  }

  private static func read(_ bytes: [UInt8], isRST: Bool) -> Reading<Dataflow> {
    let file = SourceFile(path: isRST ? "input.rst" : "input.yaml", bytes: bytes)
    return isRST ? RSTReader.read(file) : YAMLReader.read(file)
  }

  private static func product(_ reading: Reading<Dataflow>) -> Dataflow? {
    reading.diagnostics.contains { $0.severity == .error } ? nil : reading.product
  }

  /// What a writer writes is what the formatter would make of it.
  private static func expectCanonical(_ text: String, isRST: Bool) throws(Violation) {
    guard let formatting = DocumentFormatter.format(read(Array(text.utf8), isRST: isRST)) else {
      throw Violation("what was converted has no error", text)
    }
    guard formatting.isCanonical else {
      throw Violation(
        "what was converted is canonical", "\(text)\n\(String(decoding: formatting.bytes, as: UTF8.self))")
    }
  }

  private static func expectSameComments(
    _ first: Dataflow, _ second: Dataflow, _ property: String
  ) throws(Violation) {
    let (before, after) = (listed(first), listed(second))
    guard before != after else { return }
    let gone = before.filter { !after.contains($0) }
    let new = after.filter { !before.contains($0) }
    throw Violation(property, "gone: \(gone)\nnew: \(new)\n\(second.file.text)")
  }

  /// The comments by their parts, those at one place in their order.
  private static func listed(_ dataflow: Dataflow) -> [String] {
    let list = dataflow.comments.enumerated().map { number, comment in
      (place: "\(comment.anchor) \(comment.placement)", lines: comment.lines, number: number)
    }
    return list.sorted { ($0.place, $0.number) < ($1.place, $1.number) }.map { "\($0.place): \($0.lines)" }
  }
}
