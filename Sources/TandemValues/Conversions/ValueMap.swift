/// Texts that stand for each other, as two systems name the same status: `Shipped` here is `Posted` there.
///
/// Forward takes the first pair whose left side is the text, backward the first whose right side is. What stands in no
/// pair is treated as ``Otherwise`` says, in both directions; only a fallback has no way back of its own.
public struct ValueMap: NamedConversion, TypedConversion {
  /// What becomes of a text that stands in no pair.
  public enum Otherwise: String, Hashable, Sendable, CaseIterable, ExpressibleByStringLiteral {
    /// It is an error.
    case error
    /// It stays as it is.
    case keep
    /// It becomes null.
    case empty
    /// Forward it becomes the fallback; backward it is an error.
    case fallback

    /// The case of that name; any other text stands for ``error``.
    public init(stringLiteral: String) {
      self = Otherwise(rawValue: stringLiteral) ?? .error
    }
  }

  /// The name in documents, explanations and generated code.
  public static let name = "valueMap"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("pairs", .pairs, isRequired: true, "the texts that stand for each other"),
    ConversionParameter("otherwise", .text, "what becomes of others: \"error\", \"keep\", \"empty\" or \"fallback\""),
    ConversionParameter("fallback", .text, "what others become where otherwise is \"fallback\""),
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .clause("`values: MAP`"), forward: "Takes the first pair whose left side is the text.",
    backward: "Takes the first pair whose right side is the text.",
    example: ValueMap(pairs: [ConversionArgument.Pair("Shipped", "Posted")]), .string("Shipped"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes.text }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    let fallback = arguments.text("fallback")
    guard let pairs = arguments.pairs("pairs"),
      let otherwise = Otherwise(rawValue: arguments.text("otherwise") ?? "error"),
      (otherwise == .fallback) == (fallback != nil)
    else { return nil }
    return ValueMap(pairs: pairs, otherwise: otherwise, fallback: fallback)
  }

  /// Behind one reference, so that handing the conversion on costs no more than that of a number.
  private final class Table: Sendable {
    let pairs: [ConversionArgument.Pair]
    let fallback: String?
    let rights: [String: String]
    let lefts: [String: String]

    init(pairs: [ConversionArgument.Pair], fallback: String?) {
      self.pairs = pairs
      self.fallback = fallback
      rights = Dictionary(pairs.map { ($0.left, $0.right) }, uniquingKeysWith: { first, _ in first })
      lefts = Dictionary(pairs.map { ($0.right, $0.left) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private let table: Table
  private let otherwise: Otherwise
  private var pairs: [ConversionArgument.Pair] { table.pairs }
  private var fallback: String? { table.fallback }
  private var rights: [String: String] { table.rights }
  private var lefts: [String: String] { table.lefts }

  /// Makes the conversion; `fallback` is used only where `otherwise` says so.
  public init(pairs: [ConversionArgument.Pair], otherwise: Otherwise = .error, fallback: String? = nil) {
    table = Table(pairs: pairs, fallback: fallback)
    self.otherwise = otherwise
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] {
    [
      ConversionArgument(label: "pairs", value: .pairs(pairs)),
      ConversionArgument(label: "otherwise", value: .string(otherwise.rawValue)),
      ConversionArgument(label: "fallback", value: fallback.map(ConversionArgument.Literal.string) ?? .none),
    ]
  }

  /// What the arguments make of ``laws``.
  public var effectiveLaws: ConversionLaws {
    if let shared = rights.first(where: { lefts[$0.value] != $0.key })?.value {
      let others = pairs.filter { $0.right == shared }.map(\.left)
      return .lossy([Loss(.distinction, "which of \(listed(others)) it was")])
    }
    switch otherwise {
    case .error: return .exact
    case .empty, .fallback: return .lossy([Loss(.distinction, "values that the map does not name")])
    case .keep:
      // A text that is kept may be the right side of a pair, whose left side it then comes back as.
      let isAmbiguous = pairs.contains { rights[$0.right] == nil || lefts[$0.left] == nil }
      return isAmbiguous ? .lossy([Loss(.distinction, "values that stand on the other side of the map")]) : .exact
    }
  }

  /// The values that forward takes.
  public var domain: String? {
    otherwise == .error ? "one of \(listed(pairs.map(\.left)))" : nil
  }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ text: String) throws(ConversionError) -> String? {
    if let right = right(text) { return right }
    if otherwise == .fallback, let fallback { return fallback }
    return try unnamed(text)
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ text: String) throws(ConversionError) -> String? {
    if let left = left(text) { return left }
    return try unnamed(text)
  }

  // A handful of short texts is compared faster than hashed.
  private func right(_ text: String) -> String? {
    if pairs.count > 8 { return rights[text] }
    for pair in pairs where pair.left == text { return pair.right }
    return nil
  }

  private func left(_ text: String) -> String? {
    if pairs.count > 8 { return lefts[text] }
    for pair in pairs where pair.right == text { return pair.left }
    return nil
  }

  private func unnamed(_ text: String) throws(ConversionError) -> String? {
    switch otherwise {
    case .keep: return text
    case .empty: return nil
    case .error, .fallback: throw Self.failure("does not stand in the value map")
    }
  }
}
