import TandemEmit
import TandemSemantics
import TandemSyntax
import Testing

/// What a construct of a document becomes. That all of it compiles and runs is shown by the generated library itself.
@Suite("Generated Swift")
struct GeneratedSwiftTests {
  @Test("each row is read at its own line of the document")
  func sourceLocation() throws {
    let swift = Documents.swift(try Documents.customer("{source: email, target: Email, type: string}"))
    #expect(swift.contains("#sourceLocation(file:\"documents/shop-to-ledger.yaml\",line:5)"))
    #expect(swift.contains("shared.email = Field.trim(source.email)"))
  }

  @Test("choices take the first value that is not empty, and clearing clears all of them")
  func choices() throws {
    let swift = Documents.swift(
      try Documents.customer(
        "{source: email, target: Email, type: string, choice: 1}",
        "{source: address.city, target: Email, type: string, choice: 2}"))
    #expect(swift.contains("if Field.value(string: shared.email).isEmpty {"))
    #expect(swift.contains("shared.email = try Field.convert(Field.trim(source.address?.city), \"address.city\", "))
    #expect(swift.contains("} else if Field.value(string: source.email).isEmpty && !"))
  }

  @Test("an element of a list is found by its property, and made where there is none")
  func listElement() throws {
    let swift = Documents.swift(
      try Documents.customer(
        "{source: phones.number, source dependencies: [{value: mobile, path: phones.kind}], target: Mobile, type: string}"
      ))
    #expect(swift.contains("let element1 = try Field.position(in: source.phones, \"phones.number\") {"))
    #expect(swift.contains("Field.isEqual(Field.value(string: $0.kind), to: .string(\"mobile\"))"))
    #expect(swift.contains("part0List.append(part0)"))
  }

  @Test("a value map is made once per document, with its lines in order")
  func valueMap() throws {
    let swift = Documents.swift(
      try Documents.customer(
        "{source: status, target: Status, type: string, values: State}",
        values: "State: {active: Active, blocked: Blocked}"))
    #expect(swift.contains("private enum Conversions {"))
    let pairs = swift.split(separator: "\n").filter { $0.contains("ConversionArgument.Pair(") }
    #expect(pairs.count == 1 || pairs.count == 2)
    #expect(pairs.joined().contains("Pair(\"active\", \"Active\"), ConversionArgument.Pair(\"blocked\", \"Blocked\")"))
  }

  @Test("a conversion with arguments is made once per document, and called in both directions")
  func conversionWithArguments() throws {
    let swift = Documents.swift(
      try Documents.customer(
        "{source: email, target: Email, type: string, conversion: 'phoneNumber(defaultPrefix: \"+31\")'}"))
    #expect(swift.contains("PhoneNumber(defaultPrefix: \"+31\")"), "\(swift)")
    let name = try #require(swift.split(separator: "static let ").dropFirst().first { $0.contains("PhoneNumber(") })
      .prefix { $0 != " " }
    #expect(swift.contains("Field.convert(source.email, \"email\", Conversions.\(name))"), "\(swift)")
    #expect(swift.contains("\"email\", Conversions.\(name))"))
  }

  @Test("a held flow says why in its declaration")
  func heldFlow() throws {
    let dataflow = try Documents.check(
      "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties: []\n")
    #expect(Documents.swift(dataflow).contains("held: \""))
  }

  @Test("the fingerprint of a property changes with its meaning and with nothing else")
  func fingerprint() throws {
    func fingerprints(_ dataflow: CheckedDataflow) -> [Substring] {
      Documents.swift(dataflow).split(separator: "\n").filter { $0.contains("fingerprint:") }
    }
    let plain = fingerprints(try Documents.customer("{source: email, target: Email, type: string}"))
    let moved = fingerprints(
      try Documents.customer("{source: email, target: Email, type: string}", policy: "conflict: Shop wins"))
    let other = fingerprints(try Documents.customer("{source: address.city, target: Email, type: string}"))
    #expect(plain.count == 2)
    #expect(plain == moved)
    #expect(plain[0] == other[0])
    #expect(plain[1] != other[1])
  }

  @Test("the same document gives the same bytes")
  func deterministic() throws {
    let row = "{source: email, target: Email, type: string}"
    #expect(Documents.swift(try Documents.customer(row)) == Documents.swift(try Documents.customer(row)))
  }
}
