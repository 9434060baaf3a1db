import TandemSyntax
import Testing

/// What an expression reads as, or the codes of its faults.
private func read(_ text: String) -> String {
  let file = SourceFile(path: "test", text: text)
  var diagnostics: [Diagnostic] = []
  let expression = ExpressionReader.read(0..<file.bytes.count, in: file, diagnostics: &diagnostics)
  #expect((expression == nil) != diagnostics.isEmpty, "an expression, or faults, never both: \(text.prefix(80))")
  guard let expression else { return diagnostics.map(\.rule.code).joined(separator: " ") }
  return describe(expression)
}

/// The text after all fixes of the first diagnostic are applied.
private func fixed(_ text: String) -> String {
  let file = SourceFile(path: "test", text: text)
  var diagnostics: [Diagnostic] = []
  _ = ExpressionReader.read(0..<file.bytes.count, in: file, diagnostics: &diagnostics)
  guard let edit = diagnostics.first?.fixes.first?.edits.first else { return "no fix" }
  var bytes = file.bytes
  bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
  return String(decoding: bytes, as: UTF8.self)
}

@Test func `expressions group by precedence: or, and, not, comparisons`() {
  #expect(read(#"a = 1 or b = 2 and not c = "x""#) == #"(or (= a 1) (and (= b 2) (not (= c "x"))))"#)
  #expect(read("(a = 1 or b = 2) and c") == "(and (or (= a 1) (= b 2)) c)")
  #expect(read("not not a.b") == "(not (not a.b))")
  #expect(read("a and b and c") == "(and (and a b) c)")
}

@Test func `every operator and kind of literal is read`() {
  #expect(read(#"status in ("Shipped", "Closed")"#) == #"(in status ["Shipped" "Closed"])"#)
  #expect(read("n not in (1, -2.5, true)") == "(not in n [1 -2.5 true])")
  #expect(read("a is empty and b.c is not empty") == "(and (empty a) (filled b.c))")
  #expect(read("a != $limit or 3 <= b") == "(or (!= a $limit) (<= 3 b))")
  #expect(read("a>1 and b<2") == "(and (> a 1) (< b 2))")
  #expect(read(#"name = "a \"b\" \\ c""#) == #"(= name "a "b" \ c")"#)
  #expect(read("a-b_c2 = false") == "(= a-b_c2 false)")
  #expect(read("straße = 1") == "(= straße 1)")
}

@Test func `spans name exactly the bytes of each part`() throws {
  let file = SourceFile(path: "test", text: #"where: kind = "final" and $p < 10 # end"#)
  var diagnostics: [Diagnostic] = []
  let expression = ExpressionReader.read(7..<33, in: file, diagnostics: &diagnostics)
  guard case .and(let left, let right) = expression, case .comparison(_, _, let text, let span) = left,
    case .comparison(_, let parameter, _, let second) = right, case .literal(let literal) = text,
    case .parameter(let name) = parameter
  else {
    Issue.record("unexpected shape")
    return
  }
  #expect(span.text == #"kind = "final""#)
  #expect(literal.span.text == #""final""#)
  #expect(name.span.text == "$p")
  #expect(second.text == "$p < 10")
}

@Test func `a fault is named precisely and its fix gives what was meant`() {
  let cases: [(String, String, String)] = [
    ("a == 1", "T0301", "a = 1"), ("a = 1 && b", "T0301", "a = 1 and b"), ("a||b", "T0301", "a or b"),
    ("!a", "T0301", "not a"), ("a <> 2", "T0301", "a != 2"), ("a = \"x", "T0302", "a = \"x\""),
    ("a = 'x'", "T0303", "a = \"x\""), ("a = “x”", "T0303", "a = \"x\""), ("a = 'x\"y'", "T0303", "a = \"x\\\"y\""),
    ("a AND b", "T0305", "a and b"), ("(a = 1", "T0307", "(a = 1)"), ("a = 1)", "T0307", "a = 1"),
    ("a = \"C:\\t\"", "T0308", "a = \"C:\\\\t\""), ("d >= 2024-01-31", "T0309", "d >= \"2024-01-31\""),
    ("d = 2024-01-31T10:00:00Z", "T0309", "d = \"2024-01-31T10:00:00Z\""), ("a..b = 1", "T0310", "a.b = 1"),
    ("a. = 1", "T0310", "a = 1"), ("a in (b)", "T0312", "a in (\"b\")"), ("a = null", "T0313", "a is empty"),
    ("a != empty", "T0313", "a is not empty"),
  ]
  for (text, code, repaired) in cases {
    #expect(read(text) == code, "\(text)")
    #expect(fixed(text) == repaired, "\(text)")
  }
}

@Test func `faults without a certain repair have a code and a place`() {
  for (text, code) in [
    ("", "T0311"), ("   ", "T0311"), ("a =", "T0304"), ("= 1", "T0304"), ("a and", "T0304"), ("()", "T0304"),
    ("status \"x\"", "T0305"), ("a b", "T0305"), ("a is 3", "T0305"), ("a not 3", "T0305"), ("a in 3", "T0312"),
    ("a in ()", "T0312"), ("a in (1,)", "T0312"), ("a in (1 2)", "T0312"), ("a in (1", "T0307"),
    ("a + 1", "T0314"),
    ("0 < a < 9", "T0315"), ("$ = 1", "T0314"), ("a =~ 1", "T0301"),
  ] { #expect(read(text) == code, "\(text)") }
}

@Test func `several faults of one expression are all reported`() {
  #expect(read("a == 'x' && b") == "T0301 T0303 T0301")
}

@Test func `deep nesting, endless chains and huge texts are refused without a crash`() {
  #expect(read(String(repeating: "(", count: 16_000)) == "T0306")
  #expect(read(String(repeating: "not ", count: 4_000) + "a") == "T0306")
  #expect(read(Array(repeating: "a", count: 3_000).joined(separator: " or ")) == "T0306")
  #expect(read(String(repeating: "x", count: 2_000_000)) == "T0306")
  #expect(read(Array(repeating: "a", count: 400).joined(separator: " or ")).hasPrefix("(or"))
}

@Test func `any bytes give an expression or a fault`() {
  var generator = SeededGenerator(seed: 7)
  let alphabet = Array("ab.$\"'\\()=!<>&|,- 19 andornotinisempty\u{201C}é\u{0}".utf8) + [0xFF, 0xC3, 0xE2]
  for _ in 0..<3_000 {
    var bytes: [UInt8] = []
    for _ in 0..<24 {
      bytes.append(alphabet[generator.number(below: alphabet.count)])
    }
    let file = SourceFile(path: "test", bytes: bytes)
    var diagnostics: [Diagnostic] = []
    let result = ExpressionReader.read(0..<bytes.count, in: file, diagnostics: &diagnostics)
    #expect((result == nil) != diagnostics.isEmpty)
    for diagnostic in diagnostics { _ = diagnostic.span.text }
  }
}

@Test func `text without exact places names the given one and offers no fix`() {
  let file = SourceFile(path: "test", text: "where: 'it''s'")
  var diagnostics: [Diagnostic] = []
  let span = SourceSpan(file: file, 7..<14)
  #expect(ExpressionReader.read(text: "a == 1", at: span, diagnostics: &diagnostics) == nil)
  #expect(diagnostics.first?.span == span)
  #expect(diagnostics.first?.fixes.isEmpty == true)
}

@Test func `property paths keep their segments and refuse what is no path`() {
  func path(_ text: String) -> (PropertyPath?, [Diagnostic]) {
    let file = SourceFile(path: "test", text: text)
    var diagnostics: [Diagnostic] = []
    return (PropertyPathReader.read(0..<file.bytes.count, in: file, diagnostics: &diagnostics), diagnostics)
  }
  let (found, none) = path(" $id.phone_numbers.is-2 ")
  #expect(found?.segments.map(\.value) == ["$id", "phone_numbers", "is-2"])
  #expect(found?.segments.map(\.span.text) == ["$id", "phone_numbers", "is-2"])
  #expect(none.isEmpty)
  for (text, repaired) in [
    ("a..b", "a.b"), (".a", "a"), ("a.", "a"), ("a b", "ab"), ("lines[0].x", nil), ("", nil), ("a$b", nil),
    ("a/b", nil), (String(repeating: "a.", count: 100_000) + "a", nil),
  ] {
    let (result, diagnostics) = path(text)
    #expect(result == nil)
    #expect(diagnostics.map(\.rule.code) == ["T0310"], "\(text.prefix(20))")
    #expect(diagnostics.first?.fixes.first?.edits.first?.replacement == repaired, "\(text.prefix(20))")
  }
}

@Test func `literals are texts, numbers and flags; bare words are refused with a fix`() {
  func literal(_ text: String) -> String {
    let file = SourceFile(path: "test", text: text)
    var diagnostics: [Diagnostic] = []
    let found = LiteralReader.read(0..<file.bytes.count, in: file, diagnostics: &diagnostics)
    return found.map { describe($0.value) } ?? diagnostics.map(\.rule.code).joined(separator: " ")
  }
  #expect(literal(#""a \"b\"""#) == #""a "b"""#)
  #expect(literal("-12.50") == "-12.50")
  #expect(literal("true") == "true")
  #expect(literal("Void") == "T0316")
  #expect(literal("") == "T0316")
  #expect(literal("1 2") == "T0316")
  #expect(literal("\"a") == "T0302")
  #expect(literal("12.") == "T0309")
}
