/// What the reference of the language says of a conversion.
public struct ConversionPage: Sendable {
  /// How a row comes to it.
  public var use: Use
  /// What it does to a value of the source, in one sentence.
  public var forward: String
  /// What it does to a value of the target, in one sentence.
  public var backward: String
  /// The conversion of the example, with arguments where it takes some.
  public var example: any Conversion
  /// The value of the source with which the example begins.
  public var sample: Value

  /// The ways in which a row comes to a conversion.
  public enum Use: Hashable, Sendable {
    /// From the types of the row, where the words say more: `with an enumeration`.
    case types(String? = nil)
    /// By its name: `conversion: upperCase`.
    case named
    /// By another clause: `values: MAP`.
    case clause(String)
  }

  /// Makes a page.
  public init(
    _ use: Use, forward: String, backward: String, example: any Conversion, _ sample: Value
  ) {
    self.use = use
    self.forward = forward
    self.backward = backward
    self.example = example
    self.sample = sample
  }
}
