import Testing

@testable import TandemSyntax

/// Faults cost one diagnostic each, at the right place, and the rest of the document is read.
@Suite struct FaultTests {
  /// A document with one section per entity, so that faults can be planted in several.
  private static func document(_ count: Int) -> String {
    RSTText.title()
      + (1...count).map { number in
        RSTText.section(
          "Shopbase Thing\(number)", "Ledger Item\(number)", extraColumns: ["Direction", "Rule"],
          rows: [["name", "Title", "\"string\"", "", ""], ["code", "Number", "\"string\"", "to Ledger", "read back"]])
      }.joined(separator: "\n")
  }

  /// Replaces the first occurrence; a test that plants nothing is wrong.
  private func plant(
    _ old: String, _ new: String, in text: inout String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    guard let range = text.firstRange(of: old) else {
      return #expect(Bool(false), "`\(old)` is not in the document", sourceLocation: sourceLocation)
    }
    text.replaceSubrange(range, with: new)
  }

  @Test func tenPlantedFaultsGiveTenDiagnosticsAtTheirLines() throws {
    var text = Self.document(10)
    let plants = [
      ("Every Shopbase Thing1 will be synchronized", "Every Shopbase Thing1 will be synchronised", "T0105"),
      ("a Ledger Item2.\n\nOnce", "a Ledger Item7.\n\nOnce", "T0106"),
      (
        "Once a link between a Shopbase Thing3 and a Ledger Item3",
        "Once a link between a Shopware Thing3 and a Ledger Item3",
        "T0107"
      ),
      ("   * - Shopbase Thing4 Property", "   * - Shopbase Thing4 Propperty", "T0116"),
      ("and a Ledger Item5:\n\n.. list-table::", "and a Ledger Item5:\n\n.. list-tabel::", "T0115"),
    ]
    for (old, new, _) in plants { plant(old, new, in: &text) }
    // The rest is planted in sections 6 to 10, each found by its heading.
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func line(_ content: String, in section: Int, nth: Int = 1) -> Int {
      let start = lines.firstIndex { $0 == "Shopbase Thing\(section) to Ledger Item\(section)" } ?? 0
      var remaining = nth
      for index in start..<lines.count where lines[index] == content {
        remaining -= 1
        if remaining == 0 { return index }
      }
      return -1
    }
    lines[line("     - to Ledger", in: 6)] = "     - towards Ledger"
    lines[line("     - read back", in: 7)] = "     - read bakc"
    lines[line("     - \"string\"", in: 8)] = "     - \"string\"\n     - more"
    lines[line("   * - code", in: 9)] = "   * - co de"
    lines[line("-------------------------------------".prefixed(by: "Shopbase Thing10 to Ledger Item10"), in: 10)] =
      "----------"
    let reading = readRST(lines.joined(separator: "\n"))
    #expect(
      reading.diagnostics.map(\.rule.code)
        == ["T0105", "T0106", "T0107", "T0116", "T0115", "T0120", "T0121", "T0117", "T0310", "T0102"],
      "\(listed(reading))")
    let faulty = [
      "Every Shopbase Thing1 will be synchronised with a Ledger Item1.",
      "Every Shopbase Thing2 will be synchronized with a Ledger Item7.", nil, "   * - Shopbase Thing4 Propperty",
      ".. list-tabel::", "     - towards Ledger", "     - read bakc", "     - more", "   * - co de", "----------",
    ]
    for (diagnostic, expected) in zip(reading.diagnostics, faulty) {
      if let expected { #expect(reading.tree.file.line(diagnostic.span.start.line) == expected) }
    }
    let flows = try #require(reading.product).flows
    #expect(flows.count == 10)
    // What is broken is not used; everything beside it is.
    #expect(flows.map(\.rows.count) == [2, 2, 2, 2, 2, 1, 1, 1, 1, 2])
    #expect(flows.map { $0.creation != nil } == [false, false] + Array(repeating: true, count: 8))
  }

  private func first(
    _ old: String, _ new: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> (diagnostic: Diagnostic, reading: Reading<Dataflow>) {
    var text = RSTExample.document
    plant(old, new, in: &text, sourceLocation: sourceLocation)
    let reading = readRST(text, sourceLocation: sourceLocation)
    #expect(reading.diagnostics.count == 1, "\(listed(reading))", sourceLocation: sourceLocation)
    return (try #require(reading.diagnostics.first, sourceLocation: sourceLocation), reading)
  }

  @Test(arguments: [
    ("Every Shopbase Client will be synchronised with a Ledger Customer.", SentenceForm.Kind.createAlways),
    ("every Shopbase Client will be synchronized with a Ledger Customer", .createAlways),
    ("Every Shopbase Client wil be synchronized to a Ledger Customer.", .createAlways),
    ("Each Shopbase Client will be synchronized with a Ledger Customer.", .createAlways),
  ])
  func nearMissesOfASentenceAreTurnedIntoIt(sentence: String, kind: SentenceForm.Kind) throws {
    let right = "Every Shopbase Client will be synchronized with a Ledger Customer."
    let (diagnostic, _) = try first(right, sentence)
    #expect(diagnostic.rule.code == "T0105")
    #expect(diagnostic.notes == [SentenceForm.of(kind).summary])
    #expect(diagnostic.fixes.first?.edits.first?.replacement == right)
    #expect(diagnostic.span.text == sentence)
  }

  @Test(arguments: [
    (
      "When ``total > 5``, it will be synchronized with a Ledger Customer.",
      "When ``total > 5``, it  will be synchronized with a Ledger Customer."
    ),
    (
      "When a client has paid, it will be synchronized with a Ledger Customer.",
      "When a client has paid, it  will be synchronized with a Ledger Customer."
    ),
    (
      "Before any synchronisation can take place, a link between a Shopbase Client and a Ledger Customer must be set.",
      "Before any synchronization can take place, a link between a Shopbase Client and a Ledger Customer must be "
        + "established."
    ),
  ])
  func nearMissesKeepWhatTheAuthorFilledIn(sentence: String, right: String) throws {
    var text = RSTText.title() + RSTText.section()
    plant("Every Shopbase Client will be synchronized with a Ledger Customer.", "PLACE", in: &text)
    plant("Shopbase Client to Ledger Customer", "Shopbase Client to Ledger Customer", in: &text)
    let reading = readRST(text.replacing("PLACE", with: sentence))
    #expect(reading.diagnostics.count == 1, "\(listed(reading))")
    #expect(reading.diagnostics.first?.fixes.first?.edits.first?.replacement == right)
    #expect(readRST(text.replacing("PLACE", with: right)).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("If both sides have changed, the newest edit win.", "If both sides have changed, the newest edit wins."),
    ("If both sides changed, the newest edit wins.", "If both sides have changed, the newest edit wins."),
    ("If both sides have changed Ledger wins.", "If both sides have changed, Ledger wins."),
    (
      "When a Ledger Customer is deleted, the Shopbase Client is keept.",
      "When a Ledger Customer is deleted, the Shopbase Client is kept."
    ),
    ("On first run, existing records are only linked.", "On the first run, existing records are only linked."),
    (
      "Only a Ledger Customer with ``Open = true`` take part.",
      "Only a Ledger Customer with ``Open = true`` takes part."
    ),
  ])
  func nearMissesOfTheFurtherSentences(sentence: String, right: String) throws {
    let (diagnostic, _) = try first("If both sides have changed, the newest edit wins.", sentence)
    #expect(diagnostic.fixes.first?.edits.first?.replacement == right, "\(diagnostic.message)")
  }

  @Test(arguments: ["a Ledger Customer is established,", "it will keep in sync between", "Once a link"])
  func aSentenceThatAnEditorWrappedIsJoined(end: String) throws {
    let (diagnostic, reading) = try first(end + " ", end + "\n")
    #expect(diagnostic.rule.code == "T0105" && diagnostic.message.contains("several lines"))
    let fix = try #require(diagnostic.fixes.first?.edits.first)
    var bytes = reading.tree.file.bytes
    bytes.replaceSubrange(fix.span.range, with: Array(fix.replacement.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == RSTExample.document)
  }

  @Test func anUnknownSentenceMayBecomeACommentAndIsNotGuessedAt() throws {
    let (diagnostic, reading) = try first(
      "If both sides have changed, the newest edit wins.", "The accountants look at it on Fridays.")
    #expect(diagnostic.rule.code == "T0105" && diagnostic.fixes.map(\.message) == ["write it as a comment"])
    let fixed = applied(try #require(diagnostic.fixes.first), to: reading.tree.file.bytes)
    #expect(readRST(bytes: fixed).diagnostics.isEmpty)
    #expect(reading.product?.flows.first?.rows.count == 2)
  }

  @Test func aHeadingThatDisagreesWithAllSentencesIsTheOneAtFault() throws {
    let heading = "Shopbase Client to Ledger Customer\n----------------------------------"
    let (diagnostic, reading) = try first(
      heading, "Shopbase Clint to Ledger Customer\n---------------------------------")
    #expect(diagnostic.rule.code == "T0106" && diagnostic.span.start.line == 12)
    #expect(diagnostic.fixes.first?.edits.first?.replacement == "Shopbase Client to Ledger Customer")
    #expect(reading.product?.flows.first?.rows.count == 2)
  }

  @Test func namesTheWrongWayRound() throws {
    let (diagnostic, _) = try first(
      "Every Shopbase Client will be synchronized with a Ledger Customer.",
      "Every Ledger Customer will be synchronized with a Shopbase Client.")
    #expect(diagnostic.message.contains("wrong way round"))
  }

  @Test func aHeadingWithoutItsRuleIsStillAHeading() throws {
    let (diagnostic, reading) = try first("----------------------------------\n", "")
    #expect(diagnostic.rule.code == "T0103" && diagnostic.span.text == "Shopbase Client to Ledger Customer")
    #expect(reading.product?.flows.count == 1)
    #expect(diagnostic.fixes.first?.edits.first?.replacement == "\n----------------------------------")
  }

  @Test func aTabInsteadOfBlanksIsAWarningAndTheRowIsRead() throws {
    let (diagnostic, reading) = try first("     - CustomerName", "\t- CustomerName")
    #expect(diagnostic.rule.code == "T0114" && diagnostic.severity == .warning)
    #expect(diagnostic.fixes.first?.edits.first?.replacement == "     ")
    #expect(reading.product?.flows.first?.rows.count == 2)
  }

  @Test func aMissingBlankLineIsAWarningAndTheSentenceIsRead() throws {
    let (diagnostic, reading) = try first("edit wins.\n\nThe following", "edit wins.\nThe following")
    #expect(diagnostic.rule.code == "T0113" && diagnostic.severity == .warning)
    #expect(reading.product?.flows.first?.rows.count == 2)
  }

  @Test func anEmptyHeadingCountsAsBrokenAndItsSectionIsNotUsed() throws {
    let text =
      RSTText.title() + RSTText.section() + "\nWhatever\n--------\nEvery a b.\n\n.. list-table::\n\n   * - a\n\n"
      + RSTText.section("Shopbase Order", "Ledger Invoice")
    let reading = readRST(text)
    #expect(reading.diagnostics.map(\.rule.code) == ["T0103"], "\(listed(reading))")
    #expect(reading.product?.flows.map(\.source.entity.value) == ["Client", "Order"])
  }

  @Test func aFaultInBackticksIsAnErrorAndNeverARemark() throws {
    let (diagnostic, reading) = try first(
      "Every Shopbase Client will be synchronized with a Ledger Customer.",
      "When ``status = ``, it  will be synchronized with a Ledger Customer.")
    #expect(diagnostic.rule.code.hasPrefix("T03") && diagnostic.severity == .error)
    #expect(reading.product?.flows.first?.creation == nil)
  }

  @Test func aConditionHalfInBackticksIsNoRemark() throws {
    let (diagnostic, _) = try first(
      "Every Shopbase Client will be synchronized with a Ledger Customer.",
      "When `status` is set, it  will be synchronized with a Ledger Customer.")
    #expect(diagnostic.rule.code == "T0105" && diagnostic.message.contains("double backticks"))
  }

  @Test func anUnknownSystemInASentence() throws {
    let (diagnostic, _) = try first("the newest edit wins.", "Legder wins.")
    #expect(diagnostic.rule.code == "T0107" && diagnostic.span.text == "Legder")
    #expect(diagnostic.fixes.first?.edits.first?.replacement == "Ledger")
  }

  @Test func aBrokenPairTakesItsWholeCombinationWithIt() throws {
    let text = MutationTests.document.replacing("   * - shop\n", with: "   * - sh op\n")
    let reading = readRST(text)
    #expect(reading.diagnostics.map(\.rule.code) == ["T0310"], "\(listed(reading))")
    let alternatives = try #require(reading.product?.flows[1].matching?.alternatives)
    #expect(alternatives.map { $0.pairs.map(\.source.path.text) } == [["id"]])
  }

  @Test func badFiles() {
    func codes(_ bytes: [UInt8]) -> [String] { readRST(bytes: bytes).diagnostics.map(\.rule.code) }
    #expect(codes([]) == ["T0001"])
    #expect(codes(Array(" \n\t\r\n".utf8)) == ["T0001"])
    #expect(codes([0x50, 0x4B, 3, 4, 0, 0, 0, 0, 8, 0]) == ["T0003"])
    #expect(codes(Array(RSTExample.document.replacing("\n", with: "\r").utf8)) == ["T0005"])
    #expect(readRST("").product == nil)
    #expect(codes([UInt8](repeating: 0, count: 10_000)) == ["T0003"])
  }

  @Test func theFirstByteThatIsNotUTF8IsNamedAndItsLineIsNotUsed() throws {
    var bytes = Array(RSTExample.document.utf8)
    let text = RSTExample.document
    let place = try #require(
      text.firstRange(of: "CustomerName").map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) })
    bytes[place + 3] = 0xE9
    let reading = readRST(bytes: bytes)
    #expect(reading.diagnostics.map(\.rule.code) == ["T0002"], "\(listed(reading))")
    #expect(reading.diagnostics.first?.span.range == place + 3..<place + 4)
    #expect(reading.product?.flows.first?.rows.map { $0.target.path.text } == ["MailAddress"])
  }

  @Test func aSectionThatStandsInNoPlaceIsFoundAgainAtTheNextHeading() {
    var text =
      RSTText.title() + RSTText.section() + "\n" + RSTText.section("Shopbase Order", "Ledger Invoice") + "\n"
      + RSTText.section("Shopbase Article", "Ledger Item")
    plant("Shopbase Order to Ledger Invoice\n--------------------------------\n", "", in: &text)
    let reading = readRST(text)
    #expect(reading.diagnostics.map(\.rule.code) == ["T0103"], "\(listed(reading))")
    #expect(reading.product?.flows.map(\.source.entity.value) == ["Client", "Article"])
  }

  @Test func aDocumentWithoutATitleStillHasItsSections() {
    let reading = readRST(RSTText.section())
    #expect(reading.diagnostics.map(\.rule.code) == ["T0101"], "\(listed(reading))")
    #expect(reading.product?.source.value == "Shopbase" && reading.product?.target.value == "Ledger")
  }

  @Test func aTableBeforeTheFirstSectionIsReportedOnce() {
    let text = RSTText.title() + RSTText.table(["a", "b"], [["c", "d"]]) + "\n" + RSTText.section()
    let reading = readRST(text)
    #expect(reading.diagnostics.map(\.rule.code) == ["T0118"], "\(listed(reading))")
    #expect(reading.product?.flows.count == 1)
  }
}

extension String {
  /// A rule as long as a heading.
  func prefixed(by heading: String) -> String { String(repeating: "-", count: heading.count) }
}
