import TandemSyntax

/// The words of the language in the form in which libFuzzer reads them.
public enum FuzzDictionary {
  /// One entry a line, made from the tables that the readers use.
  public static var text: String {
    var words: Set<String> = [
      ".. list-table::", ":header-rows: 1", "* - ", "- ", ": ", "``", " and ", " or ", " in (", " is empty", " to ",
      "\n---", "|", ">", "&", "<<", "\t", "\r\n", "otherwise", "value", "path", "type", "default", "system", "entities",
      "key", "readOnly", "enum", "values", "string", "integer", "decimal", "datetime", "ref", "changes", "cursor",
    ]
    func add(_ template: Template) {
      for piece in template.pieces {
        if case .fixed(let bytes) = piece { words.insert(String(decoding: bytes, as: UTF8.self)) }
      }
    }
    for form in SentenceForm.all { add(form.template) }
    for form in ClauseForm.all {
      add(form.template)
      words.insert(form.key + ": ")
    }
    for form in DirectionForm.all { add(form.template) }
    for form in PolicyForm.all { words.insert(form.key + ": ") }
    for column in ColumnForm.properties.required + ColumnForm.properties.optional {
      add(column.heading)
      if let key = column.key { words.insert(key + ": ") }
    }
    return words.filter { !$0.isEmpty }.sorted().map { "\"\(escaped($0))\"\n" }.joined()
  }

  /// libFuzzer takes printable ASCII as it is, and the rest as two digits.
  private static func escaped(_ word: String) -> String {
    word.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): return "\\" + String(UnicodeScalar(byte))
      case 0x20..<0x7F: return String(UnicodeScalar(byte))
      default: return "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
