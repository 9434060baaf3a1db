import Testing

@testable import TandemSyntax

/// One fault of a person is one finding, and its fix is right.
@Suite struct SingleFaultTests {
  private func planted(
    _ old: String, _ new: String, in document: String = MutationTests.document,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) -> String {
    guard let range = document.firstRange(of: old) else {
      #expect(Bool(false), "`\(old)` is not in the document", sourceLocation: sourceLocation)
      return document
    }
    return document.replacingCharacters(in: range, with: new)
  }

  private func fixed(_ reading: Reading<Dataflow>, _ number: Int = 0) throws -> String {
    let fix = try #require(reading.diagnostics.dropFirst(number).first?.fixes.first)
    return String(decoding: applied(fix, to: reading.tree.file.bytes), as: UTF8.self)
  }

  @Test(arguments: [
    ("   :header-rows: 1\n", "see below\n   :header-rows: 1\n"), ("   :header-rows: 1\n", "   :header-rows: 1\njunk\n"),
    ("   :header-rows: 1\n\n", "   :header-rows: 1\n\njunk\n\n"),
    ("   :header-rows: 1\n\n", "   :header-rows: 1\n\njunk\n"),
    ("   :header-rows: 1\n", "   see below\n   :header-rows: 1\n"),
  ])
  func aJunkLineAtTheOpeningOfATableIsOneError(old: String, new: String) throws {
    let all = MutationTests.document.components(separatedAt: old)
    for number in 1..<all.count {
      let text = all[..<number].joined(separator: old) + new + all[number...].joined(separator: old)
      let reading = readRST(text)
      #expect(reading.diagnostics.map(\.rule.code) == ["T0118"], "table \(number): \(listed(reading))")
      let dataflow = try #require(reading.product)
      #expect(dataflow.flows.map(\.rows.count) == [0, 3, 1] && dataflow.valueMaps.first?.entries.count == 1)
    }
  }

  @Test func theNumberOfColumnsInAMessageIsThatOfItsList() throws {
    let reading = readRST(
      planted("     - Ledger Data Type\n   * - sku\n     - Code\n     - N/A\n", "   * - sku\n     - Code\n"))
    #expect(reading.diagnostics.map(\.rule.code) == ["T0116"], "\(listed(reading))")
    #expect(reading.diagnostics.first?.message.contains("2 cells instead of 3") == true, "\(listed(reading))")
  }

  @Test(arguments: [
    "A remark.\n\n.. list-table::", "A remark.\n.. list-table::", ".. list-table::\n   :width: 1",
  ])
  func aBrokenValueMapStillDeclaresItsName(opening: String) throws {
    let parts = MutationTests.document.components(separatedAt: ".. list-table::")
    let text = parts.dropLast().joined(separator: ".. list-table::") + opening + (parts.last ?? "")
    let reading = readRST(text)
    #expect(reading.diagnostics.count == 1, "\(listed(reading))")
    let dataflow = try #require(reading.product)
    #expect(dataflow.valueMaps.map(\.name.value) == ["Order status"] && dataflow.hasUnreadParts)
  }

  @Test func aValueMapWithoutATableAndWithABrokenRowDeclaresItsName() throws {
    let heading = "Values: Order status\n--------------------\n"
    let parts = MutationTests.document.components(separatedAt: heading)
    for text in [parts[0] + heading + "\nNothing yet.\n", planted("     - Draft\n", "")] {
      let dataflow = try #require(readRST(text).product)
      #expect(dataflow.valueMaps.map(\.name.value) == ["Order status"] && dataflow.hasUnreadParts)
    }
  }

  @Test func aParameterWithABrokenDefaultIsDeclared() throws {
    let text =
      MutationTests.document + "\nParameters\n----------\nA remark.\n.. list-table::\n   :header-rows: 1\n\n"
      + "   * - Parameter\n     - Type\n     - Default\n   * - profile\n     - string\n     - \"x\n"
    let reading = readRST(text)
    #expect(
      reading.diagnostics.map(\.rule.code).first == "T0118" && reading.diagnostics.count == 2, "\(listed(reading))")
    #expect(reading.product?.parameters.map(\.name.value) == ["profile"])
  }

  @Test func aSingleSentenceThatIsWrongIsNotTheHeadingsFault() throws {
    let reading = readRST(planted("a new Ledger Invoice will be created", "a new Ledger Bill will be created"))
    #expect(reading.diagnostics.map(\.rule.code) == ["T0106"], "\(listed(reading))")
    for diagnostic in reading.diagnostics {
      #expect(diagnostic.fixes.allSatisfy { $0.edits.contains { $0.span.text != $0.replacement } })
    }
    #expect(reading.diagnostics.first?.message.contains("heading names other") == false)
  }

  @Test func aCopiedSectionWithANewHeadingIsOfferedNewSentences() throws {
    let heading = "Shopbase Article to Ledger Item\n-------------------------------"
    let section = RSTText.section("Shopbase Article", "Ledger Item", rows: [["sku", "Code", "N/A"]])
    let copy = section.replacing(heading, with: "Shopbase Part to Ledger Piece\n-----------------------------")
    let document = MutationTests.document.replacing("\nValues: Order", with: "\n\(copy)\nValues: Order")
    let reading = readRST(document)
    #expect(reading.diagnostics.map(\.rule.code) == ["T0106"], "\(listed(reading))")
    let text = try fixed(reading)
    #expect(readRST(text).diagnostics.isEmpty, "\(listed(readRST(text)))")
    #expect(text.contains("Shopbase Part to Ledger Piece\n") && text.contains("   * - Shopbase Part Property"))
  }

  @Test(arguments: [
    ("default \"0\"", "``default \"0\"", "``default \"0\"``"), ("first choice", "``first choice", "``first choice``"),
    ("first choice", "first choice``", "``first choice``"),
    ("first choice", "when ``number = 1", "when ``number = 1``"),
  ])
  func unclosedBackQuotesAreNamed(old: String, new: String, right: String) throws {
    let reading = readRST(planted("- " + old, "- " + new))
    #expect(reading.diagnostics.map(\.rule.code) == ["T0121"], "\(listed(reading))")
    #expect(reading.diagnostics.first?.message.contains("back quotes") == true, "\(listed(reading))")
    let text = try fixed(reading)
    #expect(text.contains("- \(right)\n") && readRST(text).diagnostics.isEmpty, "\(listed(readRST(text)))")
  }

  @Test func furtherLinesOfTheIntroductionAreReportedOncePerBlock() throws {
    let reading = readRST(planted("Words.\n", "Words.\nMore words.\nAnd more.\n\nA second paragraph.\nOf two lines.\n"))
    #expect(reading.diagnostics.map { "\($0.rule.code) \($0.span.start.line)" } == ["T0118 11", "T0118 14"])
    #expect(reading.product?.introduction?.value == "Words." && reading.product?.flows.count == 3)
    let joined = try fixed(reading)
    #expect(joined.contains("Words. More words. And more.\n") && readRST(joined).diagnostics.count == 1)
  }

  @Test(arguments: [
    "   * - phones", "   * - total", "   * - Shopbase Order Property\n     - Ledger Invoice Property\n     - Ledger",
  ])
  func aTabBeforeOneRowIsOneFinding(row: String) throws {
    let reading = readRST(planted(row, "\t" + row.dropFirst(3)))
    #expect(reading.diagnostics.map(\.rule.code) == ["T0114"], "\(listed(reading))")
    #expect(try fixed(reading) == MutationTests.document)
  }

  @Test func aTabAndBlanksInEveryLineOfATableGiveFixesThatMakeItRight() throws {
    let text = planted("   * - total\n     - Amount", "  * - total\n      - Amount")
    let reading = readRST(text)
    #expect(reading.diagnostics.map(\.rule.code) == ["T0114"], "\(listed(reading))")
    var bytes = reading.tree.file.bytes
    for diagnostic in reading.diagnostics.reversed() {
      bytes = applied(try #require(diagnostic.fixes.first), to: bytes)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == MutationTests.document)
  }

  @Test(arguments: [
    ("If both sides changed, newest edit wins.", "If both sides have changed, the newest edit wins."),
    ("If both sides changed, the newest edit wins.", "If both sides have changed, the newest edit wins."),
    ("If both sides changed, Ledgr wins.", "If both sides have changed, Ledger wins."),
  ])
  func aSlotForASystemHoldsASystem(sentence: String, right: String) throws {
    let reading = readRST(planted("If both sides have changed, the newest edit wins.", sentence))
    #expect(reading.diagnostics.first?.fixes.first?.edits.first?.replacement == right, "\(listed(reading))")
  }

  @Test(arguments: [
    ("Ledger Customer.\n", "Ledger\u{202E} Customer.\n", "U+202E (right-to-left override)"),
    ("   * - sku", "   * - s\u{200B}ku", "U+200B"), ("- Draft", "-\u{A0}Draft", "U+00A0 (no-break space)"),
    ("Shopbase Article to", "Shopbase Arti\u{AD}cle to", "U+00AD (soft hyphen)"),
    ("Shopbase to Ledger", "Shop\u{200D}base to Ledger", "U+200D"),
  ])
  func anInvisibleCharacterIsTheOnlyFinding(old: String, new: String, name: String) throws {
    let reading = readRST(planted(old, new))
    #expect(reading.diagnostics.map(\.rule.code) == ["T0006"], "\(listed(reading))")
    #expect(reading.diagnostics.first?.message.contains(name) == true, "\(listed(reading))")
    #expect(reading.diagnostics.first?.fixes.first?.isSafe == true)
    #expect(try fixed(reading) == MutationTests.document)
  }

  @Test func messagesShowInvisibleCharactersByTheirNumbers() {
    let file = SourceFile(path: "x", text: "x")
    let diagnostic = Diagnostic(
      UnexpectedLine.rule, "`a\u{202E}b`", explanation: "\u{200B}", at: SourceSpan(file: file, 0..<1), notes: ["\u{A0}"]
    )
    #expect(diagnostic.message == "`aU+202Eb`" && diagnostic.explanation == "U+200B" && diagnostic.notes == ["U+00A0"])
  }

  @Test(.timeLimit(.minutes(5))) func fiftyMillionLineEndsAreRefusedBeforeTheyAreScanned() {
    let bytes = [UInt8](repeating: 0x0A, count: 50_000_000)
    let reading = RSTReader.read(SourceFile(path: "empty.rst", bytes: bytes))
    #expect(reading.diagnostics.map(\.rule.code) == ["T0001"] && reading.tree.tokens.count == 1)
  }

  @Test func aDateThatNoCalendarHasIsNoMoment() {
    for moment in ["2024-02-31 25:61:61", "2023-02-29 10:00:00", "2024-13-01 10:00:00", "2024-04-31 10:00:00"] {
      let rst = readRST(planted("2024-05-17 09:30:00", moment))
      #expect(rst.diagnostics.map(\.rule.code) == ["T0104"], "\(listed(rst))")
      let yaml = YAMLReader.read(
        SourceFile(path: "t.yaml", text: "dataflow: A to B\ngenerated: \"\(moment)\"\nflows: []\n"))
      #expect(yaml.diagnostics.map(\.rule.code) == ["T0223"], "\(listed(yaml))")
    }
    #expect(readRST(planted("2024-05-17 09:30:00", "2024-02-29 23:59:59")).diagnostics.isEmpty)
  }
}

func applied(_ fix: Diagnostic.Fix, to bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  for edit in fix.edits.sorted(by: { $0.span.lowerBound > $1.span.lowerBound }) {
    bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
  }
  return bytes
}

extension String {
  func components(separatedAt separator: String) -> [String] {
    var result: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      result.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return result + [String(rest)]
  }

  func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
