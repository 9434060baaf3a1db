import TandemSemantics
import TandemSyntax
import TandemValues
import Testing

@Test func rowsWithChoicesBecomeOnePropertyInTheirOrderOfPreference() throws {
  let flow = try #require(
    Support.flow(
      "{source: address.street, target: Email, type: string, choice: 2}",
      "{source: email, target: Email, type: string, choice: 1}"))
  let property = try #require(flow.properties.first { $0.name == "Email" })
  #expect(property.combination == .firstNonEmpty)
  #expect(property.inputs.map(\.line) == [7, 6])
  #expect(property.lines == [6, 7])
  #expect(property.outputs.count == 1)
}

@Test func joinedRowsHaveNoWayBack() throws {
  let flow = try #require(
    Support.flow(
      "{source: address.street, target: Email, type: string, join: \", \"}",
      "{source: address.city, target: Email, type: string, join: \", \"}"))
  let property = try #require(flow.properties.first { $0.name == "Email" })
  #expect(property.combination == .join(separator: ", "))
  #expect(property.direction == .into(.target))
}

@Test func rowsWithConditionsGoByTheFirstThatHolds() throws {
  let flow = try #require(
    Support.flow(
      "{source: address.street, target: Email, type: string, when: vip}",
      "{source: email, target: Email, type: string}"))
  let property = try #require(flow.properties.first { $0.name == "Email" })
  #expect(property.combination == .byCondition)
  #expect(property.inputs.map { $0.condition != nil } == [true, false])
}

@Test func aSourceWithTwoTargetsIsReadBackFromTheMarkedOne() throws {
  let flow = try #require(
    Support.flow(
      "{source: email, target: Email, type: string}",
      "{source: email, target: Email2, type: string, read back: true}"))
  let property = try #require(flow.properties.first { $0.inputs[0].line == 7 })
  #expect(property.outputs.map(\.path.text) == ["Email2", "Email"])
  #expect(property.direction == .both)
  #expect(flow.properties.count == 2)
}

@Test func aSecondTargetOfAnotherTypeIsWrittenOnly() throws {
  let flow = try #require(
    Support.flow(
      "{source: points, target: Points, type: integer}", "{source: points, target: Mobile, type: string}"))
  #expect(flow.properties.map(\.name) == ["Name", "Points", "Mobile"])
  #expect(flow.properties.map(\.direction) == [.both, .both, .into(.target)])
}

@Test func aRowBackFromAnotherTargetIsItsOwnProperty() throws {
  let flow = try #require(
    Support.flow(
      "{source: email, target: Email, type: string, direction: to Ledger}",
      "{source: email, target: Email2, type: string, direction: to Shop}"))
  #expect(flow.properties.map(\.direction) == [.both, .into(.target), .into(.source)])
}

@Test func constantsParametersAndDefaultsAreTyped() throws {
  let result = Support.check(
    """
    dataflow: Shop to Ledger
    parameters:
      start: {type: integer, default: 3}
    flows:
    - flow: Shop Customer to Ledger Account
      properties:
      - {source: name, target: Name, type: string, default: Nobody}
      - {target: Since, constant: 2024-02-29, direction: at creation}
      - {target: Points, parameter: start}

    """)
  let flow = try #require(result.dataflows.first?.flows.first, "\(Support.lines(result))")
  #expect(flow.properties[0].defaultValue == .string("Nobody"))
  guard case .constant(let value) = flow.properties[1].inputs[0].origin else { throw Unexpected() }
  #expect(value.displayText == "2024-02-29" && flow.properties[1].direction == .atCreation)
  guard case .parameter(0) = flow.properties[2].inputs[0].origin else { throw Unexpected() }
  #expect(flow.properties[2].direction == .into(.target))
  #expect(result.dataflows[0].parameters.first?.defaultValue == .integer(3))
}

@Test func aListElementIsChosenByItsDependency() throws {
  let flow = try #require(
    Support.flow(
      "{source: phones.number, target: Mobile, type: string, source dependencies: [{value: mobile, path: phones.kind}, {value: work, path: phones.kind}]}"
    ))
  guard case .property(let path) = flow.properties[1].inputs[0].origin else { throw Unexpected() }
  #expect(path.text == "phones.number")
  #expect(path.dependencies.count == 1)
  #expect(path.dependencies.first?.values == [.string("mobile"), .string("work")])
}

/// Something else than the test asks for.
struct Unexpected: Error {}

@Test func aSourceThatIsReadBackElsewhereIsNotWrittenByAnAlternative() throws {
  let flow = try #require(
    Support.flow(
      "{source: email, target: Email, type: string, choice: 1}",
      "{source: address.street, target: Email, type: string, choice: 2}",
      "{source: address.street, target: Address.Street, type: string, read back: true}"))
  let email = try #require(flow.properties.first { $0.name == "Email" })
  #expect(email.direction == .both && email.inputs.map(\.isWrittenBack) == [true, false])
  #expect(flow.properties.last?.inputs.map(\.isWrittenBack) == [true])
}
