import TandemSyntax
import TandemValues

/// What other languages and systems call the types.
enum TypeSynonyms {
  /// The type's word that was probably meant; of several the one that is `expected`, else the first.
  ///
  /// A word of another language counts before a typing error. Nobody who writes one word means an object or a list, so
  /// these are only found where they are expected.
  static func meant(by word: String, expected: String? = nil) -> String? {
    let name = NormalizedName(word).text
    if let meanings = synonyms.first(where: { $0.words.contains(name) })?.meanings {
      return expected.flatMap { meanings.contains($0) ? $0 : nil } ?? meanings[0]
    }
    let words = TypeBuilder.words.filter { $0 == expected || TypeBuilder.plainType($0) != nil }
    return SpellingDistance.nearest(to: word, in: words)
  }

  private static let synonyms: [(words: Set<String>, meanings: [String])] = [
    (
      [
        "int", "int8", "int16", "int32", "int64", "uint", "uint32", "uint64", "long", "short", "bigint", "smallint",
        "tinyint", "byte", "serial", "bigserial", "autonumber", "counter",
      ], ["integer"]
    ),
    (["number", "numeric", "num"], ["decimal", "integer", "float"]), (["money", "currency", "amount"], ["decimal"]),
    (["percent", "percentage"], ["decimal", "float"]),
    (["double", "real", "single", "float32", "float64", "doubleprecision"], ["float", "decimal"]),
    (["bool", "bit", "flag", "checkbox", "yesno", "truefalse", "logical"], ["boolean"]),
    (
      [
        "text", "varchar", "nvarchar", "char", "nchar", "character", "str", "clob", "textarea", "memo", "longtext",
        "email", "phone", "url", "html", "richtext",
      ], ["string"]
    ),
    (["timestamp", "timestamptz", "datetime2", "datetimeoffset", "instant", "moment", "smalldatetime"], ["datetime"]),
    (["day", "localdate", "dateonly", "calendardate"], ["date"]),
    (["localtime", "timeonly", "timeofday"], ["time"]),
    (["uuid", "uniqueidentifier", "identifier"], ["guid", "string"]),
    (["id", "reference", "lookup"], ["guid", "integer", "string"]),
    (["picklist", "choice", "option", "optionset", "select", "dropdown", "enumeration"], ["enum", "string"]),
    (["blob", "bytes", "bytea", "varbinary", "image", "file", "base64"], ["binary"]),
    (["jsonb", "jsonobject"], ["json"]),
    (["array", "collection", "multipicklist", "sequence"], ["list"]),
    (["struct", "record", "map", "dictionary"], ["object"]),
  ]
}
