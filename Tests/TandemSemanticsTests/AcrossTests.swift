import TandemSemantics
import TandemSyntax
import Testing

@Suite("Flows of several documents together")
struct AcrossTests {
  /// A document of one flow in each of the pairs, checked with two further systems.
  private func check(
    depot: [String], book: [String] = [], _ documents: [(title: String, flow: String, rows: [String])],
    before: [String] = [], policy: String = "create: never"
  ) -> CheckResult {
    func description(_ name: String, _ entity: String, _ properties: [String]) -> SystemDescription {
      let text =
        "system: \(name)\nmodified: changed\nchanges: {cursor: version, kind: rowversion, deletes: {kind: feed}}\n"
        + "entities:\n  \(entity):\n    externalKey: tag\n    properties:\n"
        + (["id: {type: integer, key: true, readOnly: true}", "tag: {type: string, max: 40, unique: true}"] + properties
        + [
          "changed: {type: datetime, readOnly: true}", "version: {type: integer, readOnly: true}",
        ]).map { "      \($0)\n" }.joined()
      return Support.description(SourceFile(path: "systems/\(name.lowercased()).yaml", text: text))
    }
    let read = documents.enumerated().map { index, document in
      Support.dataflow(
        SourceFile(
          path: "d\(index).yaml",
          text: "dataflow: \(document.title)\n" + (before.indices.contains(index) ? before[index] + "\n" : "")
            + "flows:\n"
            + "- flow: \(document.flow)\n  \(policy)\n  properties:\n"
            + document.rows.map { "  - \($0)\n" }.joined()))
    }
    return Checker.check(
      read,
      systems: Support.systems + [description("Depot", "Client", depot)]
        + (book.isEmpty ? [] : [description("Book", "Reader", book)]))
  }

  private func ring(seen: String, conversion: String) -> CheckResult {
    check(
      depot: ["seen: {type: \(seen)}"], book: ["since: {type: datetime}"],
      [
        (
          "Shop to Depot", "Shop Customer to Depot Client",
          ["{source: joined, target: seen, type: \(seen)\(conversion)}"]
        ),
        ("Depot to Book", "Depot Client to Book Reader", ["{source: seen, target: since, type: datetime}"]),
        ("Book to Shop", "Book Reader to Shop Customer", ["{source: since, target: joined, type: datetime}"]),
      ])
  }

  @Test func rowsThatTheProofOfRingsDoesNotFollowAreListedWithTheirReasons() throws {
    let result = check(
      depot: ["seen: {type: string, max: 200}", "mark: {type: string, max: 50}", "lone: {type: string, max: 50}"],
      book: ["since: {type: string, max: 200}", "sign: {type: string, max: 50}"],
      [
        (
          "Shop to Depot", "Shop Customer to Depot Client",
          [
            "{source: name, target: seen, type: string, join: ' ', choice: 1}",
            "{source: email, target: seen, type: string, join: ' ', choice: 2}",
            "{source: address.street, target: mark, type: string, when: 'vip = true', direction: to Depot}",
            "{source: address.city, target: lone, type: string, when: 'vip = true', direction: to Depot}",
          ]
        ),
        (
          "Depot to Book", "Depot Client to Book Reader",
          [
            "{source: seen, target: since, type: string}",
            "{source: mark, target: sign, type: string, direction: only if empty in Book}",
          ]
        ),
        (
          "Book to Shop", "Book Reader to Shop Customer",
          [
            "{source: since, target: name, type: string, direction: to Shop}",
            "{source: sign, target: address.street, type: string}",
          ]
        ),
      ])
    let component = try #require(result.components.first, "\(Support.lines(result))")
    let found = component.unproven.map {
      "\($0.file):\($0.lines.map(String.init).joined(separator: ",")) \($0.reason.rawValue)"
    }
    // What nobody else keeps in step can stand in no ring.
    #expect(
      found == ["d0.yaml:6,7 joined", "d0.yaml:8 conditional", "d1.yaml:7 only-if-empty"],
      "\(found) \(Support.lines(result))")
    #expect(component.longestRing == nil)
    #expect(ring(seen: "date", conversion: "").components.flatMap(\.unproven).isEmpty)
  }

  @Test func aRecordIsOnlyFoundAgainByWhatTheFlowHasWritten() throws {
    func level(_ rows: String) throws -> CheckedFlow.CreateLevel {
      let result = Support.check(
        "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Receipt\n  match:\n  - {email: Text}\n"
          + "  properties:\n  - \(rows)\n")
      return try #require(result.dataflows.first?.flows.first, "\(Support.lines(result))").createLevel
    }
    #expect(try level("{source: email, target: Text, type: string}") == .matchKey)
    #expect(try level("{source: email, target: Text, type: string, direction: to Shop}") == .none)
    let unwritten = "{source: name, target: Invoice, lookup: Invoice, by: {name: Number}, direction: to Ledger}"
    #expect(try level(unwritten) == .person)
  }

  @Test func aRingOfThreeSystemsWithALossyConversionIsReportedWithTheFlippingValues() throws {
    let result = ring(seen: "date", conversion: ", conversion: datetimeToDate")
    let found = result.diagnostics.filter { $0.rule.name == "unsettled-cycle" }
    let diagnostic = try #require(found.first, "\(Support.lines(result))")
    #expect(found.count == 1 && diagnostic.severity == .warning)
    #expect(
      diagnostic.message.hasSuffix("`2024-03-05T13:25:30.123456Z` becomes `2024-03-05T00:00:00Z`"),
      "\(diagnostic.message)")
    // Every station of the way is shown, and the rows of the two other documents.
    #expect(diagnostic.notes.contains("then `Depot Client.seen` becomes `2024-03-05`"), "\(diagnostic.notes)")
    #expect(Set(diagnostic.labels.map(\.span.file.path)) == ["d1.yaml", "d2.yaml"])
    #expect(result.components.map(\.rounds) == [nil])
  }

  @Test func theSameRingWithExactConversionsIsNot() {
    let result = ring(seen: "datetime", conversion: "")
    #expect(!result.diagnostics.contains { $0.severity > .note }, "\(Support.lines(result))")
    // One flow is the longest way in a ring of three, and one more round finds nothing to do.
    #expect(result.components.map(\.rounds) == [2])
  }

  @Test func theDirectionThatTheMessageNamesSettlesTheRing() throws {
    let diagnostic = try #require(
      ring(seen: "date", conversion: ", conversion: datetimeToDate").diagnostics.first {
        $0.rule.name == "unsettled-cycle"
      })
    #expect(diagnostic.explanation.contains("add `direction: to Shop` to the row"), "\(diagnostic.explanation)")
    let settled = ring(seen: "date", conversion: ", conversion: datetimeToDate, direction: to Shop")
    #expect(!settled.diagnostics.contains { $0.rule.name == "unsettled-cycle" }, "\(Support.lines(settled))")
  }

  @Test func exactValueMapsThatExchangeTwoValuesNeverComeToRest() throws {
    func result(_ last: String) -> CheckResult {
      check(
        depot: ["state: {type: enum, values: [A, B]}"], book: ["kind: {type: enum, values: [x, y]}"],
        [
          (
            "Shop to Depot", "Shop Customer to Depot Client",
            ["{source: status, target: state, type: string, values: M}"]
          ),
          ("Depot to Book", "Depot Client to Book Reader", ["{source: state, target: kind, type: string, values: M}"]),
          ("Book to Shop", "Book Reader to Shop Customer", ["{source: kind, target: status, type: string, values: M}"]),
        ],
        before: ["values:\n  M: {active: A, blocked: B}", "values:\n  M: {A: x, B: y}", "values:\n  M: {\(last)}"])
    }
    let found = result("x: blocked, y: active").diagnostics.filter { $0.rule.name == "unsettled-cycle" }
    #expect(found.count == 1 && found[0].message.contains("never comes to rest"), "\(found.map(\.message))")
    #expect(!result("x: active, y: blocked").diagnostics.contains { $0.rule.name == "unsettled-cycle" })
  }

  @Test func documentsOfOnePairAreComparedByWhatTheyDoToValues() {
    func result(_ there: String, _ back: String) -> [String] {
      let text = { (title: String, flow: String, map: String, row: String) in
        "dataflow: \(title)\nvalues:\n  M: {\(map)}\nflows:\n- flow: \(flow)\n  create: never\n  properties:\n  - \(row)\n"
      }
      let documents = [
        text(
          "Shop to Ledger", "Shop Customer to Ledger Account", there,
          "{source: status, target: Status, type: string, values: M}"),
        text(
          "Ledger to Shop", "Ledger Account to Shop Customer", back,
          "{source: Status, target: status, type: string, values: M}"),
      ].enumerated().map { Support.dataflow(SourceFile(path: "d\($0).yaml", text: $1)) }
      return Checker.check(documents, systems: Support.systems).diagnostics.filter {
        $0.rule.name == "opposite-documents"
      }.flatMap(\.notes)
    }
    #expect(result("active: Active, blocked: Blocked", "Active: active, Blocked: blocked").isEmpty)
    #expect(
      result("active: Active, blocked: Blocked", "Active: blocked, Blocked: active") == [
        "`Active` becomes `blocked` through this row and `active` through the other"
      ])
  }

  @Test func recordsThatOthersReferToAreCreatedFirst() throws {
    let customers =
      "- flow: Shop Customer to Ledger Account\n  properties:\n  - {source: name, target: Name, type: string}\n"
    let orders =
      "- flow: Shop Order to Ledger Invoice\n  properties:\n  - {source: number, target: Number, type: string}\n"
      + "  - {source: customerId, target: Account, reference: Customer to Account}\n"
    let result = Support.check("dataflow: Shop to Ledger\nflows:\n" + orders + customers)
    let plan = result.creationPlan
    #expect(
      plan.order == ["Shop Customer to Ledger Account", "Shop Order to Ledger Invoice"], "\(Support.lines(result))")
    #expect(plan.deferred.isEmpty)
    // The two pairs share no entity, so a change of one never reaches the other.
    #expect(result.components.map(\.rounds) == [2, 2])
    #expect(result.dataflows[0].flows.map(\.createLevel) == [.externalKey, .externalKey])
  }

  @Test func aRingOfReferencesIsCreatedInTwoPhases() throws {
    let rule = try #require(SemanticRules.all.first { $0.name == "reference-cycle" })
    let plan = Support.check(rule.passing).creationPlan
    #expect(plan.order == ["Yard Person to Depot Member", "Yard Team to Depot Crew"])
    #expect(
      plan.deferred == [
        CreationPlan.Deferred(
          flow: "Yard Person to Depot Member", property: "crew", waitsFor: "Yard Team to Depot Crew")
      ])
  }

  @Test(arguments: [
    ("points > 10 and points < 5", true), ("points > 10 or points < 5", false), ("points > 10 and points < 12", false),
    ("points > 10 and points < 11", true), ("points >= 10 and points <= 10", false),
    ("status = \"active\" and status = \"blocked\"", true), ("status in (\"active\", \"blocked\")", false),
    ("status in (\"active\", \"blocked\") or status is empty", true), ("not (vip or not vip)", true),
    ("email is empty and email = \"x\"", true), ("since < \"2024-01-01\" and since > \"2024-01-01\"", true),
    ("since < \"2024-01-03\" and since > \"2024-01-01\"", false), ("name is not empty", false),
    ("balance > 1.5 and balance < 1.6", false), ("points = 1 and status = \"active\" and vip", false),
  ])
  func aConditionIsConstantWhereNoCaseMakesADifference(condition: String, isConstant: Bool) {
    let text = condition.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    let result = Support.check(
      "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  where: '\(text)'\n  properties:\n"
        + "  - {source: name, target: Name, type: string}\n")
    #expect(
      result.diagnostics.contains { $0.rule.name == "constant-condition" } == isConstant, "\(Support.lines(result))")
  }
}
