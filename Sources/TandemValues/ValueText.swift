extension Value {
  /// What a person is shown: text as it is, numbers in plain digits, dates and times in ISO 8601, bytes in base 64, the
  /// elements of lists with commas between them; nothing for a missing value.
  public var displayText: String {
    switch self {
    case .absent, .null: return ""
    case .string(let string): return string
    case .integer(let integer): return String(integer)
    case .decimal(let decimal): return decimal.description
    case .float(let float): return floatText(float)
    case .boolean(let boolean): return boolean ? "true" : "false"
    case .date(let date): return date.description
    case .time(let time): return time.description
    case .datetime(let datetime): return datetime.description
    case .guid(let guid): return guid.description
    case .binary(let bytes): return Base64.text(of: bytes)
    case .list(let values), .object(let values): return values.map(\.displayText).joined(separator: ", ")
    }
  }
}

extension ValueType {
  /// Reads a value of the type from its text form, as literals of documents and columns of text hold it.
  ///
  /// Text, JSON and enumerations take every text as it is; the others take the forms that ``Value/displayText`` prints,
  /// and blanks around them. Constraints are not looked at: ``Value/conforms(to:)`` does that. `nil` when the text is
  /// no such value, and for lists and structured types, which have no text form.
  public func parse(_ text: String) -> Value? {
    switch self {
    case .string, .json, .enumeration: return .string(text)
    case .integer: return Int64(trimmed(text)).map(Value.integer)
    case .decimal: return DecimalNumber(trimmed(text)).map(Value.decimal)
    case .float: return readFloat(trimmed(text)).map(Value.float)
    case .boolean: return readBoolean(trimmed(text)).map(Value.boolean)
    case .date: return CalendarDate(trimmed(text)).map(Value.date)
    case .time: return TimeOfDay(trimmed(text)).map(Value.time)
    case .datetime: return Timestamp(trimmed(text)).map(Value.datetime)
    case .guid: return GUID(trimmed(text)).map(Value.guid)
    case .binary: return Base64.bytes(of: trimmed(text)).map(Value.binary)
    case .object, .list: return nil
    }
  }
}

/// A floating-point number in plain digits where they are few enough, so that `1` is not shown as `1.0`.
func floatText(_ float: Double) -> String {
  DecimalNumber(float)?.description ?? float.description
}

/// Reads a finite floating-point number in decimal digits.
func readFloat(_ text: String) -> Double? {
  // The standard library also reads hexadecimal and the words for infinity, which no system of business data means.
  guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }),
    let float = Double(text), float.isFinite
  else { return nil }
  return float
}

/// Reads `true` or `false` in any case.
func readBoolean(_ text: String) -> Bool? {
  switch text.lowercased() {
  case "true": return true
  case "false": return false
  default: return nil
  }
}
