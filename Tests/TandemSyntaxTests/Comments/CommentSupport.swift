import Testing

@testable import TandemSyntax

/// The comments of a document, one a line: part, place and text.
func describeComments(_ dataflow: Dataflow) -> [String] {
  let list = dataflow.comments.enumerated().map { number, comment in
    (
      key: "\(comment.anchor)", place: "\(comment.placement)",
      text: comment.lines.joined(separator: " / "), number: number
    )
  }
  return list.sorted { ($0.key, $0.place, $0.number) < ($1.key, $1.place, $1.number) }
    .map { "\($0.key) \($0.place): \($0.text)" }
}

/// Converts a YAML document to RST and back; expects the same content and the same comments at the same parts.
@discardableResult
func expectKeptComments(
  _ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> (rst: String, yaml: String) {
  let first = YAMLReader.read(SourceFile(path: "first.yaml", text: text))
  #expect(
    !first.diagnostics.contains { $0.severity == .error }, "\(listed(first))\n\(text)", sourceLocation: sourceLocation)
  let dataflow = try #require(first.product, sourceLocation: sourceLocation)
  let rst = RSTWriter.write(dataflow)
  let check = ConversionCheck(first, dataflow, text: rst, isYAML: false)
  #expect(check.fault == nil && check.losses.isEmpty, "\(check)\n\(text)\n\(rst)", sourceLocation: sourceLocation)
  let second = RSTReader.read(SourceFile(path: "second.rst", text: rst))
  #expect(second.diagnostics.isEmpty, "\(listed(second))\n\(rst)", sourceLocation: sourceLocation)
  let converted = try #require(second.product, sourceLocation: sourceLocation)
  let yaml = YAMLWriter.write(converted)
  let third = YAMLReader.read(SourceFile(path: "third.yaml", text: yaml))
  #expect(third.diagnostics.isEmpty, "\(listed(third))\n\(yaml)", sourceLocation: sourceLocation)
  let product = try #require(third.product, sourceLocation: sourceLocation)
  #expect(describe(product) == describe(dataflow), sourceLocation: sourceLocation)
  let (before, after) = (describeComments(dataflow), describeComments(product))
  if before != after {
    Issue.record(
      """
      gone: \(before.filter { !after.contains($0) })
      new: \(after.filter { !before.contains($0) })
      \(text)
      \(rst)
      \(yaml)
      """, sourceLocation: sourceLocation)
  }
  #expect(RSTWriter.write(product) == rst, sourceLocation: sourceLocation)
  return (rst, yaml)
}
