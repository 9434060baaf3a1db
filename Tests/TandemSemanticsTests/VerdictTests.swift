import TandemSyntax
import TandemValues
import Testing

@testable import TandemSemantics

/// The verdict of the last row of a flow from Shop Customer to Ledger Account.
private func verdict(of row: String...) throws -> Verdict {
  let text =
    "dataflow: Shop to Ledger\nvalues:\n  State: {active: Active, blocked: Blocked}\n"
    + "  Some: {active: Active, otherwise: {value: Blocked}}\n"
    + "flows:\n- flow: Shop Customer to Ledger Account\n  properties:\n"
    + "  - {source: name, target: Name, type: string}\n" + row.map { "  - \($0)\n" }.joined()
  let result = Support.check(text)
  let flow = try #require(result.dataflows.first?.flows.first, "\(Support.lines(result))")
  return try #require(flow.properties.last).verdict
}

/// The stations of a counterexample: `source " Zoe " > shared "Zoe"`.
private func stations(_ counterexample: ValueTrip?) -> String {
  guard let counterexample else { return "none" }
  let steps = counterexample.steps.map { "\($0.place.rawValue) \"\($0.value.displayText)\"" }
  return (steps + [counterexample.refusal].compactMap(\.self)).joined(separator: " > ")
}

@Test func datesThatBothSidesHoldComeBackAsTheyWere() throws {
  let verdict = try verdict(of: "{source: since, target: Since, type: date}")
  #expect(verdict == Verdict(kind: .exact))
}

@Test func finiteTypesAreDecidedByAllTheirValues() throws {
  let verdict = try verdict(of: "{source: vip, target: Priority, type: boolean}")
  #expect(verdict == Verdict(kind: .exact, isExhaustive: true))
}

@Test func textLosesTheBlanksAroundItAndNothingMore() throws {
  let verdict = try verdict(of: "{source: email, target: Email, type: string}")
  #expect(verdict.kind == .normalising)
  #expect(verdict.losses == [Loss(.form, "outer blanks"), .emptiness])
  #expect(
    stations(verdict.counterexample) == #"source " Zoë " > shared "Zoë" > target "Zoë" > source "Zoë""#)
}

@Test func aMomentThatBecomesADateLosesItsTime() throws {
  let verdict = try verdict(of: "{source: joined, target: Since, type: date}")
  #expect(verdict.kind == .lossy)
  #expect(verdict.losses.first == Loss(.precision, "the time of day"))
  #expect(
    stations(verdict.counterexample)
      == #"source "2024-03-05T13:25:30.123456Z" > shared "2024-03-05" > target "2024-03-05" > source "2024-03-05T00:00:00Z""#
  )
}

@Test func aTextThatIsTooLongIsShownWhereItStops() throws {
  let verdict = try verdict(of: "{source: address.street, target: Mobile, type: string}")
  #expect(verdict.kind == .lossy)
  #expect(verdict.losses.first == Loss(.range, "a value that is longer than 20 characters"))
  #expect(verdict.counterexample?.steps.first?.value == .string(String(repeating: "x", count: 21)))
  #expect(verdict.counterexample?.refusal == "is longer than 20 characters")
}

@Test func aValueMapOfEveryValueIsExact() throws {
  let verdict = try verdict(of: "{source: status, target: Status, type: string, values: State}")
  #expect(verdict.kind == .exact && verdict.isExhaustive)
}

@Test func aValueMapThatGivesTwoValuesOneNameDoesNotTellThemApart() throws {
  let verdict = try verdict(of: "{source: status, target: Status, type: string, values: Some}")
  #expect(verdict.kind == .lossy)
  #expect(stations(verdict.counterexample).hasPrefix(#"source "blocked" > shared "Blocked" > target "Blocked""#))
}

@Test func aRowInOneDirectionStillShowsWhatItDoesNotTake() throws {
  let fits = try verdict(of: "{source: email, target: Email, type: string, direction: to Ledger}")
  #expect(fits.kind == .oneWay && fits.counterexample == nil)
  let long = try verdict(of: "{source: address.street, target: Mobile, type: string, direction: to Ledger}")
  #expect(long.kind == .oneWay && long.losses == [Loss(.range, "a value that is longer than 20 characters")])
}

@Test func constantsTravelOneWay() throws {
  #expect(try verdict(of: "{target: Email2, constant: a@b.nl}").kind == .oneWay)
}

@Test func aGroupIsAsGoodAsItsWorstRow() throws {
  let verdict = try verdict(
    of: "{source: email, target: Mobile, type: string, choice: 1}",
    "{source: address.street, target: Mobile, type: string, choice: 2}")
  #expect(verdict.kind == .lossy && verdict.losses.first == Loss(.range, "a value that is longer than 20 characters"))
}

@Test func aReferenceThroughLinksComesBackAsItWas() throws {
  let text = """
    dataflow: Shop to Ledger
    flows:
    - flow: Shop Customer to Ledger Account
      properties:
      - {source: name, target: Name, type: string}
    - flow: Shop Order to Ledger Invoice
      properties:
      - {source: number, target: Number, type: string}
      - {source: customerId, target: Account, type: string, reference: Customer to Account}
    """
  let flow = try #require(Support.check(text).dataflows.first?.flows.last)
  #expect(flow.properties.last?.verdict.kind == .exact)
}

@Test func emptyAndMissingValuesAreKeptApart() throws {
  let text = try verdict(of: "{source: email, target: Email, type: string}")
  let empty = try #require(text.evidence.first { $0.loss.kind == .empty }?.trip)
  #expect(stations(empty).hasPrefix(#"source "" > shared "" > target """#))
  #expect(empty.steps.map(\.value) == [.string(""), .null, .null, .null])
  #expect(!text.losses.contains { $0.kind == .null })

  let filled = try verdict(of: "{source: email, target: Email, type: string, default: a@b.nl}")
  let null = try #require(filled.evidence.first { $0.loss.kind == .null }?.trip)
  #expect(null.steps.map(\.value).first == .null)
  #expect(null.steps.map(\.value).last == .string("a@b.nl"))
  let absent = try #require(filled.evidence.first { $0.loss.kind == .absent }?.trip)
  #expect(absent.steps.first?.value == .absent)
}

@Test func theLimitsOfTheOtherSideAreTried() throws {
  // The street holds 50 characters, the mobile number 20: the 20th is taken, the 21st is not.
  let trial = TrialValues.of(.string(maximumLength: 50), towards: .string(maximumLength: 20))
  let lengths = Set(trial.values.map(\.displayText.unicodeScalars.count))
  #expect(lengths.isSuperset(of: [19, 20, 21, 49, 50]))
  let numbers = TrialValues.of(.integer, towards: .decimal(precision: 6, scale: 2)).values
  #expect(numbers.contains(.integer(9_999)) && numbers.contains(.integer(10_000)))
}

@Test func drawnValuesAreTheSameInEveryCheck() {
  let type = ValueType.string(maximumLength: nil)
  #expect(TrialValues.of(type).values == TrialValues.of(type).values)
  // Two that stand there, the missing ones, and those that are drawn.
  #expect(TrialValues.of(.guid).values.count > 4)
  #expect(TrialValues.of(.boolean).isExhaustive && !TrialValues.of(type).isExhaustive)
}

@Test func aNamedConversionIsProvenWithItsArguments() throws {
  let phone = try verdict(
    of: "{source: email, target: Email, type: string, conversion: 'phoneNumber(defaultPrefix: \"+31\")'}")
  #expect(phone.kind == .lossy)
  #expect(phone.losses.contains(Loss(.form, "the way a telephone number is written")))
  #expect(phone.losses.contains(Loss(.range, "a value that has no prefix of a country")))
  let moved = try verdict(
    of: "{source: joined, target: Since, type: date, conversion: 'localTime(offset: \"-11:00\")'}")
  #expect(moved.losses.contains { $0 == Loss(.precision, "the time of day") })
}

@Test func verdictsOfListsThatOnlyDifferBehindTheirEighthValueAreProvenApart() throws {
  // What explanations print of a long list is the same for both; the proof may not be.
  let values = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
  let prover = VerdictProver()
  func losses(_ last: String) -> [Loss] {
    let trip = RoundTrip(
      sourceType: .enumeration(values: values + ["y", "z"], open: false),
      conversion: EnumerationCheck(values: values.dropLast() + [last]), defaultValue: nil, normaliser: nil,
      targetType: .string(maximumLength: nil))
    return prover.verdict(of: trip, forth: true, back: false).losses
  }
  #expect(losses("y") == [Loss(.range, "a value that is none of a, b, c, d, e, f, g, h and 1 more")])
  _ = losses("z")
  #expect(prover.takeFresh().count == 2)
}

@Test func aLookupByAUniqueKeyIsProvenAsItsKeyIs() throws {
  // The code of a country is unique in the ledger, so it leads to one record and back.
  func lookup(_ direction: String) throws -> Verdict {
    try verdict(
      of: "{source: address.country, target: Country, lookup: Country, by: {address.country: Iso}\(direction)}")
  }
  let both = try lookup("")
  #expect(both.kind != .unknown && both.counterexample == nil)
  #expect(try lookup(", direction: to Ledger").kind == .oneWay)
}

@Test func aFormatThatIsLongerThanItsColumnIsRefusedByTheConversionItself() throws {
  // The code of the ledger holds fewer characters than the format needs; generated code must not write a longer text.
  let text =
    "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties:\n"
    + "  - {source: name, target: Name, type: string}\n"
    + "  - {source: joined, target: Mobile, type: string, format: \"dd.MM.yyyy HH:mm:ss.SSSSSS\", direction: to Ledger}\n"
  let result = Support.check(text)
  let property = try #require(result.dataflows.first?.flows.first?.properties.last, "\(Support.lines(result))")
  let conversion = try #require(property.inputs.first?.conversion)
  #expect(throws: ConversionError.self) { try conversion.forward(.datetime(Timestamp(microseconds: 0))) }
  #expect(property.verdict.losses.first == Loss(.range, "a value that is longer than 20 characters"))
}

@Test func aListOfTextsIsProvenByTheLengthOfItsElements() throws {
  let trip = RoundTrip(
    sourceType: .list(.string(maximumLength: 30)),
    conversion: ConversionCatalog.conversion(
      from: .list(.string(maximumLength: 30)), to: .list(.string(maximumLength: 18))), defaultValue: nil,
    normaliser: nil, targetType: .list(.string(maximumLength: 18)))
  let verdict = VerdictProver().verdict(of: trip, forth: true, back: true)
  #expect(verdict.losses == [Loss(.range, "a value that has an element that is longer than 18 characters")])
  // The 19th character is one too many, and nothing of the other side is.
  guard case .list(let elements)? = verdict.counterexample?.steps.first?.value else {
    Issue.record("no list is shown")
    return
  }
  #expect(elements.map(\.displayText.count).max() == 19)
  #expect(verdict.refusal(from: .target) == nil)
}

@Test func limitsThatNoPropertyHasDoNotStopTheProof() {
  let extremes = [Int.min, -1, 0, 1, 38, 39, 100_001, .max - 1, .max]
  var types: [ValueType] = [.integer, .float, .enumeration(values: (0..<5000).map(String.init), open: false)]
  types += extremes.map { .string(maximumLength: $0) }
  types += [0, 1, 38, 39].flatMap { precision in [0, 1, 38, 39].map { .decimal(precision: precision, scale: $0) } }
  for type in types {
    for other in types.prefix(14) {
      let trial = TrialValues.of(type, towards: other)
      #expect(trial.values.suffix(2) == [.null, .absent])
      let back = TrialValues.of(other, towards: type)
      #expect(!back.isExhaustive)
    }
  }
}
