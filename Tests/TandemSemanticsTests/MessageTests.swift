import TandemSemantics
import TandemSyntax
import Testing

private func rows(_ rows: String..., before: String = "") -> CheckResult {
  Support.check(
    "dataflow: Shop to Ledger\n\(before)flows:\n- flow: Shop Customer to Ledger Account\n  properties:\n"
      + (["{source: name, target: Name, type: string}"] + rows).map { "  - \($0)\n" }.joined())
}

private func replacements(_ result: CheckResult) -> [String] {
  result.diagnostics.flatMap(\.fixes).flatMap(\.edits).map(\.replacement)
}

@Test(arguments: [
  ("points", "Points", "int", "integer"), ("points", "Points", "number", "integer"),
  ("vip", "Priority", "bool", "boolean"), ("email", "Email", "varchar", "string"),
  ("status", "Rank", "picklist", "enum"), ("since", "Since", "dat", "date"), ("since", "Since", "bool", "date"),
]) func aTypeOfAnotherLanguageIsReplacedByTheDescribedOne(
  source: String, target: String, word: String, expected: String
) {
  let result = rows("{source: \(source), target: \(target), type: \(word)}")
  let found = result.diagnostics.filter { $0.rule.code == "T2007" }
  #expect(found.flatMap(\.fixes).flatMap(\.edits).map(\.replacement) == [expected], "\(Support.lines(result))")
  #expect(found.allSatisfy { !$0.explanation.contains("`list`") && !$0.explanation.contains("`object`") })
}

@Test func aTypeThatContradictsTheDescriptionIsExplainedInsteadOfGuessed() {
  let explanation = rows("{source: since, target: Since, type: bool}").diagnostics.first?.explanation ?? ""
  #expect(
    explanation.hasPrefix(
      "The word may stand for `boolean`, but `Since` is described as a date: write `date`, or map a property"),
    "\(explanation)")
}

@Test(arguments: [
  ("int", "integer"), ("uuid", "guid"), ("timestamp", "datetime"), ("double", "float"), ("picklist", "string"),
]) func theTypeOfAParameterIsKnownByItsOtherNames(word: String, expected: String) {
  let result = rows(before: "parameters:\n  office: {type: \(word)}\n")
  #expect(replacements(result) == [expected], "\(Support.lines(result))")
}

@Test func articlesFollowTheSoundOfTheWord() {
  let messages = rows(
    "{source: email, target: Status, type: integer}", "{source: points, target: Points, type: enum}",
    "{source: countryId, target: Country, type: string}", "{source: since, target: Priority, type: boolean}"
  ).diagnostics.map(\.message)
  #expect(messages.contains("`Status` is an enum, not an integer"), "\(messages)")
  #expect(messages.contains("`Points` is an integer, not an enum"), "\(messages)")
  #expect(messages.contains("`since`, a date, cannot become `Priority`, a boolean"), "\(messages)")
  let account = Support.check(
    "dataflow: Shop to Ledger\nflows:\n- flow: Shop Order to Ledger Invoice\n  properties:\n"
      + "  - {source: customerId, target: Account}\n  - {source: number, target: Number}\n"
  ).diagnostics.map(\.message)
  #expect(account.contains { $0.hasSuffix("which holds the key of an `Account`") }, "\(account)")
}

@Test func aSystemAgainstItselfIsAnErrorAndNothingElseIsSaid() {
  let result = Support.check(
    "dataflow: Shop to SHOP\nflows:\n- flow: Shop Customer to Shop Nothing\n  properties: []\n")
  #expect(
    Support.lines(result) == ["1: T1012 error `Shop` and `SHOP` are the same system, Shop"], "\(Support.lines(result))")
  #expect(result.dataflows.isEmpty)
}

@Test func aDocumentWithoutFlowsDoesNothing() {
  let result = Support.check("dataflow: Shop to Ledger\nflows: []\n")
  #expect(Support.lines(result) == ["1: T4014 note the document has no section and does nothing"])
  var unread = Support.dataflow(SourceFile(path: "d.yaml", text: "dataflow: Shop to Ledger\nflows: []\n"))
  unread.hasUnreadParts = true
  #expect(Checker.check([unread], systems: Support.systems).diagnostics.isEmpty)
}

@Test func theNameOfAThirdSystemIsNoMisspeltSide() throws {
  let store = SourceFile(
    path: "stop.yaml",
    text: "system: Shot\nchanges: {cursor: v, kind: rowversion, deletes: {kind: feed}}\nentities:\n  Item:\n"
      + "    properties:\n      id: {type: integer, key: true, readOnly: true}\n      v: {type: integer, readOnly: true}\n"
  )
  let systems = Support.systems + [Support.description(store)]
  func check(_ flow: String, _ row: String) -> [Diagnostic] {
    let text =
      "dataflow: Shop to Ledger\nflows:\n- flow: \(flow)\n  properties:\n  - {source: name, target: Name, \(row)}\n"
    let document = Support.dataflow(SourceFile(path: "d.yaml", text: text))
    return Checker.check([document], systems: systems).diagnostics
  }
  let side = try #require(check("Shop Customer to Ledger Account", "direction: to Shot").first)
  #expect(side.rule.code == "T1008" && side.fixes.isEmpty)
  #expect(side.explanation.contains("Shot is a described system, but no side of this document"), "\(side.explanation)")
  let section = try #require(check("Shot Customer to Ledger Account", "type: string").first)
  #expect(section.rule.code == "T1003" && section.fixes.isEmpty && !section.explanation.contains("Did you mean"))
}

/// The document of a flow whose name holds characters that a reader reports.
private func document(flow: String) -> Dataflow? {
  YAMLReader.read(
    SourceFile(
      path: "d.yaml",
      text: "dataflow: Shop to Ledger\nflows:\n- flow: \(flow)\n  properties:\n"
        + "  - {source: name, target: Name, type: string}\n")
  ).product
}

@Test(arguments: ["Cust\u{202E}omer", "Custo\u{200B}mer"]) func anInvisibleDifferenceIsNoOtherSpelling(entity: String)
  throws
{
  let plain = try #require(document(flow: "Shop Customer to Ledger Account"))
  var hidden = plain
  hidden.flows[0].source.entity.value = entity
  let lines = Support.lines(Checker.check([hidden], systems: Support.systems))
  #expect(lines.isEmpty, "\(lines)")
}

@Test func aNoBreakSpaceBehindTheSystemIsSeenAsOne() throws {
  var hidden = try #require(document(flow: "Shop Customer to Ledger Account"))
  hidden.flows[0].source.system.value = ""
  hidden.flows[0].source.entity.value = "Shop\u{A0}Customer"
  let found = Checker.check([hidden], systems: Support.systems).diagnostics
  #expect(found.map(\.rule.code) == ["T1003"])
  #expect(found.first?.explanation.contains("Write `Shop Customer` here") == true, "\(found.map(\.explanation))")
}

@Test func aNearMissOfAnOpenEnumerationIsFoundWhereverALiteralMeetsIt() {
  let map = rows(
    "{source: status, target: Rank, type: string, values: Rank}",
    before: "values:\n  Rank: {active: Prefered, blocked: Ordinry, otherwise: {value: ordinary}}\n")
  #expect(map.diagnostics.map(\.rule.code) == ["T2015", "T2015", "T2015"], "\(Support.lines(map))")
  #expect(replacements(map) == ["Preferred", "Ordinary"])
  #expect(replacements(rows("{source: status, target: Rank, type: string, default: Prefered}")) == ["Preferred"])
  // Another value is meant, and a described one is right.
  #expect(rows("{target: Rank, constant: Outstanding, direction: at creation}").diagnostics.isEmpty)
  #expect(rows("{target: Rank, constant: Ordinary, direction: at creation}").diagnostics.isEmpty)
}
