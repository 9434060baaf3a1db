/// A conversion of the catalog: its file says everything that is known of it, so that adding one touches that file, its
/// golden vectors, and one line of ``ConversionCatalog/all``.
public protocol NamedConversion: Conversion {
  /// The arguments that it takes, in the order of its initialiser; empty for a plain one.
  static var parameters: [ConversionParameter] { get }

  /// What the reference says of it.
  static var page: ConversionPage { get }

  /// The conversion with the given arguments, which have known labels and the right kinds; `nil` where they make no sense
  /// (a format that is no pattern).
  static func make(_ arguments: ConversionArguments) -> Self?

  /// What it takes and gives where a row names it for a value of the type; `nil` where it cannot take one.
  static func types(from type: ValueType) -> ConversionTypes?

  /// The conversion from one type to another where a row names none; `nil` where this one does not answer.
  static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)?
}

extension NamedConversion {
  /// Most conversions take no arguments.
  public static var parameters: [ConversionParameter] { [] }

  /// Most conversions of one type are used only where a row names them.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? { nil }
}

/// A conversion without arguments.
public protocol PlainConversion: NamedConversion {
  /// Makes the conversion.
  init()
}

extension PlainConversion {
  /// There is only one.
  public static func make(_ arguments: ConversionArguments) -> Self? { Self() }
}

/// The types of a conversion's two ends.
public struct ConversionTypes: Hashable, Sendable {
  /// What forward takes.
  public var input: ValueType
  /// What forward gives.
  public var output: ValueType

  /// Joins the two.
  public init(_ input: ValueType, _ output: ValueType) {
    self.input = input
    self.output = output
  }

  /// Text to text, of any length.
  public static let text = ConversionTypes(.string(maximumLength: nil), .string(maximumLength: nil))

  /// Any text.
  static let anyText = ValueType.string(maximumLength: nil)

  /// Any decimal number.
  static let anyDecimal = ValueType.decimal(precision: nil, scale: nil)
}

/// One argument that a conversion takes.
public struct ConversionParameter: Hashable, Sendable {
  /// The label in documents and in the conversion's initialiser.
  public var label: String
  /// What it can be.
  public var kind: Kind
  /// True where the conversion cannot be made without it.
  public var isRequired: Bool
  /// What it means, in words that follow the label: `the text between the elements`.
  public var meaning: String

  /// The kinds of arguments.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Text between quotation marks.
    case text
    /// A whole number.
    case integer = "whole number"
    /// `true` or `false`.
    case boolean = "true or false"
    /// Texts between square brackets.
    case texts = "list of texts"
    /// Pairs of texts between square brackets: `["Shipped" = "Posted"]`.
    case pairs = "list of pairs"
  }

  /// Makes a parameter.
  public init(_ label: String, _ kind: Kind, isRequired: Bool = false, _ meaning: String) {
    self.label = label
    self.kind = kind
    self.isRequired = isRequired
    self.meaning = meaning
  }

  /// True for an argument of the parameter's kind.
  func takes(_ literal: ConversionArgument.Literal) -> Bool {
    switch (literal, kind) {
    case (.none, _): return !isRequired
    case (.string, .text), (.integer, .integer), (.boolean, .boolean), (.strings, .texts), (.pairs, .pairs): return true
    // An empty list is one of both kinds.
    case (.strings(let texts), .pairs): return texts.isEmpty
    default: return false
    }
  }
}

/// The arguments of a conversion that is to be made, by label; each is of its parameter's kind.
public struct ConversionArguments: Sendable {
  private let literals: [String: ConversionArgument.Literal]

  init(_ literals: [String: ConversionArgument.Literal]) {
    self.literals = literals
  }

  /// The text with the label; `nil` where none is given, here and below.
  public func text(_ label: String) -> String? {
    if case .string(let text)? = literals[label] { return text }
    return nil
  }

  /// The whole number with the label.
  public func integer(_ label: String) -> Int? {
    if case .integer(let integer)? = literals[label] { return integer }
    return nil
  }

  /// The truth value with the label.
  public func boolean(_ label: String) -> Bool? {
    if case .boolean(let boolean)? = literals[label] { return boolean }
    return nil
  }

  /// The texts with the label.
  public func texts(_ label: String) -> [String]? {
    if case .strings(let texts)? = literals[label] { return texts }
    return nil
  }

  /// The pairs with the label.
  public func pairs(_ label: String) -> [ConversionArgument.Pair]? {
    switch literals[label] {
    case .pairs(let pairs)?: return pairs
    case .strings(let texts)? where texts.isEmpty: return []
    default: return nil
    }
  }
}
