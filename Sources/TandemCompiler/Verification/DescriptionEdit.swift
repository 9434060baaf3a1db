import TandemSyntax
import TandemValues

/// Edits that bring a description in line with an export, where the place to write them is certain: an entry in braces, and
/// plain words in a list in brackets. Everything else is for a person.
enum DescriptionEdit {
  /// Adds a key to a property.
  static func adding(_ entry: String, to property: PropertyDescription?) -> [Diagnostic.Fix] {
    guard let property, let edit = insertion(", \(entry)", in: property) else { return [] }
    return [Diagnostic.Fix("add `\(entry)`", safe: true, edits: [edit])]
  }

  /// Sets length or precision.
  static func limits(of property: PropertyDescription, as type: ValueType) -> [Diagnostic.Fix] {
    var edits: [TextEdit] = []
    var words: [String] = []
    func set(_ key: String, _ located: Located<Int>?, _ value: Int?) -> Bool {
      guard let value, value != located?.value else { return true }
      words.append("\(key): \(value)")
      if let located {
        edits.append(TextEdit(located.span, replacement: String(value)))
        return true
      }
      guard let edit = insertion(", \(key): \(value)", in: property) else { return false }
      // Two insertions at one place become one.
      if let same = edits.firstIndex(where: { $0.span == edit.span }) {
        edits[same].replacement += edit.replacement
      } else {
        edits.append(edit)
      }
      return true
    }
    switch type {
    case .string(let maximum): guard set("max", property.maximumLength, maximum) else { return [] }
    case .decimal(let precision, let scale):
      guard set("precision", property.precision, precision), set("scale", property.scale, scale) else { return [] }
    default: return []
    }
    guard !edits.isEmpty else { return [] }
    return [Diagnostic.Fix("write `\(words.joined(separator: ", "))`", safe: true, edits: edits)]
  }

  /// Takes values out of an enumeration, and adds others at its end.
  static func values(
    of property: PropertyDescription, without gone: [String], with new: [String]
  ) -> [Diagnostic.Fix] {
    let values = property.values
    guard let first = values.first, let last = values.last, new.allSatisfy(YAMLPlainText.isPlain),
      values.allSatisfy({ $0.span.text == $0.value && YAMLPlainText.isPlain($0.value) })
    else { return [] }
    let file = first.span.file
    let span = SourceSpan(file: file, first.span.lowerBound..<last.span.upperBound)
    // Quotation marks, comments and line ends between the values are not ours to write anew.
    guard isInBrackets(span), span.text.utf8.allSatisfy({ ![0x0A, 0x22, 0x23, 0x27].contains($0) }) else { return [] }
    let kept = values.map(\.value).filter { !gone.contains($0) } + new
    guard !kept.isEmpty else { return [] }
    return [
      Diagnostic.Fix(
        "bring the values in line", safe: true, edits: [TextEdit(span, replacement: kept.joined(separator: ", "))])
    ]
  }

  private static func isInBrackets(_ span: SourceSpan) -> Bool {
    let bytes = span.file.bytes
    var (start, end) = (span.lowerBound, span.upperBound)
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    return start > 0 && end < bytes.count && bytes[start - 1] == UInt8(ascii: "[") && bytes[end] == UInt8(ascii: "]")
  }

  private static func insertion(_ text: String, in property: PropertyDescription) -> TextEdit? {
    let (file, end) = (property.span.file, property.span.upperBound)
    guard end > 0, end <= file.bytes.count, file.bytes[end - 1] == UInt8(ascii: "}") else { return nil }
    return TextEdit(SourceSpan(file: file, (end - 1)..<(end - 1)), replacement: text)
  }
}

/// Words that need no quotation marks in YAML, wherever they stand.
enum YAMLPlainText {
  static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else { return false }
    let isWord = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == "-"
        || scalar == " "
    }
    let meanings = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    return isWord && text.last != " " && !meanings.contains(text.lowercased())
  }
}
