import TandemRuntime
import TandemValues

/// The records that the checks of a store use.
enum StoreSamples {
  static let flow = FlowIdentifier("first.customer~second.account")
  static let otherFlow = FlowIdentifier("first.order~second.invoice")
  static let entity = EntityReference(system: "First", entity: "Customer")
  static let otherEntity = EntityReference(system: "Second", entity: "Account")
  static let moment = Timestamp(microseconds: 1_700_000_000_123_456)

  /// One value of every kind.
  static let values: [Value] = [
    .absent, .null, .string(""), .string("Åse Łukasz 北京 \u{1F680}"), .integer(.min), .integer(.max),
    .decimal(DecimalNumber("-123.45") ?? .zero), .float(-0.1), .boolean(true), .boolean(false),
    .date(CalendarDate(daysSinceEpoch: -1)), .time(TimeOfDay(microseconds: 86_399_999_999)), .datetime(moment),
    .guid(GUID(bits: 0x0123_4567_89AB_CDEF_0123_4567_89AB_CDEF)), .binary([0, 255, 10]),
    .list([.string("a"), .null]), .object([.integer(1), .absent, .list([])]),
  ]

  static func key(_ number: Int64) -> RecordKey { RecordKey(.integer(number)) }

  static func record(_ key: RecordKey, _ values: [Value] = [.string("Ada")], version: String = "1") -> Record {
    Record(key: key, version: RecordVersion(version), modified: moment, values: values)
  }

  static func observation(_ key: RecordKey, isDeleted: Bool = false) -> Observation {
    Observation(
      record: record(key), isDeleted: isDeleted, origins: [Origin(time: moment, system: "First")], createdBy: nil)
  }

  static func link(
    _ source: RecordKey, _ target: RecordKey, in flow: FlowIdentifier = flow, status: Link.Status = .live,
    made: Link.Made = .created
  ) -> Link {
    let view = SharedView(values: [.string("Ada"), .null])
    return Link(
      flow: flow, source: source, target: target, base: Base(source: view, target: view), made: made, status: status,
      run: 1)
  }
}

/// Thrown by checks that need a transaction to fail.
struct Abandoned: Error {}
