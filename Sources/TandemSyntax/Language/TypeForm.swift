/// One type: the word that documents and descriptions use for it, and what it holds.
public struct TypeForm: Sendable {
  /// The word.
  public let word: String
  /// What a value of it is, in one sentence.
  public let summary: String
  /// True when the word says everything, so that a parameter may be of the type.
  public let isPlain: Bool

  init(_ word: String, _ summary: String, isPlain: Bool = true) {
    self.word = word
    self.summary = summary
    self.isPlain = isPlain
  }

  /// All types, in the order in which messages list them.
  public static let all: [TypeForm] = [
    TypeForm("string", "Text."),
    TypeForm("integer", "A whole number."),
    TypeForm("decimal", "An exact number, such as an amount of money."),
    TypeForm("float", "A number of a measurement, not exact in its last digits."),
    TypeForm("boolean", "Yes or no."),
    TypeForm("date", "A day of the calendar."),
    TypeForm("time", "A time of the day."),
    TypeForm("datetime", "A moment: a date and a time."),
    TypeForm("guid", "An identifier that is unique in the world."),
    TypeForm("binary", "Bytes, such as a picture."),
    TypeForm("json", "Text that holds JSON."),
    TypeForm("enum", "One of a list of words.", isPlain: false),
    TypeForm("object", "A property with parts, each with its own type.", isPlain: false),
    TypeForm("list", "Several values, or several objects.", isPlain: false),
  ]
}
