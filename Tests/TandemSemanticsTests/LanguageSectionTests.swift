import TandemValues
import Testing

@testable import TandemSemantics
@testable import TandemSyntax

/// The tables of the reference that belong to no key or sentence.
@Suite("Expressions, types and old transforms")
struct LanguageSectionTests {
  private func document(_ flow: String, rows: [String] = [], before: String = "") -> String {
    let rows = (["{source: name, target: Name, type: string}"] + rows).map { "  - \($0)\n" }.joined()
    return "dataflow: Shop to Ledger\n\(before)flows:\n- flow: Shop Customer to Ledger Account\n  create: always\n"
      + "\(flow)  properties:\n\(rows)"
  }

  @Test(
    "each expression of the table is read, checks clean, and is written as it stands",
    arguments: ExpressionForm.all.map(\.example))
  func expressions(example: String) throws {
    let parameters = example.contains("$") ? "parameters:\n  rank: {type: string, default: Ordinary}\n" : ""
    let text =
      "dataflow: Shop to Ledger\n\(parameters)flows:\n- flow: Shop Customer to Ledger Account\n"
      + "  where: '\(example)'\n  create: always\n  properties:\n  - {source: name, target: Name, type: string}\n"
    let result = Support.check(text)
    #expect(!result.diagnostics.contains { $0.severity > .note }, "\(Support.lines(result))")
    let dataflow = Support.dataflow(SourceFile(path: "a.yaml", text: text))
    #expect(YAMLWriter.content(of: dataflow) == text, "the example is canonical")
    let rst = RSTWriter.write(dataflow)
    #expect(rst.contains("Only a Shop Customer with ``\(example)`` takes part."))
    #expect(YAMLWriter.write(Support.dataflow(SourceFile(path: "a.rst", text: rst))) == text)
  }

  @Test("the table of expressions has every operator")
  func operators() {
    let text = ExpressionForm.all.map { " \($0.example) " }.joined()
    for word in ["and", "or", "not", "in", "is", "empty", "true", "=", "!=", "<", "<=", ">", ">=", "not in", "is not"] {
      #expect(text.contains(" \(word) "), "\(word)")
    }
  }

  @Test("each type of the table is one that documents may use")
  func types() {
    #expect(Set(TypeForm.all.map(\.word)).count == TypeForm.all.count)
    for form in TypeForm.all {
      #expect((TypeBuilder.plainType(form.word) != nil) == form.isPlain, "\(form.word)")
      if let type = TypeBuilder.plainType(form.word) { #expect(type.word == form.word) }
    }
  }

  /// A value of the source, and what the target gets, one pair for each transform of the table.
  private static let samples: [(Value, Value)] = [
    (.date(CalendarDate(daysSinceEpoch: 19_860)), .string("2024-05-17")),
    (.datetime(Timestamp(microseconds: 1_715_938_200_000_000)), .string("2024-05-17T09:30:00")),
    (.datetime(Timestamp(microseconds: 1_715_938_200_000_000)), .string("2024-05-17T09:30:00Z")),
    (.string("a b c"), .string("abc")), (.decimal(DecimalNumber(12)), .integer(12)),
    (.integer(12), .integer(12)), (.integer(7), .string("7")), (.null, .string("-")),
    (.string("+31 20 555"), .string("20 555")), (.string("020 555"), .string("020 555")),
  ]

  @Test(
    "an old transform does what it means, in both notations, and so does its clause",
    arguments: OldTransformForm.all.indices)
  func oldTransforms(index: Int) throws {
    let form = OldTransformForm.all[index]
    let (value, expected) = Self.samples[index]
    let (source, target) = form.example
    func row(_ type: String, _ rest: String = "") -> String {
      document("", rows: ["{source: \(source), target: \(target), type: \(type), direction: to Ledger\(rest)}"])
    }
    func outcome(_ example: Rule.Example, _ isOld: Bool) throws -> Value {
      let result = Support.check(example)
      #expect(!result.diagnostics.contains { $0.severity == .error }, "\(Support.lines(result))")
      let note = result.diagnostics.first { $0.rule.name == "old-transform" }
      #expect((note != nil) == isOld)
      if let note, let clause = form.clause {
        let words = clause.split(separator: " ", maxSplits: 1)
        let written = example.notation == .yaml ? words.joined(separator: ": ") : clause
        #expect(note.explanation.contains("`\(written)`"))
      }
      let property = try #require(result.dataflows.first?.flows.first?.properties.last)
      if value.isMissing, let value = property.defaultValue { return value }
      return try property.inputs[0].conversion?.forward(value) ?? value
    }
    let old = row(YAMLText.scalar(form.text, inFlow: true))
    #expect(try outcome(.yaml(old), true) == expected)
    let rst = RSTWriter.write(Support.dataflow(SourceFile(path: "a.yaml", text: old)))
    #expect(rst.contains("     - \(form.text)\n"))
    #expect(try outcome(.rst(rst), true) == expected)
    guard let clause = form.clause else { return }
    // The words of the clause are those of its key, with the value behind them.
    let words = clause.split(separator: " ", maxSplits: 1)
    let type = target == "Points" ? "integer" : "string"
    #expect(try outcome(.yaml(row(type, ", \(words[0]): \(words[1])")), false) == expected)
  }
}
