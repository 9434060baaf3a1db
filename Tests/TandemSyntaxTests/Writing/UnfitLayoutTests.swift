import Testing

@testable import TandemSyntax

/// A document whose comments the YAML has in another place, so that what the layout says of later lines does not fit.
@Test func aDocumentWhoseCommentsMoveStillComesBackFromItsYAML() throws {
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
  for comment in ["first", "second", "third", "fourth"] { #expect(written.contains(comment)) }
}
