import Foundation
import Testing

@testable import TandemSyntax

@Suite("Comments")
struct CommentConversionTests {
  @Test("stand at their parts again after the way from YAML to RST and back")
  func richDocument() throws {
    let comments = YAMLReader.read(SourceFile(path: "a.yaml", text: CommentSamples.yaml)).product?.comments ?? []
    #expect(comments.count == 89)
    let (rst, yaml) = try expectKeptComments(CommentSamples.yaml)
    for comment in comments {
      for line in comment.lines where !line.isEmpty {
        #expect(rst.contains(line), "\(line)")
        #expect(yaml.contains("# \(line)\n"), "\(line)")
      }
    }
    // The canonical form is one: nothing moves on a second way.
    #expect(try expectKeptComments(yaml).yaml == yaml)
  }

  @Test(
    "come back from YAML with the same bytes",
    arguments: [
      ("====\n\nGenerated", "====\n\n.. a comment\n\nGenerated"),
      ("Generated", ".. a comment\n   on two lines\n\nGenerated"),
      ("\n\nIntroduction\n", "\n\n.. above: the moment\n\nIntroduction\n"),
      ("\n\nIntroduction\n", "\n\n.. a\n.. b\n\nIntroduction\n"), ("\n\nWords.", "\n\n.. to the words\n\nWords."),
      ("Words.\n\n", "Words.\n\n.. behind the words\n\n"), ("Words.\n\n", "Words.\n\n..\n\n"),
      ("Words.\n\n", "Words.\n\n..\n   below\n\n"), ("Words.\n\n", "Words.\n\n..\n   name:: below\n\n"),
      ("Words.\n\n", "Words.\n\n.. first\n\n   third\n\n"),
      ("Words.\n\n", "Words.\n\n..  two blanks\n \tand a tab\n\n"),
      ("Words.\n\n", "Words.\n\n.. flows: all sections\n\n.. one section\n\n"),
      ("---\nEvery", "---\n\n.. above: the section\n\n.. the policy\n\nEvery"),
      ("Once a link", ".. earlier than it need be\n\nOnce a link"),
      ("Once a link", ".. early\n\n.. early too\n\nOnce a link"),
      ("Once a link", ".. above: creation\n\n.. early\n\nOnce a link"),
      ("The following", ".. the table\n\nThe following"), (".. list-table::", ".. between\n\n.. list-table::"),
      ("     - A\n", "     - A\n"), ("   * - a\n", "   * - a\n\n       .. a row\n"),
      ("     - \"string\"\n", "     - \"string\"\n\n       .. a row\n          goes on\n"),
      ("     - \"string\"\n", "     - \"string\"\n\n       ..\n          [1]\n\n"),
      ("     - \"string\"\n", "     - \"string\"\n\n.. above: the rows\n\n"),
      ("     - \"string\"\n", "     - \"string\"\n\n.. the end\n"), ("=====\nShop", "=====\nShop"),
    ])
  func rstDocuments(canonical: String, commented: String) throws {
    let text = RSTText.title() + RSTText.section(rows: [["b", "B", "N/A"], ["a", "A", "\"string\""]])
    #expect(text.contains(canonical))
    let document = text.replacing(canonical, with: commented)
    try expectRoundTrip(document)
    try expectRoundTrip(document.replacing("\n", with: "\r\n"))
    try expectRoundTrip(".. the head\n\n" + document + "\n.. the end\n")
  }

  @Test("between the sentences of a section come back from YAML with the same bytes")
  func sentences() throws {
    let further = """
      Only a Shopbase Client with ``a = 1`` takes part.

      Only a Ledger Customer with ``B = 2`` takes part.

      If both sides have changed, a person decides.

      When a Shopbase Client is deleted, the link is dropped.

      When a Ledger Customer is deleted, the Shopbase Client is kept.

      On the first run, existing records are left alone.

      The section links and creates records and keeps no property in step.

      A Shopbase Client was formerly called Person.

      A Ledger Customer was formerly called Debtor.

      A Ledger Customer belongs to the record of Order to Invoice that its ``InvoiceId`` refers to.


      """
    let policy = """
      Every Shopbase Client will be synchronized with a Ledger Customer.

      If a matching Ledger Customer already exists, the Shopbase Client will be merged with the existing one.
      If no matching Ledger Customer is found, a new Ledger Customer will be created.

      A Shopbase Client will merge with a Ledger Customer if one of the following property combinations match:


      """
      + RSTText.table(["Shopbase Client Property", "Ledger Customer Property"], [["a", "A"], ["b", "B"]])
    let text = RSTText.title() + RSTText.section(policy: policy, further: further, rows: [["a", "A", "N/A"]])
    let paragraphs = text.components(separatedBy: "\n\n")
    for place in paragraphs.indices.dropFirst(1) {
      // Between the lines that open a table and its rows nothing can stand.
      if paragraphs[place].hasPrefix("   * -") { continue }
      for comment in [".. a remark", ".. a remark\n   on two lines\n\n   and a third", ".. one\n\n.. two"] {
        var commented = paragraphs
        commented[place] = comment + "\n\n" + commented[place]
        let document = commented.joined(separator: "\n\n")
        try expectRoundTrip(document)
      }
    }
  }

  @Test("at odd places come back where they stood, with the label that they had")
  func oddPlaces() throws {
    let text = RSTText.title() + RSTText.section(rows: [["a", "A", "\"string\""]])
    try expectRoundTrip(text.replacing("     - A\n", with: "     - A\n\n       .. in the middle\n"))
    let odd = text.replacing("The following", with: ".. above: a sentence that is no part\n\nThe following")
    let dataflow = try #require(readRST(odd).product)
    #expect(describeComments(dataflow) == ["properties(flow: 0) before: above: a sentence that is no part"])
    try expectRoundTrip(odd)
    let joined = text.replacing(".. list-table::", with: ".. one\n\n.. two\n\n.. list-table::")
    let product = try #require(readRST(joined).product)
    #expect(describeComments(product) == ["properties(flow: 0) beside: one / two"])
    try expectRoundTrip(joined)
    try expectRoundTrip(text.replacing("Every A", with: ".. tight\nEvery A"))
    try expectRoundTrip(text.replacing(".. list-table::", with: ".. above: it\n\n  .. odd\n    more\n.. list-table::"))
  }

  @Test("between the rows of a table are faults, because other tools end the table there")
  func betweenRows() throws {
    let text = RSTText.title() + RSTText.section(rows: [["a", "A", "\"string\""], ["b", "B", "\"string\""]])
    for comment in ["   .. a remark\n", "\n   .. a remark\n\n", "       .. a remark\n"] {
      let reading = readRST(text.replacing("   * - b\n", with: comment + "   * - b\n"))
      #expect(reading.diagnostics.map(\.rule.code) == ["T0118"], "\(comment): \(listed(reading))")
      #expect(reading.diagnostics.first?.explanation.contains("under the text of a cell") == true)
      #expect(reading.product?.flows.first?.rows.count == 2)
    }
  }
}
