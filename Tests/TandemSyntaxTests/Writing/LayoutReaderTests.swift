import Testing

@testable import TandemSyntax

@Suite("The layout of an RST document, as YAML has it")
struct LayoutReaderTests {
  private func read(_ layout: String) -> Reading<Dataflow> {
    YAMLReader.read(SourceFile(path: "test.yaml", text: "dataflow: A to B\nlayout:\n\(layout)\nflows: []\n"))
  }

  @Test("is read and written back in every part")
  func everyPart() throws {
    let text = """
        line ends: crlf
        other line ends: [3]
        byte order mark: true
        introduction heading: "Introduction."
        parameters: first
        empty parameters: true
        final line end: missing
        comments: {7: 2, 12: 1}
        comment lengths: {7: 1}
        comment marks: {12: label and signs}
        order: {30: 80 to 90, 40: 99}
        missing lines: {50: 2}
        spellings: {60: {1: "ShopBase", 2: ""}}
        blank lines: {0: 1, 3: 2}
        trailing blanks: {1: " ", 4: "\\t"}
        spacing: {2: {0: " ", 1: "  "}}
        inner spacing: {2: {1: " "}}
        rule lengths: {3: 12}
        marks: {5: bare, 6: quotation marks in backticks}
        empty columns: {1: [Combination, Direction, Rule]}
        empty tables: [1, 3]
        empty promises: [2]
      """
    let reading = read(text)
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
    let dataflow = try #require(reading.product)
    for form in LayoutForm.all { #expect(text.contains("  \(form.key): "), "\(form.key)") }
    #expect(YAMLWriter.write(dataflow) == "dataflow: A to B\nlayout:\n\(text)\nflows: []\n")
    // Line 1 is a blank one with a blank, line 2 an indented rule with a blank in it.
    #expect(RSTWriter.write(dataflow).hasPrefix("\u{FEFF} \r\n = ======="))
  }

  @Test(
    "a fault is reported at its place, once",
    arguments: [
      ("  line end: crlf", "line ends"), ("  line ends: cr", "crlf"), ("  blank lines: {x: 1}", "whole number"),
      ("  blank lines: {1: -1}", "whole number"), ("  blank lines: {1: 99999999999999999999}", "whole number"),
      ("  trailing blanks: {1: \"x\"}", "blanks"), ("  spacing: {1: 2}", "mapping"), ("  spacing: 3", "mapping"),
      ("  marks: {1: backtick}", "backticks"), ("  comments: {1: 0}", "whole number"),
      ("  order: {1: 3 to 2}", "4 to 6"), ("  order: {1: 2 - 3}", "4 to 6"), ("  order: {1: 0}", "4 to 6"),
      ("  missing lines: {1: 0}", "whole number"), ("  spellings: {1: Shop}", "mapping"),
      ("  comments: [1]", "mapping"), ("  comment marks: {1: sign}", "signs"),
      ("  empty columns: {1: [Rules]}", "Rule"),
      ("  empty columns: {1: Rule}", "list"), ("  rule lengths: {1: 2}", "whole number"),
      ("  introduction heading: Preface", "Introduction."), ("  final line end: gone", "missing"),
      ("  other line ends: [a]", "whole number"), ("  byte order mark: maybe", "true"),
    ])
  func faults(layout: String, words: String) {
    let reading = read(layout)
    #expect(reading.diagnostics.count == 1, "\(listed(reading))")
    guard let diagnostic = reading.diagnostics.first else { return }
    #expect(diagnostic.span.start.line == 3)
    #expect((diagnostic.message + diagnostic.explanation).contains(words), "\(diagnostic.message)")
  }

  @Test("that speaks of lines and sections that do not exist changes nothing")
  func absentLines() throws {
    let text =
      "  blank lines: {900: 5}\n  spacing: {900: {1: \"  \"}, 2: {40: \"  \"}}\n  marks: {2: bare}\n"
      + "  empty columns: {7: [Rule]}\n  rule lengths: {2: 40}"
    let plain = try #require(
      YAMLReader.read(SourceFile(path: "a.yaml", text: "dataflow: A to B\nflows: []\n")).product)
    #expect(RSTWriter.write(try #require(read(text).product)) == RSTWriter.write(plain))
  }
}
