/// The ordered list of conversions that the compiler chooses from when a row gives none by name.
///
/// Order is meaning: the first entry that answers for a pair of types wins. Adding a conversion means its own file in
/// `Conversions/`, its golden vectors, and one line here.
public enum ConversionCatalog {
  /// Answers with a conversion when the entry knows how to get from one type to the other, else `nil`.
  public typealias Entry = @Sendable (_ from: ValueType, _ to: ValueType) -> (any Conversion)?

  /// All entries, most specific first.
  public static let implicit: [Entry] = []

  /// The conversion between two types, or `nil` where none is possible.
  public static func conversion(from: ValueType, to: ValueType) -> (any Conversion)? {
    for entry in implicit {
      if let conversion = entry(from, to) { return conversion }
    }
    return nil
  }
}
