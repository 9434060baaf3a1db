/// The ordered list of all conversions: those that documents may name, and those that the compiler chooses from when a row
/// names none.
///
/// Order is meaning: the first one that answers for a pair of types wins. Adding a conversion means its own file in
/// `Conversions/`, a file of golden vectors, and one line here. What they answer, source type down, target type
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
///     list       -      -       -       -     -       -    -    -        -    -      -    -     -      (3)
///
/// A dash is `nil`: no conversion is possible, or none that a person did not choose (the first of a list, a join, text
/// that must be valid JSON). (1) through text, where the enumeration is open or at least one of its values can be read
/// as the other type. (2) where the two have a value in common or one is open; else a value map is asked for. (3) equal, or texts of other lengths. Printed
/// into text that is too short for any value of the type there is none either.
public enum ConversionCatalog {
  /// All conversions, those that decide about pairs of types before others first.
  public static let all: [any NamedConversion.Type] = [
    EnumerationCheck.self,
    TrimmedString.self,
    DecimalScale.self,
    Identity.self,
    UpperCase.self,
    LowerCase.self,
    RemoveBlanks.self,
    LocalNumber.self,
    PhoneNumber.self,
    StringLength.self,
    ValueMap.self,
    FixedDefault.self,
    FirstElement.self,
    ElementJoin.self,
    ElementSplit.self,
    ElementLength.self,
    IntegerToString.self,
    StringToInteger.self,
    DecimalToString.self,
    StringToDecimal.self,
    FloatToString.self,
    StringToFloat.self,
    BooleanToString.self,
    StringToBoolean.self,
    DateToString.self,
    StringToDate.self,
    DatetimeToString.self,
    StringToDatetime.self,
    LocalTime.self,
    TimeToString.self,
    StringToTime.self,
    GUIDToString.self,
    StringToGUID.self,
    IntegerToDecimal.self,
    DecimalToInteger.self,
    IntegerToFloat.self,
    FloatToInteger.self,
    DecimalToFloat.self,
    FloatToDecimal.self,
    IntegerToBoolean.self,
    BooleanToInteger.self,
    DateToDatetime.self,
    DatetimeToDate.self,
  ]

  /// The conversion between two types, or `nil` where none is possible.
  public static func conversion(from: ValueType, to: ValueType) -> (any Conversion)? {
    for type in all {
      if let conversion = type.between(from, to) { return conversion }
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
