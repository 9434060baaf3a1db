import TandemSyntax
import TandemValues

/// A condition of a sentence in RST that lacks its double back quotes, and reads as an expression all the same.
struct ConditionInProse {
  /// The expression as it stands.
  let text: String
  /// From the first word of the sentence to the end of the condition.
  let place: SourceSpan

  /// What the author probably meant; `nil` for a real remark.
  ///
  /// - Parameters:
  ///   - remark: The remark, perhaps with the word before it.
  ///   - sentence: The sentence that begins with it.
  init?(_ remark: String, sentence: SourceSpan, entity: CatalogEntity) {
    let file = sentence.file
    let bytes = Array(remark.utf8)
    guard file.path.hasSuffix(".rst"), bytes.count <= sentence.range.count,
      file.bytes[sentence.lowerBound..<(sentence.lowerBound + bytes.count)].elementsEqual(bytes)
    else { return nil }
    let word = "when "
    let hasWord = String(decoding: bytes.prefix(word.utf8.count), as: UTF8.self).lowercased() == word
    place = SourceSpan(file: file, sentence.lowerBound..<(sentence.lowerBound + bytes.count))
    let range = (place.lowerBound + (hasWord ? word.utf8.count : 0))..<place.upperBound
    var faults: [Diagnostic] = []
    guard !range.isEmpty, let expression = ExpressionReader.read(range, in: file, diagnostics: &faults), faults.isEmpty,
      Self.asks(expression, entity)
    else { return nil }
    text = SourceSpan(file: file, range).text
  }

  /// The correction that makes a condition of it.
  var fix: Diagnostic.Fix {
    Diagnostic.Fix(
      "write ``\(text)`` in double back quotes", safe: false,
      edits: [TextEdit(place, replacement: "When ``\(text)``")])
  }

  /// True when the expression asks something of the entity. A single word does only where it is one of its flags: most
  /// single words are prose.
  private static func asks(_ expression: Expression, _ entity: CatalogEntity) -> Bool {
    guard case .property(let path) = expression else { return speaks(expression, of: entity) }
    return path.segments.count == 1
      && entity.position(of: path.segments[0].value).map { entity.model.properties[$0].type == .boolean } ?? false
  }

  /// True when the expression names a property of the entity, spelled rightly or nearly so.
  private static func speaks(_ expression: Expression, of entity: CatalogEntity) -> Bool {
    switch expression {
    case .property(let path):
      guard let first = path.segments.first?.value else { return false }
      if entity.position(of: first) != nil || !entity.positions(like: NormalizedName(first)).isEmpty { return true }
      return SpellingDistance.nearest(to: first, in: entity.model.properties.map(\.name)) != nil
    case .parameter, .literal: return false
    case .comparison(_, let left, let right, _), .and(let left, let right), .or(let left, let right):
      return speaks(left, of: entity) || speaks(right, of: entity)
    case .membership(let operand, _, _, _), .emptiness(let operand, _, _), .not(let operand, _):
      return speaks(operand, of: entity)
    }
  }
}
