import Testing

@testable import TandemSyntax

/// A document whose comments stand where no writer puts them, so that the layout has to name their lines.
@Test func aDocumentWithCommentsAtOddPlacesComesBackByteForByte() throws {
  let rst = """
    =======================
    Shop to Ledger Dataflow
    =======================

    .. first

       second

    Generated: 2026-11-01 09:00:00

    Shop Customer to Ledger Account
    -------------------------------
    Every Shop Customer will be synchronized with a Ledger Account.

    Once a link between a Shop Customer and a Ledger Account is established, it will keep in sync between the two systems, regardless of where it is edited.

    The following properties are synchronized between a Shop Customer and a Ledger Account:

    .. list-table::
       :header-rows: 1

       * - Shop Customer Property
         - Ledger Account Property
         - Ledger Data Type

           .. third



    Shop Order to Ledger Invoice
    ----------------------------
    Every Shop Order will be synchronized with a Ledger Invoice.

       .. fourth ..
          more


    Once a link between a Shop Order and a Ledger Invoice is established, it will keep in sync between the two systems, regardless of where it is edited.

    The following properties are synchronized between a Shop Order and a Ledger Invoice:

    .. list-table::
       :header-rows: 1

       * - Shop Order Property
         - Ledger Invoice Property
         - Ledger Data Type


    """
  let dataflow = try #require(RSTReader.read(SourceFile(path: "a.rst", text: rst)).product)
  let yaml = try #require(YAMLReader.read(SourceFile(path: "a.yaml", text: YAMLWriter.write(dataflow))).product)
  let written = RSTWriter.write(yaml)
  let back = RSTReader.read(SourceFile(path: "a.rst", text: written))
  #expect(!back.diagnostics.contains { $0.severity == .error }, "\(back.diagnostics.map(\.message))")
  #expect(try YAMLWriter.content(of: #require(back.product)) == YAMLWriter.content(of: dataflow))
  #expect(written == rst)
}

/// A layout that somebody changed by hand: what does not fit is left out, the rest is used.
@Test func aLayoutThatFitsOnlyInPartsIsUsedInParts() throws {
  let yaml = """
    dataflow: Shop to Ledger
    layout:
      line ends: crlf
      comments: {9: 7, 10: 1}
      blank lines: {3: 3, 8: 0, 9: 0}
      trailing blanks: {1: "  "}
    # before the first section
    flows:
    - flow: Shop Customer to Ledger Account
      create: always
      properties:
      # a row
      - {source: name, target: Name, type: string}
      - {source: email, target: Email, type: string}

    """
  let dataflow = try #require(YAMLReader.read(SourceFile(path: "a.yaml", text: yaml)).product)
  let rst = RSTWriter.write(dataflow)
  let back = RSTReader.read(SourceFile(path: "a.rst", text: rst))
  #expect(!back.diagnostics.contains { $0.severity == .error }, "\(rst)")
  let product = try #require(back.product)
  #expect(describe(product) == describe(dataflow))
  #expect(describeComments(product) == describeComments(dataflow), "\(rst)")
  #expect(rst.hasPrefix("=======================  \r\nShop to Ledger Dataflow\r\n"), "\(rst)")
}

/// What a layout says of words is a spelling of names, never another text.
@Test func aSpellingThatIsAnotherNameIsNotUsed() throws {
  let text = """
    dataflow: Shop to Ledger
    layout:
      spellings: {5: {0: "shop"}, 7: {1: "SHOP", 8: "Invoices"}, 9: {6: "Ledger Account", 5: "Shop"}}
    flows:
    - flow: Shop Customer to Ledger Account
      create: always
      properties: []

    """
  let dataflow = try #require(YAMLReader.read(SourceFile(path: "a.yaml", text: text)).product)
  let rst = RSTWriter.write(dataflow)
  #expect(rst.contains("\nEvery SHOP Customer will be synchronized with a Ledger Account.\n"), "\(rst)")
  #expect(rst.contains("\nOnce a link between a Shop Customer and a Ledger Account is established"), "\(rst)")
}

/// An order that does not fit the document moves nothing.
@Test(arguments: ["order: {5: 9 to 10}", "order: {1: 70}", "missing lines: {8: 1}", "missing lines: {9: 40}"])
func anOrderThatDoesNotFitIsLeftOut(layout: String) throws {
  let text = """
    dataflow: Shop to Ledger
    layout:
      \(layout)
    flows:
    - flow: Shop Customer to Ledger Account
      create: always
      properties:
      - {source: name, target: Name, type: string}

    """
  let dataflow = try #require(YAMLReader.read(SourceFile(path: "a.yaml", text: text)).product)
  var plain = dataflow
  plain.layout = DocumentLayout()
  #expect(RSTWriter.write(dataflow) == RSTWriter.write(plain))
}
