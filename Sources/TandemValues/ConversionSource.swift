extension Conversion {
  /// The Swift expression that makes this conversion: `StringLength(maximum: 80)`.
  public var swiftExpression: String {
    let type = "\(Self.self)"
    if !parts.isEmpty { return type + "([" + parts.map(\.swiftExpression).joined(separator: ", ") + "])" }
    return type + "(" + arguments.map { "\($0.label): \($0.value.swiftExpression)" }.joined(separator: ", ") + ")"
  }

  /// The conversion as explanations print it: `stringToDecimal, decimalScale(scale: 2, precision: none)`.
  public var summary: String {
    if !parts.isEmpty { return parts.map(\.summary).joined(separator: ", ") }
    if arguments.isEmpty { return Self.name }
    return Self.name + "(" + arguments.map { "\($0.label): \($0.value.summary)" }.joined(separator: ", ") + ")"
  }
}

extension ConversionArgument.Literal {
  /// The argument as a Swift literal.
  public var swiftExpression: String {
    switch self {
    case .string(let text): return quoted(text)
    case .integer(let integer): return String(integer)
    case .boolean(let boolean): return boolean ? "true" : "false"
    case .strings(let texts): return "[" + texts.map(quoted).joined(separator: ", ") + "]"
    case .pairs(let pairs):
      return "[" + pairs.map { ".init(\(quoted($0.left)), \(quoted($0.right)))" }.joined(separator: ", ") + "]"
    case .none: return "nil"
    }
  }

  /// The argument as explanations print it.
  public var summary: String {
    switch self {
    case .pairs(let pairs): return pairs.map { "\($0.left) = \($0.right)" }.joined(separator: ", ")
    case .strings(let texts): return listed(texts)
    case .none: return "none"
    default: return swiftExpression
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        // Marks that change the direction of text, and other invisible ones, would make generated code unreadable.
        let isHidden =
          scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || (0x200B...0x206F).contains(scalar.value)
        if isHidden {
          result += "\\u{" + String(scalar.value, radix: 16) + "}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
