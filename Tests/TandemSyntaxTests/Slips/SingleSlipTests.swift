import Testing

@testable import TandemSyntax

@Suite("One slip, one finding, one correction")
struct SingleSlipTests {
  /// A slip in a document: what stood there, and what stands there now.
  struct Slip: CustomTestStringConvertible, Sendable {
    var right: String
    var wrong: String
    var testDescription: String { wrong }

    init(_ right: String, _ wrong: String) {
      self.right = right
      self.wrong = wrong
    }
  }

  private static let rst = RSTExample.document
    .replacing("     - default \"unknown\"", with: "     - first choice; default \"unknown\"")
    .replacing(
      "     - \"string\"\n     -\n     -\n", with: "     - \"string\"\n     -\n     - ``when name in (\"A\", \"B\")``\n"
    )

  private static let yaml = """
    dataflow: Shopbase to Ledger
    values:
      State: {new: N, old: O, otherwise: error}
    flows:
    - flow: Shopbase Client to Ledger Customer
      create: 'when status in ("new", "old")'
      match:
      - {email: MailAddress}
      conflict: newest
      deletion: {Shopbase: 'archive with Status = "Void"', Ledger: propagate}
      first run: full
      properties:
      - {source: name, target: CustomerName, type: string, direction: to Ledger}
      - {source: state, target: State, type: string, values: State}
      - {source: country, target: Country, type: string, lookup: Country, by: {country: Iso}}

    """

  /// Plants the slip, and applies the first correction of what is found.
  private func check(_ document: String, _ slip: Slip, path: String) throws {
    let place = try #require(document.place(of: slip.right), "the document does not hold \(slip.right)")
    let text = document.with(slip.wrong, at: place)
    let file = SourceFile(path: path, text: text)
    let found = Self.read(file).diagnostics
    #expect(found.count == 1, "\(found.map(\.message))")
    let fix = try #require(found.first?.fixes.first, "\(found.map(\.message))")
    let mended = String(decoding: TriedFixes.text(file.bytes, with: fix), as: UTF8.self)
    let again = SourceFile(path: path, text: mended)
    let left = path.hasSuffix("rst") ? RSTReader.read(again) : YAMLReader.read(again)
    #expect(left.diagnostics.isEmpty, "\(fix.message)")
    if mended != document { #expect(Self.meaning(left) == Self.meaning(document, path: path), "\(fix.message)") }
  }

  private static func read(_ file: SourceFile) -> Reading<Dataflow> {
    file.path.hasSuffix("rst") ? RSTReader.read(file).advised(in: .rst) : YAMLReader.read(file).advised(in: .yaml)
  }

  private static func meaning(_ reading: Reading<Dataflow>) -> String {
    reading.product.map { YAMLWriter.write($0) } ?? ""
  }

  private static func meaning(_ document: String, path: String) -> String {
    let file = SourceFile(path: path, text: document)
    return meaning(path.hasSuffix("rst") ? RSTReader.read(file) : YAMLReader.read(file))
  }

  @Test func theDocumentsThatSlipsArePlantedInAreSound() {
    #expect(RSTReader.read(SourceFile(path: "a.rst", text: Self.rst)).diagnostics.map(\.message) == [])
    #expect(YAMLReader.read(SourceFile(path: "a.yaml", text: Self.yaml)).diagnostics.map(\.message) == [])
  }

  @Test(arguments: [
    Slip("- first choice; default", "- `first choice`; default"),
    Slip("- first choice; default \"unknown\"", "- ``first choice; default \"unknown\"``"),
    Slip("- first choice; default", "- first choice, default"),
    Slip("- first choice; default", "- first choice default"),
    Slip("- first choice; default", "- first first choice; default"),
    Slip("``when name in (\"A\", \"B\")``", "`when name in (\"A\", \"B\")`"),
    Slip("``when name in (\"A\", \"B\")``", "``when name in (\"A\", \"B\")`"),
    Slip("in (\"A\", \"B\")", "in \"A\", \"B\""),
    Slip("in (\"A\", \"B\")", "in (\"A\" \"B\")"),
    Slip("in (\"A\", \"B\")", "in (\"A\", \"B\""),
    Slip("name in (", "name IN ("),
    Slip("   * - email\n     - MailAddress\n     - \"string\"", "     - email\n     - MailAddress\n     - \"string\""),
    Slip("   * - email\n     - MailAddress\n     - \"string\"", "   - - email\n     - MailAddress\n     - \"string\""),
    Slip("   * - email\n     - MailAddress\n     - \"string\"", "   *- email\n     - MailAddress\n     - \"string\""),
    Slip("     - to Ledger\n", "     * to Ledger\n"),
    Slip("     - to Ledger\n", "     -to Ledger\n"),
    Slip("     - to Ledger\n", "     - to Ledger\n     - to Ledger\n"),
    Slip("     - CustomerName\n", "     - CustomerName\n     - CustomerName\n"),
    Slip("     - \"string\"\n     -\n", "     - \"string\"\n"),
    Slip("===\nShopbase to", "===\nxx\nShopbase to"),
  ])
  func isFoundOnceInRSTAndMended(_ slip: Slip) throws { try check(Self.rst, slip, path: "a.rst") }

  @Test(arguments: [
    Slip("{source: name, target", "{source name, target"),
    Slip("{source: name, target", "{source; name, target"),
    Slip("{source: name, target", "{source: name target"),
    Slip("{source: name, target", "{source :name, target"),
    Slip("{source: name, target", "{source source: name, target"),
    Slip("- {source: name", "-{source: name"),
    Slip("direction: to Ledger}", "direction: to Ledger}}"),
    Slip("direction: to Ledger}", "direction: to Ledger)"),
    Slip("by: {country: Iso}}", "by: {country: Iso}"),
    Slip("flows:\n", ""),
    Slip("  properties:\n", ""),
    Slip("  conflict: newest", " conflict: newest"),
    Slip("  conflict: newest", "  conflict; newest"),
    Slip("  conflict: newest", "  conflict: newest newest"),
    Slip("Ledger: propagate", "Ledger: delete"),
    Slip("archive with Status", "archive Status"),
    Slip("  first run: full", "  full: first run"),
  ])
  func isFoundOnceInYAMLAndMended(_ slip: Slip) throws { try check(Self.yaml, slip, path: "a.yaml") }

  @Test func aStrayWordCanBecomeAComment() throws {
    let text = Self.yaml.replacing("  first run: full", with: "  first run: full\n  xx")
    let found = Self.read(SourceFile(path: "a.yaml", text: text)).diagnostics
    #expect(found.count == 1 && found[0].fixes.first?.message == "write it as a comment")
  }

  @Test func aCommentWithoutItsBlankIsToldWhatItLacks() throws {
    let text = Self.rst.replacing("If both sides have changed", with: "..A remark\n\nIf both sides have changed")
    let found = Self.read(SourceFile(path: "a.rst", text: text)).diagnostics
    #expect(found.map(\.message) == ["a comment has a blank behind its full stops"])
    #expect(found.first?.fixes.first?.edits.map(\.replacement) == [" "])
  }

  @Test func aLostPropertyIsNotFilledWithNothing() throws {
    let text = Self.rst.replacing("     - CustomerName\n", with: "")
    let found = Self.read(SourceFile(path: "a.rst", text: text)).diagnostics
    #expect(found.count == 1 && found[0].fixes.isEmpty)
    #expect(found.first?.message.contains("`Ledger Customer Property`") == true)
    #expect(found.first?.explanation.contains("nothing to say") == false)
  }

  @Test func aSentenceInTheWrongPlaceIsMoved() throws {
    let sentence = "If both sides have changed, the newest edit wins.\n\n"
    let once = "Once a link between"
    let text = Self.rst.replacing(sentence, with: "").replacing(once, with: sentence + once)
    let found = Self.read(SourceFile(path: "a.rst", text: text)).diagnostics
    let fix = try #require(found.first?.fixes.first)
    #expect(found.count == 1 && found[0].rule.code == "T0112")
    let mended = String(decoding: TriedFixes.text(Array(text.utf8), with: fix), as: UTF8.self)
    #expect(mended == Self.rst)
  }

  @Test func twoFaultsStayTwo() {
    let text = Self.yaml.replacing("{source: name,", with: "{source name,").replacing(
      "{source: state,", with: "{source state,")
    #expect(Self.read(SourceFile(path: "a.yaml", text: text)).diagnostics.count == 2)
  }

  @Test func everyWordOfExpressionsStandsInTheirForms() {
    for word in ExpressionWord.allCases {
      let words = ExpressionForm.all.flatMap { $0.form.split { " (),".contains($0) } }
      #expect(words.contains { $0 == word.rawValue }, "\(word)")
    }
  }
}

extension String {
  fileprivate func place(of part: String) -> Range<String.Index>? { firstRange(of: part) }

  fileprivate func with(_ text: String, at range: Range<String.Index>) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
