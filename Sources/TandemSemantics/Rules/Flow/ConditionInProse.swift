import TandemSyntax
import TandemValues

/// A remark that reads as an expression: in RST most often a condition that lacks its double back quotes.
struct ConditionInProse {
  /// The expression as it stands.
  let text: String
  /// From the first word of the sentence to the end of the condition.
  let place: SourceSpan

  /// True where the condition is a sentence's; in YAML it stands under a key that calls it a remark.
  let isRST: Bool

  /// What the author probably meant; `nil` for a real remark.
  ///
  /// - Parameters:
  ///   - remark: The remark, perhaps with the word before it.
  ///   - sentence: The sentence that begins with it.
  init?(_ remark: String, sentence: SourceSpan, entity: CatalogEntity) {
    let file = sentence.file
    let bytes = Array(remark.utf8)
    let word = "when "
    let hasWord = String(decoding: bytes.prefix(word.utf8.count), as: UTF8.self).lowercased() == word
    let condition = String(decoding: bytes.dropFirst(hasWord ? word.utf8.count : 0), as: UTF8.self)
    isRST = file.path.hasSuffix(".rst")
    if isRST {
      guard bytes.count <= sentence.range.count,
        file.bytes[sentence.lowerBound..<(sentence.lowerBound + bytes.count)].elementsEqual(bytes)
      else { return nil }
      place = SourceSpan(file: file, sentence.lowerBound..<(sentence.lowerBound + bytes.count))
    } else {
      place = sentence
    }
    var faults: [Diagnostic] = []
    guard !condition.isEmpty,
      let expression = ExpressionReader.read(text: condition, at: place, diagnostics: &faults), faults.isEmpty,
      Self.asks(expression, entity)
    else { return nil }
    text = condition
  }

  /// What to write.
  var advice: String {
    isRST
      ? "Write ``\(text)``, or words that nobody takes for a condition."
      : "Write `create: 'when \(text)'`, or words that nobody takes for a condition."
  }

  /// The correction that makes a condition of it.
  var fixes: [Diagnostic.Fix] {
    guard isRST else { return [] }
    return [
      Diagnostic.Fix(
        "write ``\(text)`` in double back quotes", safe: false,
        edits: [TextEdit(place, replacement: "When ``\(text)``")])
    ]
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
