/// Several conversions, one after the other; backward in the opposite order.
public struct Chain: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "chain"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// The conversions of the chain, first to last in the forward direction.
  public let parts: [any Conversion]

  /// Makes a chain; chains among the parts are taken apart, and identities left out where something else remains.
  public init(_ parts: [any Conversion]) {
    let flat = parts.flatMap { $0 is Chain ? $0.parts : [$0] }
    let useful = flat.filter { !($0 is Identity) }
    self.parts = useful.isEmpty ? [Identity()] : useful
  }

  /// The only part, or a chain of several.
  public static func of(_ parts: [any Conversion]) -> any Conversion {
    let chain = Chain(parts)
    return chain.parts.count == 1 ? chain.parts[0] : chain
  }

  /// What the arguments make of ``laws``.
  public var effectiveLaws: ConversionLaws {
    var changes: [Loss] = []
    var losses: [Loss] = []
    for part in parts {
      switch part.effectiveLaws {
      case .exact: break
      case .normalising(let further): changes += further.filter { !changes.contains($0) }
      case .lossy(let further): losses += further.filter { !losses.contains($0) }
      case .oneWay(let why): return .oneWay(why: why)
      }
    }
    if !losses.isEmpty { return .lossy(losses) }
    return changes.isEmpty ? .exact : .normalising(changes)
  }

  /// The values that forward takes.
  public var domain: String? {
    let domains = parts.compactMap(\.domain)
    return domains.isEmpty ? nil : domains.joined(separator: "; ")
  }

  /// True when every part works within one type.
  public var isNormaliser: Bool { parts.allSatisfy(\.isNormaliser) }

  /// Converts a value by every part in order; throws what the first failing part does.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    var value = value
    for part in parts { value = try part.forward(value) }
    return value
  }

  /// Converts a value back by every part, last to first; throws what the first failing part does.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    var value = value
    for part in parts.reversed() { value = try part.backward(value) }
    return value
  }
}
