/// The ordered list of conversions that the compiler chooses from when a row gives none by name.
///
/// Order is meaning: the first entry that answers for a pair of types wins. Adding a conversion means its own file in
/// `Conversions/`, its golden vectors, and one line here. What the entries answer, source type down, target type
/// across:
///
///     from \ to  string integer decimal float boolean date time datetime guid binary json enum object list
///     string     trim   read    read    read  read    read read read     read -      -    check -      -
///     integer    print  same    yes     yes   0, 1    -    -    -        -    -      -    (1)   -      -
///     decimal    print  yes     scale   yes   -       -    -    -        -    -      -    (1)   -      -
///     float      print  yes     yes     same  -       -    -    -        -    -      -    (1)   -      -
///     boolean    print  0, 1    -       -     same    -    -    -        -    -      -    (1)   -      -
///     date       print  -       -       -     -       same -    midnight -    -      -    (1)   -      -
///     time       print  -       -       -     -       -    same -        -    -      -    (1)   -      -
///     datetime   print  -       -       -     -       day  -    same     -    -      -    (1)   -      -
///     guid       print  -       -       -     -       -    -    -        same -      -    (1)   -      -
///     binary     -      -       -       -     -       -    -    -        -    same   -    -     -      -
///     json       trim   -       -       -     -       -    -    -        -    -      same -     -      -
///     enum       trim   (1)     (1)     (1)   (1)     (1)  (1)  (1)      (1)  -      -    (2)   -      -
///     object     -      -       -       -     -       -    -    -        -    -      -    -     equal  -
///     list       -      -       -       -     -       -    -    -        -    -      -    -     -      equal
///
/// A dash is `nil`: no conversion is possible, or none that a person did not choose (the first of a list, a join, text
/// that must be valid JSON). (1) through text, where the enumeration is open or at least one of its values can be read
/// as the other type. (2) where the two have a value in common or one is open; else a value map is asked for. Printed
/// into text that is too short for any value of the type there is none either.
public enum ConversionCatalog {
  /// Answers with a conversion when the entry knows how to get from one type to the other, else `nil`.
  public typealias Entry = @Sendable (_ from: ValueType, _ to: ValueType) -> (any Conversion)?

  /// All entries, most specific first.
  public static let implicit: [Entry] = [
    ImplicitConversions.betweenEnumerations,
    ImplicitConversions.fromEnumeration,
    ImplicitConversions.toEnumeration,
    ImplicitConversions.betweenTexts,
    ImplicitConversions.betweenDecimals,
    ImplicitConversions.same,
    ImplicitConversions.toText,
    ImplicitConversions.fromText,
    ImplicitConversions.betweenNumbers,
    ImplicitConversions.betweenDates,
  ]

  /// The conversion between two types, or `nil` where none is possible.
  public static func conversion(from: ValueType, to: ValueType) -> (any Conversion)? {
    for entry in implicit {
      if let conversion = entry(from, to) { return conversion }
    }
    return nil
  }

  /// What the target side applies to bring its own value into the normal form of the type, so that values that mean the
  /// same are equal; its forward direction never fails for a value of the type.
  public static func normaliser(for type: ValueType) -> any Conversion {
    switch type {
    case .string, .enumeration: return TrimmedString()
    case .decimal(_, let scale?): return DecimalScale(scale: scale)
    default: return Identity()
    }
  }

  /// The same where the source side uses `conversion`: its last parts that work within one type (capital letters, the
  /// form of telephone numbers, fewer digits) are applied to the target's value too. Such a part refuses values outside
  /// its domain.
  public static func normaliser(for type: ValueType, after conversion: any Conversion) -> any Conversion {
    let parts = conversion.parts.isEmpty ? [conversion] : conversion.parts
    let ending = parts.reversed().prefix { $0.isNormaliser || $0 is StringLength || $0 is EnumerationCheck }
    // A check is not repeated for the target's own value, nor what the type's normal form does anyway.
    let own = ending.reversed().filter { $0.isNormaliser && !($0 is TrimmedString) }
    let base = own.contains { $0 is DecimalScale } ? [] : [normaliser(for: type)]
    return Chain.of(base + own)
  }
}
