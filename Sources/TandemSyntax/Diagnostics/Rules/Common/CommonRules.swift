/// The rules on the bytes and lines of a file, whatever its notation, in the order of their codes.
public enum CommonRules {
  /// Every rule once.
  public static let all: [Rule] = [
    EmptyFile.rule,
    InvalidUTF8.rule,
    BinaryFile.rule,
    LineTooLong.rule,
    CarriageReturns.rule,
    ControlCharacter.rule,
    TooManyFaults.rule,
  ]
}
