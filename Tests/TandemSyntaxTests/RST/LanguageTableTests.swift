import Testing

@testable import TandemSyntax

@Suite struct LanguageTableTests {
  @Test func everyKindStandsInItsTableOnce() {
    #expect(SentenceForm.all.map(\.kind).count == SentenceForm.Kind.allCases.count)
    #expect(Set(SentenceForm.all.map(\.kind)) == Set(SentenceForm.Kind.allCases))
    #expect(Set(ClauseForm.all.map(\.kind)) == Set(ClauseForm.Kind.allCases))
    #expect(Set(DirectionForm.all.map(\.kind)) == Set(DirectionForm.Kind.allCases))
    #expect(SentenceForm.Kind.allCases.allSatisfy { SentenceForm.of($0).kind == $0 })
    #expect(zip(SentenceForm.all, SentenceForm.all.dropFirst()).allSatisfy { $0.place <= $1.place })
  }

  @Test func aFilledSentenceReadsAsItsOwnForm() throws {
    for form in SentenceForm.all {
      let values: [Slot: String] = [
        .source: "A B", .target: "C D", .side: "A B", .partner: "C D", .entities: "A E, or A F", .system: "C",
        .otherSystem: "A", .expression: "x = 1", .remark: "it rains", .assignment: "p = \"v\"", .property: "Key",
        .flow: "E to F", .formerName: "Old", .name: "laterStage",
      ]
      let text = form.template.filled { values[$0] ?? "?" }
      #expect(!text.contains("?"), "\(form.template.text)")
      let bytes = Array(text.utf8)
      let first = try #require(SentenceForm.all.first { $0.template.match(0..<bytes.count, in: bytes) != nil })
      #expect(first.kind == form.kind, "\(text)")
      let slots = try #require(form.template.match(0..<bytes.count, in: bytes))
      for (slot, range) in slots.all { #expect(String(decoding: bytes[range], as: UTF8.self) == values[slot]) }
    }
  }

  @Test(arguments: [
    Direction.both, .atCreation, .toSystem("Exact Online"), .onlyIfEmpty(system: nil), .onlyIfEmpty(system: "A"),
  ])
  func aDirectionReadsBack(direction: Direction) {
    let bytes = Array(DirectionForm.text(of: direction).utf8)
    #expect(DirectionForm.read(0..<bytes.count, in: bytes)?.direction == direction)
  }

  @Test(arguments: [
    ("Custom CRM", "customcrm"), ("Exact-Online", "exactonline"), ("SalesOrders", "salesorders"),
    ("Übersicht 2", "übersicht2"),
    ("", ""), ("(human data)", "humandata"),
  ])
  func namesAreNormalised(name: String, key: String) { #expect(NormalizedName(name).text == key) }

  @Test func theNearestWordIsFoundAndStrangersAreNot() {
    let words = ["first", "fourth", "second", "seventh"]
    #expect(SpellingDistance.nearest(to: "frist", in: words) == "first")
    #expect(SpellingDistance.nearest(to: "secnd", in: words) == "second")
    #expect(SpellingDistance.nearest(to: "SECOND!", in: words) == "second")
    #expect(SpellingDistance.nearest(to: "whatever", in: words) == nil)
    #expect(SpellingDistance.nearest(to: "", in: words) == nil)
    #expect(SpellingDistance.between("abcd", "acbd") == 1)
    #expect(SpellingDistance.between("abc", "xyz", limit: 2) == nil)
    let long = String(repeating: "a", count: 100_000)
    #expect(SpellingDistance.nearest(to: long, in: [long + "b"]) == nil, "such words are not compared")
  }
}
