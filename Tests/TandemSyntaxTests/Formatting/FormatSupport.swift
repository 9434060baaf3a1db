import Testing

@testable import TandemSyntax

/// Formats a text and looks that everything holds that formatting promises: the text says the same, every word and
/// comment is still there in its order, only white space and rules changed, and a second run changes nothing.
@discardableResult
func expectFormatted(
  _ text: String, path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> String {
  let bytes = Array(text.utf8)
  let formatting = try #require(
    format(bytes, path), "the text has errors: \(path) \(text)", sourceLocation: sourceLocation)
  // The edits before anybody proved them: what is proven is nothing else.
  let file = SourceFile(path: path, bytes: bytes)
  let hasLoneReturn = !SourceTextScan(bytes).loneReturns.isEmpty
  let unproven = Formatting(file: file, edits: hasLoneReturn ? [] : unprovenEdits(file))
  #expect(
    unproven.bytes == formatting.bytes, "formatting changed what the text says: \(text)",
    sourceLocation: sourceLocation)
  var end = 0
  for edit in formatting.edits {
    #expect(edit.span.lowerBound >= end, "edits overlap: \(text)", sourceLocation: sourceLocation)
    end = edit.span.upperBound
    let isLayout = (edit.span.text + edit.replacement).utf8.allSatisfy { " \t\r\n=-".utf8.contains($0) }
    let isRule = edit.span.text.utf8.allSatisfy { !" \t\r\n".utf8.contains($0) }
    #expect(isLayout || isRule, "\(edit.span.text) becomes \(edit.replacement)", sourceLocation: sourceLocation)
  }
  let result = formatting.bytes
  #expect(words(of: result, path) == words(of: bytes, path), "\(text)", sourceLocation: sourceLocation)
  #expect(meaning(of: result, path) == meaning(of: bytes, path), "\(text)", sourceLocation: sourceLocation)
  #expect(comments(of: result, path) == comments(of: bytes, path), "\(text)", sourceLocation: sourceLocation)
  let second = try #require(format(result, path), "\(text)", sourceLocation: sourceLocation)
  #expect(
    second.bytes == result,
    "not stable: \(text.debugDescription)\n\(String(decoding: result, as: UTF8.self))\n\(second.edits.map(\.span.start))",
    sourceLocation: sourceLocation)
  return String(decoding: result, as: UTF8.self)
}

func format(_ bytes: [UInt8], _ path: String) -> Formatting? {
  let file = SourceFile(path: path, bytes: bytes)
  return path.hasSuffix(".rst")
    ? DocumentFormatter.format(RSTReader.readOnce(file)) : DocumentFormatter.formatYAML(file)
}

private func unprovenEdits(_ file: SourceFile) -> [TextEdit] {
  if !file.path.hasSuffix(".rst") { return YAMLFormatter.edits(of: YAMLDocument.parse(file)) }
  let reading = RSTReader.readOnce(file)
  return reading.product.map { RSTFormatter.edits(of: $0, reading.tree) } ?? []
}

/// Every token that is not white space or a rule, without the white space in it.
private func words(of bytes: [UInt8], _ path: String) -> [String] {
  let file = SourceFile(path: path, bytes: bytes)
  let isRST = path.hasSuffix(".rst")
  let tree = isRST ? RSTReader.readOnce(file).tree : YAMLDocument.parse(file).tree
  return tree.tokens.compactMap { token in
    let text = String(decoding: bytes[token.range].filter { $0 > 0x20 }, as: UTF8.self)
    // Rules are made anew, also those with a wrong character in them.
    let isRule = isRST && text.utf8.count > 2 && RSTFormatter.isNearlyRule(Array(text.utf8)[...])
    switch token.kind {
    case .blank, .indentation, .lineEnd, .rule: return nil
    default: return isRule ? nil : text
    }
  }
}

/// What a text says: its content in RST, its nodes in YAML.
private func meaning(of bytes: [UInt8], _ path: String) -> [String] {
  let file = SourceFile(path: path, bytes: bytes)
  guard path.hasSuffix(".rst") else { return events(of: YAMLDocument.parse(file)) }
  let reading = RSTReader.readOnce(file)
  return reading.product.map { [YAMLWriter.content(of: $0)] } ?? []
}

/// The lines of a document's comments, each with the part that it belongs to.
private func comments(of bytes: [UInt8], _ path: String) -> [String] {
  let file = SourceFile(path: path, bytes: bytes)
  let reading = path.hasSuffix(".rst") ? RSTReader.readOnce(file) : YAMLReader.readOnce(file)
  return reading.product?.comments.flatMap { comment in
    comment.lines.map { "\(comment.anchor) \(comment.placement) \($0)" }
  } ?? []
}
