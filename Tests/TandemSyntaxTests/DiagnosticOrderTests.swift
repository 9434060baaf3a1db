import Testing

@testable import TandemSyntax

@Test func diagnosticsStandByFileAsGivenThenByPlaceThenAsFound() {
  let first = SourceFile(path: "b.rst", text: "one\ntwo\n")
  let second = SourceFile(path: "a.rst", text: "three\n")
  let unknown = SourceFile(path: "c.rst", text: "four\n")
  func diagnostic(_ message: String, _ file: SourceFile, at offset: Int) -> Diagnostic {
    Diagnostic(EmptyFile.rule, message, explanation: "", at: SourceSpan(file: file, offset..<offset + 1))
  }
  let found = [
    diagnostic("6", unknown, at: 0), diagnostic("5", second, at: 2), diagnostic("2", first, at: 4),
    diagnostic("3", first, at: 4), diagnostic("4", second, at: 0), diagnostic("1", first, at: 0),
  ]
  #expect(DiagnosticOrder.sorted(found, files: [first, second]).map(\.message) == ["1", "2", "3", "4", "5", "6"])
}
