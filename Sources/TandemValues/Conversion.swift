/// A named, pure pair of functions between two types of values.
///
/// The source side of a mapping row converts `forward` into the shared view and `backward` out of it. The checker
/// evaluates the same functions to prove what a row does to data, so a conversion must be deterministic and depend on
/// its arguments alone. ``Value/absent`` and ``Value/null`` pass through every conversion unchanged unless its laws say
/// otherwise.
public protocol Conversion: Sendable {
  /// The name that documents, explanations and generated code use, in lower camel case: `integerToString`.
  static var name: String { get }

  /// What is always true of the pair, for every value of its domain.
  static var laws: ConversionLaws { get }

  /// The arguments that this conversion was made with, in the order of its initialiser; empty for a plain one.
  var arguments: [ConversionArgument] { get }

  /// What is true of this conversion with its arguments, where that is more or less than ``laws``: a format without a
  /// time loses it, a chain loses what its parts lose.
  var effectiveLaws: ConversionLaws { get }

  /// The values that the conversion takes, in words ("whole numbers"), when it refuses others; `nil` when it takes all
  /// values of its source type.
  var domain: String? { get }

  /// The conversions that this one is made of, first to last in the forward direction; empty for a plain one.
  var parts: [any Conversion] { get }

  /// What a value lost that went through the conversion and came back as another one.
  ///
  /// - Parameters:
  ///   - value: The value as it left, on either side.
  ///   - back: The value as it came back; `nil` where it did not.
  func loss(of value: Value, comingBackAs back: Value?) -> Loss?

  /// True when forward brings a value to normal form within one type, and does nothing to a value that is in it. The
  /// target's own values are then brought to the same form before they are compared.
  var isNormaliser: Bool { get }

  /// Converts a value of the source property into the shared view.
  ///
  /// - Throws: ``ConversionError`` when the value lies outside the conversion's domain.
  func forward(_ value: Value) throws(ConversionError) -> Value

  /// Converts a value of the shared view back into one for the source property.
  ///
  /// - Throws: ``ConversionError`` when the value lies outside the conversion's range.
  func backward(_ value: Value) throws(ConversionError) -> Value
}

extension Conversion {
  /// A plain conversion has no arguments.
  public var arguments: [ConversionArgument] { [] }

  /// Most conversions do the same whatever their arguments are.
  public var effectiveLaws: ConversionLaws { Self.laws }

  /// Most conversions take every value of their source type.
  public var domain: String? { nil }

  /// A plain conversion has no parts.
  public var parts: [any Conversion] { [] }

  /// Most conversions lose one thing only.
  public func loss(of value: Value, comingBackAs back: Value?) -> Loss? { effectiveLaws.losses.first }

  /// Most conversions lead from one type to another.
  public var isNormaliser: Bool { false }
}

/// What a round trip through a conversion does to a value.
public enum ConversionLaws: Hashable, Sendable {
  /// Backward undoes forward and forward undoes backward, to the last bit.
  case exact
  /// A second round trip changes nothing that the first did not; this is brought to normal form ("outer blanks").
  case normalising([Loss])
  /// Some values cannot be restored; this is lost ("the time of day").
  case lossy([Loss])
  /// There is no way back; `why` says so in a few words.
  case oneWay(why: String)
}

extension ConversionLaws {
  /// What does not survive, the most important first; empty for an exact conversion.
  public var losses: [Loss] {
    switch self {
    case .exact: return []
    case .normalising(let losses), .lossy(let losses): return losses
    case .oneWay(let why): return [Loss(.wayBack, why)]
    }
  }
}

/// One argument of a conversion, as data that explanations print and generated code repeats. The arguments with their
/// labels, in order, are those of the conversion's initialiser.
public struct ConversionArgument: Hashable, Sendable {
  /// The label in the conversion's initialiser.
  public var label: String
  /// The argument itself.
  public var value: Literal

  /// What an argument can be.
  public enum Literal: Hashable, Sendable {
    /// Text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// True or false.
    case boolean(Bool)
    /// Texts, in order, as an enumeration has them.
    case strings([String])
    /// Pairs of text, in order, as a value map has them.
    case pairs([Pair])
    /// No argument given where one may be.
    case none
  }

  /// One line of a value map: left is the source's value, right the shared one.
  public struct Pair: Hashable, Sendable {
    /// The source's value.
    public var left: String
    /// The shared value.
    public var right: String

    /// Makes a pair.
    public init(_ left: String, _ right: String) {
      self.left = left
      self.right = right
    }
  }

  /// Makes an argument from its label and value.
  public init(label: String, value: Literal) {
    self.label = label
    self.value = value
  }
}

/// A value that a conversion cannot take.
public struct ConversionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The conversion's ``Conversion/name``.
  public var conversion: String
  /// The reason in words that follow the value: "is no whole number". Holds no value, so that it may be logged.
  public var reason: String

  /// Makes an error of the named conversion.
  public init(conversion: String, reason: String) {
    self.conversion = conversion
    self.reason = reason
  }

  /// The reason with the conversion's name, without the value.
  public var description: String { "\(conversion): the value \(reason)" }
}
