extension Conversion {
  /// The conversion as explanations print it: `stringToDecimal, decimalScale(scale: 2, precision: none)`.
  public var summary: String {
    if !parts.isEmpty { return parts.map(\.summary).joined(separator: ", ") }
    if arguments.isEmpty { return Self.name }
    return Self.name + "(" + arguments.map { "\($0.label): \($0.value.summary)" }.joined(separator: ", ") + ")"
  }
}

extension ConversionArgument.Literal {
  /// The argument as explanations print it.
  public var summary: String {
    switch self {
    case .string(let text): return "\"\(text)\""
    case .integer(let integer): return String(integer)
    case .boolean(let boolean): return boolean ? "true" : "false"
    case .pairs(let pairs): return pairs.map { "\($0.left) = \($0.right)" }.joined(separator: ", ")
    case .strings(let texts): return listed(texts)
    case .none: return "none"
    }
  }
}
