/// The text form of dates or moments that a conversion was given, ISO 8601 where it was given none. Behind a reference, so
/// that handing the conversion on costs no more than that of a number.
final class DateFormat: Sendable {
  /// The form as the document names it.
  let text: String?
  private let pattern: DatePattern?

  init(_ text: String?) {
    self.text = text
    pattern = text.flatMap { DatePattern($0) }
    defect = text != nil && pattern == nil ? "cannot be converted, because the format is none such as yyyy-MM-dd" : nil
  }

  var arguments: [ConversionArgument] {
    [ConversionArgument(label: "format", value: text.map(ConversionArgument.Literal.string) ?? .none)]
  }

  /// Why no value can be converted, or `nil` when the form is sound.
  let defect: String?

  /// What the form does to the laws that hold for ISO 8601; `parts` are those that the values have.
  func laws(_ parts: [(field: DatePattern.Field, name: String)], otherwise laws: ConversionLaws) -> ConversionLaws {
    guard let pattern else { return laws }
    if !pattern.hasDate { return .oneWay(why: "the format does not show the whole date") }
    let missing = parts.filter { !pattern.fields.contains($0.field) }
    guard let first = missing.first else { return laws }
    return .lossy([Loss(.precision, first.name)])
  }

  func text(of date: CalendarDate) -> String {
    pattern?.text(date: date, time: .midnight) ?? date.description
  }

  func text(of moment: Timestamp) -> String {
    pattern?.text(date: moment.date, time: moment.time) ?? moment.description
  }

  func date(_ text: String) -> CalendarDate? {
    guard let pattern else { return CalendarDate(text) }
    return pattern.parse(text)?.date
  }

  func moment(_ text: String) -> Timestamp? {
    guard let pattern else { return Timestamp(text) }
    return pattern.parse(text).flatMap { Timestamp(date: $0.date, time: $0.time) }
  }

  /// True for a text that ends in an offset other than that of UTC itself: `+01:00`, `-0530`.
  static func hasOffset(_ text: String) -> Bool {
    let bytes = Array(trimmed(text).utf8)
    // A sign before the time of day is a hyphen between the parts of the date.
    guard let time = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return bytes[time...].contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
  }

  /// The form as a sentence names it.
  var example: String { text.map { "written as \($0)" } ?? "in the international form" }

  static let timeFields: [(field: DatePattern.Field, name: String)] = [
    (.hour, "the time of day"), (.minute, "the minutes"), (.second, "the seconds"),
    (.fraction, "fractions of a second"),
  ]
}
