import TandemSemantics
import TandemSyntax
import TandemValues
import Testing

@Test func aReferenceGoesThroughTheFlowOfItsEntitiesInEitherDirection() throws {
  let orders = """
    - flow: Shop Order to Ledger Invoice
      properties:
      - {source: number, target: Number, type: string}
      - {source: customerId, target: Account, reference: Customer to Account}

    """
  let forward = Support.check(
    "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties:\n"
      + "  - {source: name, target: Name, type: string}\n" + orders)
  let property = try #require(forward.dataflows.first?.flows.last?.properties.last, "\(Support.lines(forward))")
  #expect(property.translation == .reference(flow: "ledger.account~shop.customer", reversed: false))
  // The shared view holds the source's own key; the engine translates it.
  #expect(property.type == .integer && property.inputs[0].conversion == nil && property.outputs[0].normaliser == nil)

  let documents = [
    "dataflow: Shop to Ledger\nflows:\n" + orders,
    "dataflow: Ledger to Shop\nflows:\n- flow: Ledger Account to Shop Customer\n  properties:\n"
      + "  - {source: Name, target: name, type: string}\n",
  ].map { Support.dataflow(SourceFile(path: "d.yaml", text: $0)) }
  let backward = Checker.check(documents, systems: Support.systems)
  let reversed = try #require(backward.dataflows.first?.flows.first?.properties.last, "\(Support.lines(backward))")
  #expect(reversed.translation == .reference(flow: "ledger.account~shop.customer", reversed: true))
}

@Test func aCopiedReferenceIsToldTheClauseThatTheFlowsDetermine() throws {
  let result = Support.check(
    """
    dataflow: Shop to Ledger
    flows:
    - flow: Shop Customer to Ledger Account
      properties:
      - {source: name, target: Name, type: string}
      - {source: countryId, target: Country, type: string}
    - flow: Shop Order to Ledger Invoice
      properties:
      - {source: number, target: Number, type: string}
      - {source: customerId, target: Account, type: string}

    """)
  let advice = result.diagnostics.filter { $0.rule.code == "T3011" }
  #expect(advice.map(\.span.start.line) == [6, 10])
  #expect(
    advice.flatMap(\.fixes).flatMap(\.edits).map(\.replacement) == [
      ", lookup: Country, by: {countryId: Iso}", ", reference: Customer to Account",
    ])
}

@Test func aLookupHoldsTheNaturalKeyInTheSharedView() throws {
  let flow = try #require(
    Support.flow("{source: countryId, target: Country, lookup: Country, by: {address.city: Name}}"))
  let property = try #require(flow.properties.last)
  #expect(property.translation == .lookup(entity: "Country", property: 2))
  guard case .property(let path) = property.inputs[0].origin else { throw Unexpected() }
  #expect(path.text == "address.city")
  #expect(property.type == .string(maximumLength: 60) && property.direction == .into(.target))
}

@Test func flowsThatAreNotUnderstoodAreHeldWithAReasonAndNotDropped() throws {
  let empty = Support.check(
    "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties: []\n")
  #expect(empty.dataflows.first?.flows.first?.held == "its property table is empty")
  #expect(Support.lines(empty).count == 1, "\(Support.lines(empty))")

  let open = Support.flow("{source: email, target: Email, type: N/A}")
  #expect(open?.held?.contains("N/A") == true)
  #expect(Support.flow("{source: email, target: Email, type: N/A, conversion: lowerCase}")?.held == nil)

  let prose = Support.check(SemanticRules.all.first { $0.name == "prose-condition" }!.failing)
  let flow = try #require(prose.dataflows.first?.flows.first)
  #expect(flow.held?.contains("a customer has paid") == true)
  guard case .never = flow.creation else { throw Unexpected() }
}

@Test func aFlowForLinksOnlyNeedsNoRows() {
  let result = Support.check(
    "dataflow: Shop to Ledger\nflows:\n- flow: Shop Country to Ledger Country\n  links only: true\n  create: never\n"
      + "  match:\n  - {code: Iso}\n  properties: []\n")
  // That the code may be missing is worth a note.
  #expect(result.diagnostics.map(\.rule.name) == ["weak-match-key"], "\(Support.lines(result))")
  #expect(result.dataflows.first?.flows.first?.held == nil)
}

@Test func policiesAreResolvedToSidesAndTypedValues() throws {
  let result = Support.check(
    """
    dataflow: Shop to Ledger
    flows:
    - flow: Shop Customer to Ledger Account
      where: 'vip and since >= "2024-01-01"'
      create: 'when status in ("active") and points > 5'
      match:
      - {email: Email, name: Name}
      - {points: Points}
      conflict: Ledger wins
      deletion: {Shop: 'archive with Status = "Blocked"', Ledger: ignore}
      properties:
      - {source: name, target: Name, type: string}

    """)
  let flow = try #require(result.dataflows.first?.flows.first, "\(Support.lines(result))")
  #expect(flow.conflict == .wins(.target))
  #expect(flow.sourceDeletion == .archive(property: 5, value: .string("Blocked")))
  #expect(flow.matching.map(\.pairs.count) == [2, 1])
  guard
    case .when(.and(.membership(_, let values, false), .comparison(.greater, _, .literal(let literal)))) = flow.creation
  else { throw Unexpected() }
  #expect(values == [.string("active")] && literal == .integer(5))
  guard case .and(.property, .comparison(.greaterOrEqual, _, .literal(let day))) = flow.sourceScope else {
    throw Unexpected()
  }
  #expect(day.displayText == "2024-01-01")
}

@Test func aSpellingIsNotedOncePerDocumentAndItsFixSpellsAllPlacesAlike() throws {
  let rule = try #require(SemanticRules.all.first { $0.name == "system-spelling" })
  let result = Support.check(rule.failing)
  #expect(result.diagnostics.count == 1, "\(Support.lines(result))")
  var bytes = Array(rule.failing.text.utf8)
  for edit in try #require(result.diagnostics.first?.fixes.first).edits.reversed() {
    bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
  }
  #expect(String(decoding: bytes, as: UTF8.self) == rule.passing.text)
}

@Test func documentsInOppositeDirectionsAreComparedRowByRow() {
  func check(_ back: String) -> [String] {
    let documents = [
      "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties:\n"
        + "  - {source: name, target: Name, type: string}\n  - {source: email, target: Email, type: string}\n",
      "dataflow: Ledger to Shop\nflows:\n- flow: Ledger Account to Shop Customer\n  create: never\n  properties:\n"
        + back,
    ].enumerated().map { Support.dataflow(SourceFile(path: "d\($0.offset).yaml", text: $0.element)) }
    return Support.lines(Checker.check(documents, systems: Support.systems))
  }
  let inverse = check(
    "  - {source: Email, target: email, type: string}\n  - {source: Name, target: name, type: string}\n")
  #expect(inverse.isEmpty, "\(inverse)")
  let other = check(
    "  - {source: Name, target: name, type: string}\n  - {source: Email2, target: email, type: string}\n")
  #expect(other.count == 1 && other[0].hasPrefix("3: T4012"), "\(other)")
}

@Test func aValueOnTheWayBackGoesToAnInputThatWorksBothWays() throws {
  let flow = try #require(
    Support.flow(
      "{source: email, target: Email, type: string, choice: 1, direction: to Ledger}",
      "{source: address.street, target: Email, type: string, choice: 2}"))
  let property = try #require(flow.properties.first { $0.name == "Email" })
  #expect(property.direction == .both)
  #expect(property.inputs.map(\.isWrittenBack) == [false, true])
}
