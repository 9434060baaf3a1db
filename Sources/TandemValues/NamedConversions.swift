extension ConversionCatalog {
  /// The conversion of that name with those arguments, or `nil` where there is none of the name, an argument is
  /// missing, unknown or of another kind, or it makes no sense (a format that is no pattern).
  ///
  /// Arguments are found by their label, or by their place where the label is empty.
  public static func named(_ name: String, arguments: [ConversionArgument]) -> (any Conversion)? {
    guard let maker = makers.first(where: { $0.name == name }) else { return nil }
    var literals = [ConversionArgument.Literal](repeating: .none, count: maker.labels.count)
    var given: Set<Int> = []
    for (place, argument) in arguments.enumerated() {
      let index = argument.label.isEmpty ? place : maker.labels.firstIndex(of: argument.label)
      guard let index, literals.indices.contains(index), given.insert(index).inserted else { return nil }
      literals[index] = argument.value
    }
    return maker.make(literals)
  }

  /// The names of all conversions that ``named(_:arguments:)`` knows, in the order of the catalog.
  public static var names: [String] { makers.map(\.name) }

  /// The names of those that need no argument, which a document may name.
  public static var withoutArguments: [String] {
    makers.filter { $0.make([ConversionArgument.Literal](repeating: .none, count: $0.labels.count)) != nil }.map(\.name)
  }

  /// The labels of the arguments that the named conversion takes, in order; `nil` for an unknown name.
  public static func labels(of name: String) -> [String]? {
    makers.first { $0.name == name }?.labels
  }

  private struct Maker: Sendable {
    let name: String
    let labels: [String]
    let make: @Sendable ([ConversionArgument.Literal]) -> (any Conversion)?

    /// A conversion without arguments.
    init<Plain: Conversion>(_ plain: Plain) {
      name = Plain.name
      labels = []
      make = { _ in plain }
    }

    init<Made: Conversion>(
      _ type: Made.Type, _ labels: String..., make: @escaping @Sendable ([ConversionArgument.Literal]) -> Made?
    ) {
      name = type.name
      self.labels = labels
      self.make = { make($0) }
    }
  }

  private static let makers: [Maker] = [
    Maker(Identity()), Maker(TrimmedString()), Maker(UpperCase()), Maker(LowerCase()), Maker(RemoveBlanks()),
    Maker(LocalNumber()),
    Maker(PhoneNumber.self, "defaultPrefix") { literals in
      guard let prefix = literals[0].optionalString, prefix.map(PhoneNumber.isPrefix) ?? true else { return nil }
      return PhoneNumber(defaultPrefix: prefix)
    },
    Maker(StringLength.self, "maximum") { literals in
      guard let maximum = literals[0].integer, maximum > 0 else { return nil }
      return StringLength(maximum: maximum)
    },
    Maker(EnumerationCheck.self, "values", "open") { literals in
      guard case .strings(let values) = literals[0], let open = literals[1].optionalBoolean else { return nil }
      return EnumerationCheck(values: values, open: open ?? false)
    },
    Maker(ValueMap.self, "pairs", "otherwise", "fallback") { literals in
      guard case .pairs(let pairs) = literals[0], let word = literals[1].optionalString,
        let otherwise = ValueMap.Otherwise(rawValue: word ?? "error"), let fallback = literals[2].optionalString,
        (otherwise == .fallback) == (fallback != nil)
      else { return nil }
      return ValueMap(pairs: pairs, otherwise: otherwise, fallback: fallback)
    },
    Maker(FixedDefault.self, "text", "type") { literals in
      guard case .string(let text) = literals[0], let type = literals[1].optionalString else { return nil }
      let conversion = FixedDefault(text: text, type: type ?? "string")
      return conversion.isReadable ? conversion : nil
    },
    Maker(FirstElement()),
    Maker(ElementJoin.self, "separator") { literals in
      guard case .string(let separator) = literals[0], !separator.isEmpty else { return nil }
      return ElementJoin(separator: separator)
    },
    Maker(IntegerToString()), Maker(StringToInteger()), Maker(DecimalToString()), Maker(StringToDecimal()),
    Maker(FloatToString()), Maker(StringToFloat()), Maker(BooleanToString()), Maker(StringToBoolean()),
    Maker(DateToString.self, "format") { $0[0].format.map(DateToString.init) },
    Maker(StringToDate.self, "format") { $0[0].format.map(StringToDate.init) },
    Maker(DatetimeToString.self, "format") { $0[0].format.map(DatetimeToString.init) },
    Maker(StringToDatetime.self, "format") { $0[0].format.map(StringToDatetime.init) },
    Maker(TimeToString()), Maker(StringToTime()), Maker(GUIDToString()), Maker(StringToGUID()),
    Maker(IntegerToDecimal()), Maker(DecimalToInteger()), Maker(IntegerToFloat()), Maker(FloatToInteger()),
    Maker(DecimalToFloat()), Maker(FloatToDecimal()),
    Maker(DecimalScale.self, "scale", "precision") { literals in
      guard let scale = literals[0].integer, (0...38).contains(scale) else { return nil }
      if literals[1] == .none { return DecimalScale(scale: scale) }
      guard let precision = literals[1].integer, precision >= scale else { return nil }
      return DecimalScale(scale: scale, precision: precision)
    },
    Maker(IntegerToBoolean()), Maker(BooleanToInteger()), Maker(DateToDatetime()), Maker(DatetimeToDate()),
  ]
}

extension ConversionArgument.Literal {
  fileprivate var integer: Int? {
    if case .integer(let integer) = self { return integer }
    return nil
  }

  /// The text, an inner `nil` where none is given, or an outer one for another kind of argument.
  fileprivate var optionalString: String?? {
    switch self {
    case .string(let text): return .some(text)
    case .none: return .some(nil)
    default: return nil
    }
  }

  /// The truth value, an inner `nil` where none is given, or an outer one for another kind of argument.
  fileprivate var optionalBoolean: Bool?? {
    switch self {
    case .boolean(let boolean): return .some(boolean)
    case .none: return .some(nil)
    default: return nil
    }
  }

  /// The text of a sound date format, or none.
  fileprivate var format: String?? {
    guard let text = optionalString, text.map({ DatePattern($0) != nil }) ?? true else { return nil }
    return text
  }
}
