/// Moments that a system holds in the time of its place, as moments in UTC. The offset is fixed: a place with summer time has
/// another one for half of the year, which no conversion can know.
public struct LocalTime: NamedConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "localTime"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("offset", .text, isRequired: true, "how far the place is ahead of UTC, as in \"+01:00\"")
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .named, forward: "Takes a moment that is in the time of a place, and gives it in UTC.",
    backward: "Gives a moment in the time of the place.", example: LocalTime(offset: "+01:00"),
    ValueType.datetime.parse("2024-09-11T00:30:00Z") ?? .null)

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(.datetime, .datetime) }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    guard let offset = arguments.text("offset"), microseconds(offset) != nil else { return nil }
    return LocalTime(offset: offset)
  }

  private let offset: String
  private let ahead: Int64?

  /// Makes the conversion for an offset such as `+01:00` or `-05:30`; with any other text every value is an error.
  public init(offset: String) {
    self.offset = offset
    ahead = Self.microseconds(offset)
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] { [ConversionArgument(label: "offset", value: .string(offset))] }

  /// The values that forward takes.
  public var domain: String? { "moments of the years 1 to 9999, in both times" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ moment: Timestamp) throws(ConversionError) -> Timestamp? {
    try moved(moment, by: ahead.map { -$0 })
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ moment: Timestamp) throws(ConversionError) -> Timestamp? { try moved(moment, by: ahead) }

  private func moved(_ moment: Timestamp, by distance: Int64?) throws(ConversionError) -> Timestamp {
    guard let distance else { throw Self.failure("cannot be moved, because the offset is none such as +01:00") }
    let (sum, isTooFar) = moment.microseconds.addingReportingOverflow(distance)
    guard !isTooFar, Self.calendar.contains(sum), Self.calendar.contains(moment.microseconds) else {
      throw Self.failure("is too far from today")
    }
    return Timestamp(microseconds: sum)
  }

  /// The years that four digits name.
  private static let calendar: ClosedRange<Int64> = -62_135_596_800_000_000...253_402_300_799_999_999

  /// The length of an offset of less than a day.
  private static func microseconds(_ offset: String) -> Int64? {
    let bytes = Array(offset.utf8)
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = number(bytes[1...2]),
      let minutes = number(bytes[4...5]), hours < 24, minutes < 60
    else { return nil }
    let length = (hours * 60 + minutes) * 60_000_000
    switch bytes[0] {
    case UInt8(ascii: "+"): return length
    case UInt8(ascii: "-"): return -length
    default: return nil
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }
}
