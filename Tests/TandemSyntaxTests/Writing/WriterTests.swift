import Foundation
import Testing

@testable import TandemSyntax

@Suite("A document as the writers print it")
struct WriterTests {
  private func converted(_ dataflow: Dataflow) throws -> (text: String, dataflow: Dataflow) {
    let text = RSTWriter.write(dataflow)
    let reading = readRST(text)
    #expect(!reading.diagnostics.contains { $0.severity == .error }, "\(listed(reading))\n\(text)")
    return (text, try #require(reading.product))
  }

  @Test("says the same when it goes from YAML to RST and back, and canonical YAML has the same bytes")
  func fromYAML() throws {
    let samples = [SourceFile(path: "sketch.yaml", text: YAMLSamples.sketch)]
    let own = try WrittenDocuments.own(".yaml")
    #expect(own.map(\.path) == ["customcrm-to-exactonline.yaml"])
    for file in own + samples {
      let reading = YAMLReader.read(file)
      #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
      let dataflow = try #require(reading.product)
      let rst = try converted(dataflow)
      #expect(describe(rst.dataflow) == describe(dataflow))
      let yaml = YAMLWriter.write(rst.dataflow)
      let second = YAMLReader.read(SourceFile(path: "again.yaml", text: yaml))
      #expect(second.diagnostics.isEmpty, "\(listed(second))\n\(yaml)")
      #expect(describe(try #require(second.product)) == describe(dataflow))
      #expect(YAMLWriter.write(dataflow) == yaml)
      if own.contains(where: { $0 === file }) { #expect(yaml == file.text) }
    }
  }

  @Test("keeps texts that other readers of YAML take for something else")
  func quotation() throws {
    let values = [
      "NO", "yes", "0123", "1e3", "2024-01-01", "~", "null", "a: b", "a #b", "#a", "a,b", "[x]", "{", "it's", "a\"b",
      "it's \"x\"", "\\", " a ", "- a", "-", "?", "*a", "&a", "!a", "|", "%", "@", "`", "a:", "é", "😀", "=",
      "a\tb", "true", "12", "+1", "0x1F", "a}", "..", "1.", "a_", "a|b", "``", "`a", "\"", "otherwise", "error", "*",
      "A)", "1) x", "x::", "a`b`c", "''",
    ]
    let entries = values.map { "\(YAMLText.quoted($0)): \(YAMLText.quoted($0))" }.joined(separator: ", ")
    let text = "dataflow: A to B\nvalues:\n  Map: {\(entries)}\nflows: []\n"
    let reading = YAMLReader.read(SourceFile(path: "values.yaml", text: text))
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
    let dataflow = try #require(reading.product)
    #expect(dataflow.valueMaps.first?.entries.map(\.source.value) == values)
    let rst = try converted(dataflow)
    #expect(rst.dataflow.valueMaps.first?.entries.map(\.source.value) == values)
    #expect(rst.dataflow.valueMaps.first?.entries.map(\.target.value) == values)
    let yaml = YAMLWriter.write(rst.dataflow)
    let second = try #require(YAMLReader.read(SourceFile(path: "again.yaml", text: yaml)).product)
    #expect(second.valueMaps.first?.entries.map(\.source.value) == values)
    #expect(yaml.contains("\"NO\": \"NO\"") && yaml.contains("é: é") && yaml.contains("\"0123\": \"0123\""))
  }

  @Test(
    "prints expressions with the parentheses that they need",
    arguments: [
      ("a=1", "a = 1"), ("(a = 1)", "a = 1"), ("a = 1 or b = 2 and c = 3", nil), ("(a = 1 or b = 2) and c = 3", nil),
      ("not (a = 1 and b = 2)", nil), ("a = 1 and (b = 2 and c = 3)", nil), ("(a = 1) = (b = 2)", nil),
      ("not not a = 1", nil), ("x.y not in (\"a\\\"b\", 2, true)", nil), ("$p != \"(\" or a is not empty", nil),
      ("( a is empty and ( b >= 2 ) )", "a is empty and b >= 2"),
    ])
  func expressions(text: String, canonical: String?) throws {
    let file = SourceFile(path: "x", text: "when ``\(text)`` done")
    var diagnostics: [Diagnostic] = []
    let range = 7..<7 + text.utf8.count
    let expression = try #require(ExpressionReader.read(range, in: file, diagnostics: &diagnostics))
    #expect(ExpressionText.canonical(expression) == canonical ?? text)
    #expect(ExpressionText.text(of: expression) == text.filter { $0 != "\n" }.trimmingCharacters(in: .whitespaces))
    let again = try #require(
      ExpressionReader.read(
        text: ExpressionText.canonical(expression), at: SourceSpan(file: file, range), diagnostics: &diagnostics))
    #expect(describe(again) == describe(expression))
  }

  @Test("one value changed in the YAML changes only its bytes in the RST")
  func oneValue() throws {
    let file = try #require(try WrittenDocuments.own(".rst").first { $0.path == "custompms-to-customerp.rst" })
    let odd = file.text.replacing("     - at creation\n", with: "     - at creation \n")
    let yaml = try expectRoundTrip(odd.replacing("\n", with: "\r\n"))
    let rst = RSTWriter.write(try #require(YAMLReader.read(SourceFile(path: "a.yaml", text: yaml)).product))
    for (old, new) in [
      ("direction: at creation", "direction: only if empty"), ("taskNumber: code", "taskName: code"),
      ("conflict: newest", "conflict: ask"), ("constant: ACTIVITY", "constant: Deed"),
      ("followed in Custom ERP", "seen in Custom ERP"), ("2026-11-20 09:00:00", "2026-11-21 10:00:00"),
      ("line ends: crlf", "line ends: lf"),
    ] {
      guard let range = yaml.range(of: old) else {
        Issue.record("\(old) is not there")
        continue
      }
      let reading = YAMLReader.read(SourceFile(path: "b.yaml", text: yaml.replacingCharacters(in: range, with: new)))
      #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
      let changed = RSTWriter.write(try #require(reading.product))
      #expect(changed != rst)
      if old.hasPrefix("line ends") {
        #expect(changed.replacing("\n", with: "\r\n") == rst)
      } else {
        let lines = zip(changed.split(separator: "\r\n"), rst.split(separator: "\r\n")).filter { $0 != $1 }
        #expect(lines.count == 1, "\(old): \(lines)")
      }
    }
  }

  @Test("a document with rows that was written in RST parses in docutils without a message")
  func docutils() throws {
    let python =
      "import sys, docutils.core, docutils.utils\n"
      + "docutils.core.publish_doctree(open(sys.argv[1], encoding='utf-8').read(), settings_overrides="
      + "{'report_level': 2, 'halt_level': 5, 'warning_stream': sys.stdout})\n"
    func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3"] + arguments
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
    guard try run(["-c", "import docutils"]).status == 0 else {
      return print("skipped: python3 has no docutils here")
    }
    let values = ["a_", "*x*", "|a|", "1.", "-", "", " b", "A) b", "x::", "``", "a\\b", "it's \"x\"", ":x:", "__"]
    let entries = values.map { "\(YAMLText.quoted($0)): \(YAMLText.quoted($0))" }.joined(separator: ", ")
    let odd = """
      dataflow: A to B
      introduction: "One line."
      parameters: {p: {type: string, default: "x_"}, q: {type: integer}}
      values: {Map: {\(entries)}}
      flows:
      - flow: A Thing to B Thing
        create: 'when a_ = "x" and b = "*"'
        match:
        - {a_: b__, c: d}
        - [{source: a.b, target: c_, source dependencies: [{value: v, path: a.k}]}]
        properties:
        - {source: a_, target: b_, type: string, when: 'a_ = "_"', default: "*"}
        - {target: c, constant: "a_"}
        - {source: d, target: e, join: "|", values: Map}

      """
    let examples = try WrittenDocuments.files(
      in: WrittenDocuments.package.appending(path: "Documentation/Examples"), ".yaml")
    #expect(examples.count == 1)
    let documents = try WrittenDocuments.own(".yaml") + examples + [SourceFile(path: "odd.yaml", text: odd)]
    for file in documents {
      let reading = YAMLReader.read(file)
      #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
      let dataflow = try #require(reading.product)
      let rst = try converted(dataflow)
      #expect(describe(rst.dataflow) == describe(dataflow))
      let path = NSTemporaryDirectory() + "tandem-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: path) }
      try Data(python.utf8).write(to: URL(filePath: path + ".py"))
      try Data(rst.text.utf8).write(to: URL(filePath: path))
      defer { try? FileManager.default.removeItem(atPath: path + ".py") }
      let outcome = try run([path + ".py", path])
      #expect(outcome.status == 0 && outcome.output.isEmpty, "\(file.path): \(outcome.output)\n\(rst.text)")
    }
  }
}
