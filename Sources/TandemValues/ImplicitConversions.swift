/// The entries of ``ConversionCatalog/implicit``, each for one family of pairs.
enum ImplicitConversions {
  /// An enumeration to another: the values that both know, where they have some.
  static func betweenEnumerations(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .enumeration(let left, let leftOpen) = from, case .enumeration(let right, let rightOpen) = to else {
      return nil
    }
    switch (leftOpen, rightOpen) {
    case (true, true): return TrimmedString()
    case (true, false): return Chain([TrimmedString(), EnumerationCheck(values: right)])
    case (false, true): return Chain([TrimmedString(), EnumerationCheck(values: left)])
    case (false, false):
      let common = left.filter(right.contains)
      return common.isEmpty ? nil : Chain([TrimmedString(), EnumerationCheck(values: common)])
    }
  }

  /// An enumeration to another type, by way of its text; only its own values go back.
  static func fromEnumeration(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .enumeration(let values, let open) = from, isReachable(to, from: values, open: open),
      let rest = ConversionCatalog.conversion(from: .string(maximumLength: nil), to: to)
    else { return nil }
    return Chain.of(open ? [rest] : [TrimmedString(), EnumerationCheck(values: values), rest])
  }

  /// Another type to an enumeration, by way of its text.
  static func toEnumeration(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .enumeration(let values, let open) = to, isReachable(from, from: values, open: open),
      let rest = ConversionCatalog.conversion(from: from, to: .string(maximumLength: nil))
    else { return nil }
    var parts = [rest]
    if !open { parts.append(EnumerationCheck(values: values)) }
    return Chain.of(parts)
  }

  private static func isReachable(_ type: ValueType, from values: [String], open: Bool) -> Bool {
    switch type {
    // Two enumerations without a common value are no pair that text could help.
    case .json, .binary, .object, .list, .enumeration: return false
    case .string(let maximum?): return open || values.contains { $0.unicodeScalars.count <= maximum }
    default: return open || values.contains { type.parse($0) != nil }
    }
  }

  /// Text to text: outer blanks go, and the shorter limit holds in both directions.
  static func betweenTexts(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .string(let target) = to else { return nil }
    let source: Int?
    switch from {
    case .string(let maximum): source = maximum
    case .json: source = nil
    default: return nil
    }
    guard source != target, let limit = [source, target].compactMap(\.self).min() else { return TrimmedString() }
    return Chain([TrimmedString(), StringLength(maximum: limit)])
  }

  /// Decimal to decimal: the fewer digits before and after the point hold in both directions.
  static func betweenDecimals(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .decimal(let sourcePrecision, let sourceScale) = from,
      case .decimal(let targetPrecision, let targetScale) = to
    else { return nil }
    if from == to { return Identity() }
    guard let scale = [sourceScale, targetScale].compactMap(\.self).min() else {
      // Without a scale a precision limits the digits in all, which the value's own check reports.
      return Identity()
    }
    let digits = [integerDigits(sourcePrecision, sourceScale), integerDigits(targetPrecision, targetScale)]
    return DecimalScale(scale: scale, precision: digits.compactMap(\.self).min().map { $0 + scale })
  }

  private static func integerDigits(_ precision: Int?, _ scale: Int?) -> Int? {
    guard let precision, let scale else { return nil }
    return max(precision - scale, 0)
  }

  /// Two properties of one type.
  static func same(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    from == to ? Identity() : nil
  }

  /// Another plain type as text, with a check where the text may be too long.
  static func toText(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .string(let maximum) = to, let (print, shortest, longest) = printing(from) else { return nil }
    var parts = [print]
    // What comes back from a text must fit the digits of the source.
    if case .decimal(let precision, let scale?) = from {
      parts.insert(DecimalScale(scale: scale, precision: precision), at: 0)
    }
    if let maximum {
      if maximum < shortest { return nil }
      if longest > maximum { parts.append(StringLength(maximum: maximum)) }
    }
    return Chain.of(parts)
  }

  /// The conversion of a type into text, with the lengths of the shortest and the longest such text.
  private static func printing(_ type: ValueType) -> (any Conversion, shortest: Int, longest: Int)? {
    switch type {
    case .integer: return (IntegerToString(), 1, 20)
    case .decimal: return (DecimalToString(), 1, 40)
    case .float: return (FloatToString(), 1, 41)
    case .boolean: return (BooleanToString(), 4, 5)
    case .date: return (DateToString(), 10, 10)
    case .time: return (TimeToString(), 8, 15)
    case .datetime: return (DatetimeToString(), 20, 27)
    case .guid: return (GUIDToString(), 36, 36)
    case .string, .binary, .json, .enumeration, .object, .list: return nil
    }
  }

  /// Text as another plain type; what goes back must fit the text's limit.
  static func fromText(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .string(let maximum) = from, let (read, shortest, longest) = reading(to) else { return nil }
    var parts: [any Conversion] = []
    if let maximum {
      if maximum < shortest { return nil }
      if longest > maximum { parts += [TrimmedString(), StringLength(maximum: maximum)] }
    }
    parts.append(read)
    if case .decimal(let precision, let scale?) = to { parts.append(DecimalScale(scale: scale, precision: precision)) }
    return Chain.of(parts)
  }

  private static func reading(_ type: ValueType) -> (any Conversion, shortest: Int, longest: Int)? {
    switch type {
    case .integer: return (StringToInteger(), 1, 20)
    case .decimal: return (StringToDecimal(), 1, 40)
    case .float: return (StringToFloat(), 1, 41)
    case .boolean: return (StringToBoolean(), 4, 5)
    case .date: return (StringToDate(), 10, 10)
    // A short text column may well hold `07:41`; only the way back is then refused.
    case .time: return (StringToTime(), 5, 15)
    case .datetime: return (StringToDatetime(), 16, 27)
    case .guid: return (StringToGUID(), 32, 36)
    case .string, .binary, .json, .enumeration, .object, .list: return nil
    }
  }

  /// Numbers of different kinds, and truth values as the numbers 0 and 1.
  static func betweenNumbers(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    let conversion: any Conversion
    switch (from, to) {
    case (.integer, .decimal): conversion = IntegerToDecimal()
    case (.decimal, .integer): conversion = DecimalToInteger()
    case (.integer, .float): conversion = IntegerToFloat()
    case (.float, .integer): conversion = FloatToInteger()
    case (.decimal, .float): conversion = DecimalToFloat()
    case (.float, .decimal): conversion = FloatToDecimal()
    case (.integer, .boolean): conversion = IntegerToBoolean()
    case (.boolean, .integer): conversion = BooleanToInteger()
    default: return nil
    }
    // The digits of a decimal column are minded on the side that has it.
    if case .decimal(let precision, let scale?) = to {
      let isWhole = from == .integer && precision.map { $0 - scale >= 19 } ?? true
      if !isWhole || from == .float { return Chain([conversion, DecimalScale(scale: scale, precision: precision)]) }
    }
    if case .decimal(let precision, let scale?) = from {
      let isWhole = to == .integer && precision.map { $0 - scale >= 19 } ?? true
      if !isWhole || to == .float { return Chain([DecimalScale(scale: scale, precision: precision), conversion]) }
    }
    return conversion
  }

  /// Dates and moments.
  static func betweenDates(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    switch (from, to) {
    case (.date, .datetime): return DateToDatetime()
    case (.datetime, .date): return DatetimeToDate()
    default: return nil
    }
  }
}
