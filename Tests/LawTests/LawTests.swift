import Generated
import TandemLaws
import TandemRuntime
import TandemValues
import Testing

/// Laws that are not true of the generated mapping: a test that could not fail would prove nothing.
@Suite("A law that the generated mapping does not keep is found out")
struct LawTests {
  /// The rows of Custompms Task to Customerp Project, by the name of the shared property.
  private static let flow = CustompmsToCustomerpDataflow.dataflow.flows[0]

  private func property(_ name: String) throws -> Int {
    try #require(Self.flow.declaration.properties.firstIndex { $0.name == name })
  }

  private func path(_ side: Side, _ name: String) throws -> LawPath {
    LawPath([try #require(Self.flow.schema(side).properties.firstIndex { $0.name == name })])
  }

  private func violations(
    _ name: String, _ verdict: RowLaw.Verdict, allowed: Set<RowLaw.Outcome> = [], _ way: LawTrip.Way,
    from source: String, into target: String, stations: [LawExample.Station] = [], refusal: String? = nil,
    seed: UInt64 = 1
  ) throws -> [LawViolation] {
    let source = source.isEmpty ? LawPath([]) : try path(.source, source)
    let target = try path(.target, target)
    let example =
      stations.isEmpty ? nil : LawExample(source: source, target: target, stations: stations, refusal: refusal)
    let law = RowLaw(
      property: try property(name), rows: "these rows", verdict: verdict, allowed: allowed,
      trips: [LawTrip(way, source: source, target: target)], example: example)
    return FlowLaws(CustompmsToCustomerpDataflow.dataflow, flow: 0, rows: [law]).cases.flatMap {
      $0.violations(seed: seed)
    }
  }

  @Test("what is declared exact and comes back in normal form is told with line, row, seed and value")
  func exact() throws {
    let found = try violations("name", .exact, .sourceAndBack, from: "title", into: "name", seed: 77)
    let first = try #require(found.first)
    let line = try #require(Self.flow.declaration.properties[try property("name")].lines.first)
    #expect(first.line == line)
    #expect(
      first.description
        == "Specs/dataflows/custompms-to-customerp.rst:\(line): Task to Project, these rows: exact is declared, but "
        + "\" Zoë \" comes back in another form: source \" Zoë \" > shared \"Zoë\" > target \"Zoë\" > source \"Zoë\" "
        + "[TANDEM_SEED=77]")
    #expect(found.count <= 3, "one fault is told \(found.count) times")
    #expect(
      try violations("name", .normalising, allowed: [.settles], .sourceAndBack, from: "title", into: "name").isEmpty)
  }

  @Test("what is declared normalising and refuses a value is found, on the way back too")
  func refused() throws {
    let forth = try violations(
      "endDate", .normalising, allowed: [.settles], .sourceAndBack, from: "deadline", into: "endDate")
    #expect(forth.contains { $0.message.contains("\"Zoe\" is refused, for it is no date written as yyyyMMdd") })
    let back = try violations("priority", .exact, .targetAndBack, from: "urgency", into: "priority")
    #expect(back.isEmpty)
    let urgency = try violations("priority", .exact, .sourceAndBack, from: "urgency", into: "priority")
    #expect(urgency.contains { $0.message.contains("7 is refused, for it is none of 1, 2, 3") })
  }

  @Test("a row that is declared one-way and writes back is found")
  func oneWay() throws {
    let forth = try violations("startDate", .oneWay, .intoTarget, from: "startDate", into: "startDate")
    #expect(forth.contains { $0.message.contains("is written against the direction of the rows") } == false)
    let normal = try violations("name", .oneWay, .intoTarget, from: "title", into: "name")
    #expect(normal.contains { $0.message.contains("is written against the direction of the rows") })
    let back = try violations("name", .oneWay, .intoSource, from: "title", into: "name")
    #expect(back.contains { $0.message.contains("is written against the direction of the rows") })
  }

  @Test("a row that is declared two-way and does not write back is found")
  func noWayBack() throws {
    let found = try violations(
      "code", .normalising, allowed: [.settles], .targetAndBack, from: "taskNumber", into: "code")
    #expect(found.contains { $0.message.contains("comes back as another value") })
  }

  @Test("a constant that does not arrive is found")
  func constant() throws {
    #expect(try violations("level", .oneWay, .constant, from: "", into: "level").isEmpty)
    // The rows of another property put nothing into `level`.
    let further = try violations("name", .oneWay, .intoFurtherTarget, from: "title", into: "level")
    #expect(further.contains { $0.message.contains("comes back as another value") })
  }

  @Test("a key that is not put back as it was read is found")
  func key() throws {
    #expect(try violations("parentId", .oneWay, .withinTarget, from: "", into: "parentId").isEmpty)
    let title = try violations("name", .exact, .withinSource, from: "title", into: "name")
    #expect(title.contains { $0.message.contains("comes back in another form") })
  }

  @Test("evidence of a loss that the mapping does not show is found, at every station")
  func evidence() throws {
    let right: [LawExample.Station] = [
      LawExample.Station(.source, .string(" Zoë ")), LawExample.Station(.shared, .string("Zoë")),
      LawExample.Station(.target, .string("Zoë")), LawExample.Station(.source, .string("Zoë")),
    ]
    func found(_ stations: [LawExample.Station], refusal: String? = nil) throws -> [LawViolation] {
      try violations(
        "name", .normalising, allowed: [.settles], .sourceAndBack, from: "title", into: "name", stations: stations,
        refusal: refusal)
    }
    #expect(try found(right).isEmpty)
    for position in right.indices.dropFirst() {
      var wrong = right
      wrong[position].value = .string("Chloë")
      let message = try #require(try found(wrong).first?.message)
      #expect(message.contains("\"Zoë\" stands where \(right[position].place.rawValue) \"Chloë\" should"), "\(message)")
    }
    let refusal = try #require(try found([right[0]], refusal: "is longer than 3 characters").first?.message)
    #expect(refusal.hasSuffix("but \" Zoë \" is not refused, though it is longer than 3 characters"))
  }

  @Test("a law of rows that the generated code does not have asks for a new generation")
  func stale() throws {
    let law = RowLaw(property: 99, rows: "these rows", verdict: .exact, trips: [])
    let cases = FlowLaws(CustompmsToCustomerpDataflow.dataflow, flow: 0, rows: [law]).cases
    #expect(
      cases.flatMap { $0.violations(seed: 1) }.first?.message.contains("run `tandem generate --tests` again") == true)
  }
}
