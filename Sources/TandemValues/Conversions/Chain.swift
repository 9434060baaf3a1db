/// Several conversions, one after the other; backward in the opposite order.
public struct Chain: Conversion {
  public static let name = "chain"
  public static let laws = ConversionLaws.exact

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

  public var effectiveLaws: ConversionLaws {
    var changes: [String] = []
    var losses: [String] = []
    for part in parts {
      switch part.effectiveLaws {
      case .exact: break
      case .normalising(let what): if !changes.contains(what) { changes.append(what) }
      case .lossy(let what): if !losses.contains(what) { losses.append(what) }
      case .oneWay(let why): return .oneWay(why: why)
      }
    }
    if !losses.isEmpty { return .lossy(what: losses.joined(separator: ", ")) }
    return changes.isEmpty ? .exact : .normalising(what: changes.joined(separator: ", "))
  }

  public var domain: String? {
    let domains = parts.compactMap(\.domain)
    return domains.isEmpty ? nil : domains.joined(separator: "; ")
  }

  public var isNormaliser: Bool { parts.allSatisfy(\.isNormaliser) }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    var value = value
    for part in parts { value = try part.forward(value) }
    return value
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    var value = value
    for part in parts.reversed() { value = try part.backward(value) }
    return value
  }
}
