import Foundation
import Testing

@testable import TandemSyntax

@Suite("The canonical form of RST")
struct RSTFormatTests {
  private let rest = """
    Once a link between a Shopbase Client and a Ledger Customer is established, it will keep in sync between the two \
    systems, regardless of where it is edited.

    The following properties are synchronized between a Shopbase Client and a Ledger Customer:


    """

  @Test("has its own number of blank lines, indentation and rule length at each place")
  func everything() throws {
    let before = """


      ======
      Shopbase to Ledger Dataflow
      ===========================
      Generated: 2024-05-17 09:30:00
      Introduction.
      -------------
      Words.
      Shopbase Client to Ledger Customer
      ----------------------------------

      Every Shopbase Client will be synchronized with a Ledger Customer.
      \(rest)

      .. list-table::
        :header-rows: 1


        *  -  Shopbase Client Property
           -   Ledger Customer Property
           -   Ledger Data Type

        *  -\(" ")
           -\tcode
           - "string"
      Shopbase Order to Ledger Invoice
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      """.replacing("   *  - \n", with: "   *  - key\n").replacing("  *  - \n", with: "  *  - key\n")
    let section = RSTText.section("Shopbase Order", "Ledger Invoice").split(separator: "\n").dropFirst(2)
    let after = """
      ===========================
      Shopbase to Ledger Dataflow
      ===========================

      Generated: 2024-05-17 09:30:00

      Introduction.
      ------------

      Words.

      Shopbase Client to Ledger Customer
      ----------------------------------
      Every Shopbase Client will be synchronized with a Ledger Customer.

      \(rest).. list-table::
         :header-rows: 1

         * - Shopbase Client Property
           - Ledger Customer Property
           - Ledger Data Type
         * - key
           - code
           - "string"


      """
    let whole = before + "\n" + section.joined(separator: "\n")
    let expected = after + "\n" + RSTText.section("Shopbase Order", "Ledger Invoice")
    #expect(try expectFormatted(whole, path: "test.rst") == expected)
  }

  @Test(
    "keeps comments where they are, with a blank line around each block",
    arguments: [
      (".. first\n\n\n=====", ".. first\n\n====="),
      ("Words.\n.. one\n.. two\n\nShop", "Words.\n\n.. one\n\n.. two\n\nShop"),
      ("Words.\n\n\n   .. one\n     two\n\nShop", "Words.\n\n.. one\n  two\n\nShop"),
      ("Customer.\n\n.. why\n\n\nOnce", "Customer.\n\n.. why\n\nOnce"),
      ("-----\n.. why\n\n\nEvery", "-----\n\n.. why\n\nEvery"),
      ("\"string\"\n\n\n.. above: below\n\nShopbase Order", "\"string\"\n\n.. above: below\n\n\nShopbase Order"),
      ("\"string\"\n\n.. next\n\n\nShopbase Order", "\"string\"\n\n\n.. next\n\nShopbase Order"),
      (
        "A\n\n\n\n         .. cell\n\n             two\n     - \"string",
        "A\n\n       .. cell\n\n           two\n     - \"string"
      ),
      ("\"decimal\"\n.. end\n\n\n", "\"decimal\"\n\n.. end\n\n"),
    ])
  func comments(before: String, after: String) throws {
    let text =
      RSTText.title() + RSTText.section(rows: [["a", "A", "\"string\""]]) + "\n"
      + RSTText.section("Shopbase Order", "Ledger Invoice", rows: [["b", "B", "\"decimal\""]])
    let places = [
      "first": "=====", "one": "Words.\n\nShop", "why": "Customer.\n\nOnce", "-----\n.. why": "-----\nEvery",
      "below": "\"string\"\n\n\nShopbase Order", "next": "\"string\"\n\n\nShopbase Order", "cell": "A\n     - \"string",
      "end": "\"decimal\"\n\n",
    ]
    let key = try #require(places.keys.sorted { $0.count > $1.count }.first { before.contains($0) })
    let place = try #require(places[key])
    let range = try #require(text.firstRange(of: place))
    let formatted = try expectFormatted(text.replacingCharacters(in: range, with: before), path: "test.rst")
    #expect(formatted == text.replacingCharacters(in: range, with: after))
  }

  @Test("gives a title the rules that it lacks, and keeps the blank of a system without a name")
  func titles() throws {
    let text = RSTText.title() + RSTText.section()
    let rule = "===========================\n"
    #expect(try expectFormatted(String(text.dropFirst(rule.count)), path: "test.rst") == text)
    let second = try #require(text.dropFirst().firstRange(of: "\n" + rule))
    #expect(try expectFormatted(text.replacingCharacters(in: second, with: "\n"), path: "test.rst") == text)
    let nameless =
      RSTText.title("", "Ledger")
      + RSTText.section(" Client", "Ledger Customer")
      .replacing("     - Client Property", with: "     - Client Property")
    #expect(nameless.contains("\n to Ledger Dataflow\n") && nameless.contains("\n Client to"))
    #expect(try expectFormatted(nameless, path: "test.rst") == nameless)
    #expect(
      try expectFormatted(text.replacing("\nShopbase to", with: "\n Shopbase to"), path: "test.rst") == text)
  }

  @Test(
    "keeps the text of a comment whose lines are indented by tabs, or by blanks and tabs",
    arguments: [
      (".. one\n\t   two", ".. one\n   two"), (".. one\n   \ttwo\n\tthree", ".. one\n   \ttwo\n   three"),
      ("  .. one\n     \ttwo\n       three\n   four", ".. one\n   \ttwo\n     three\n four"),
    ])
  func tabsInComments(before: String, after: String) throws {
    let text = RSTText.title() + RSTText.section(rows: [["a", "A", "N/A"]])
    let formatted = try expectFormatted(text + before + "\n", path: "test.rst")
    #expect(formatted == text + after + "\n\n")
  }

  @Test("ends all lines as most of them end")
  func lineEnds() throws {
    let text = RSTText.title() + RSTText.section()
    let mixed = text.replacing("Words.\n", with: "Words.\r\n")
    #expect(try expectFormatted(mixed, path: "test.rst") == text)
    let windows = text.replacing("\n", with: "\r\n")
    #expect(try expectFormatted(windows.replacing("Words.\r\n", with: "Words.\n"), path: "test.rst") == windows)
    #expect(try expectFormatted("\u{FEFF}" + text, path: "test.rst") == "\u{FEFF}" + text)
  }

  @Test("is not known of a document with errors")
  func errors() {
    #expect(format(Array("Shopbase to Ledger Dataflow\n\nWords   \n".utf8), "test.rst") == nil)
    #expect(format([], "test.rst") == nil)
  }
}
