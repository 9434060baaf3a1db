import TandemValues

/// The conversions of a document as Swift: plain ones are made in place, those with arguments once per document.
struct ConversionExpressions {
  private(set) var declarations: [(name: String, call: SwiftCall)] = []
  private var names: [String: String] = [:]
  private let handWritten: HandWrittenCode

  /// Starts with none; those that are written by hand are declared elsewhere.
  init(handWritten: HandWrittenCode) { self.handWritten = handWritten }

  /// The elementary conversions of a conversion, in forward order; those that do nothing are left out.
  static func parts(_ conversion: (any Conversion)?) -> [any Conversion] {
    guard let conversion else { return [] }
    let parts = conversion.parts
    if parts.isEmpty { return conversion is Identity ? [] : [conversion] }
    return parts.flatMap { Self.parts($0) }
  }

  /// The expression for one elementary conversion.
  mutating func expression(_ conversion: any Conversion) -> String {
    if let custom = conversion as? CustomConversion { return handWritten.expression(custom) }
    let call = Self.call(conversion)
    if conversion.arguments.isEmpty { return call.inline }
    if let name = names[call.inline] { return "Conversions.\(name)" }
    let name = "\(type(of: conversion).name)\(declarations.count + 1)"
    names[call.inline] = name
    declarations.append((name, call))
    return "Conversions.\(name)"
  }

  private static func call(_ conversion: any Conversion) -> SwiftCall {
    SwiftCall(
      "\(type(of: conversion))",
      conversion.arguments.map { argument in (argument.label, literal(argument.value)) })
  }

  private static func literal(_ value: ConversionArgument.Literal) -> SwiftCall.Argument {
    switch value {
    case .string(let text): return .text(SwiftLiteral.string(text))
    case .integer(let number): return .text(String(number))
    case .boolean(let truth): return .text(String(truth))
    case .strings(let texts): return .list(texts.map { .text(SwiftLiteral.string($0)) })
    case .none: return .text("nil")
    case .pairs(let pairs):
      return .list(
        pairs.map { pair in
          .call(
            SwiftCall(
              "ConversionArgument.Pair",
              [("", .text(SwiftLiteral.string(pair.left))), ("", .text(SwiftLiteral.string(pair.right)))]))
        })
    }
  }
}
