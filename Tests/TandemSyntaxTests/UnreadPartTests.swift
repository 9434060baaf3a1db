import TandemSyntax
import Testing

/// What could not be read is marked, so that nothing is said to be missing or unused for it.
@Suite struct UnreadPartTests {
  private func yaml(_ text: String) -> Reading<Dataflow> { YAMLReader.read(SourceFile(path: "t.yaml", text: text)) }

  private static let document = """
    dataflow: A to B
    values:
      Codes: {a: b}
    flows:
    - flow: A Order to B Deal
      properties:
      - {source: x, target: y}
      - {source: v, target: w}
    - flow: A Client to B Person
      match: [{name: Name}]
      properties:
      - {source: x, target: y}

    """

  @Test func aDocumentWithoutFaultsHasNoUnreadParts() throws {
    for reading in [yaml(Self.document), readRST(MutationTests.document)] {
      let dataflow = try #require(reading.product)
      #expect(!dataflow.hasUnreadParts && dataflow.flows.allSatisfy { !$0.hasUnreadParts })
    }
  }

  @Test(arguments: [
    ("{source: x, target: y}", "{source: x target: y}"), ("{source: v, target: w}", "{source: v..v, target: w}"),
    ("- {source: v, target: w}", "- nothing"),
  ])
  func aBrokenRowMarksItsFlowAndTheDocument(old: String, new: String) throws {
    let text = Self.document.replacing(old, with: new, maxReplacements: 1)
    let dataflow = try #require(yaml(text).product)
    #expect(dataflow.hasUnreadParts)
    #expect(dataflow.flows.map(\.hasUnreadParts) == [true, false])
  }

  @Test func aBrokenKeyOrMergeRowMarksItsFlow() throws {
    let text = Self.document.replacing("[{name: Name}]", with: "[{name..x: Name}]")
    let dataflow = try #require(yaml(text).product)
    #expect(dataflow.hasUnreadParts && dataflow.flows.map(\.hasUnreadParts) == [false, true])
  }

  @Test func aBrokenValueMapMarksTheDocumentOnly() throws {
    let dataflow = try #require(yaml(Self.document.replacing("{a: b}", with: "[a]")).product)
    #expect(dataflow.hasUnreadParts && dataflow.flows.map(\.hasUnreadParts) == [false, false])
  }

  @Test(arguments: [
    ("will be synchronized with a Ledger Item.", "is copied to a Ledger Item.", [false, false, true]),
    ("   * - number", "   * - num ber", [false, true, false]),
    ("     - to Ledger", "     - up", [false, true, false]),
    ("     - Draft\n", "", [false, false, false]),
    ("     - Code\n", "     - Co\u{1}de\n", [false, false, true]),
  ])
  func inRSTTheSectionWithTheFaultIsMarked(old: String, new: String, marks: [Bool]) throws {
    let text = MutationTests.document.replacing(old, with: new)
    #expect(text != MutationTests.document)
    let dataflow = try #require(readRST(text).product)
    #expect(dataflow.hasUnreadParts && dataflow.flows.map(\.hasUnreadParts) == marks)
  }
}
