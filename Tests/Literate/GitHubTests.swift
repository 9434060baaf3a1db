import TandemCompiler
import TandemSyntax
import Testing

@Suite("The annotations for GitHub")
struct GitHubTests {
  private static let rule = Rule(
    code: "T9999", name: "example", category: .style, severity: .warning, summary: "An example.", page: "An example.",
    failing: .rst("a"), passing: .rst("b"))

  private static func render(
    path: String = "flow.yaml", message: String = "a message", explanation: String = "Why.", range: Range<Int> = 2..<4
  ) -> String {
    let file = SourceFile(path: path, text: "ab c\ndef\nghi\n")
    return GitHubReport.render([
      Diagnostic(rule, message, explanation: explanation, at: SourceSpan(file: file, range))
    ])
  }

  @Test func aDiagnosticIsOneCommandOnOneLine() {
    #expect(
      Self.render()
        == "::warning file=flow.yaml,line=1,endLine=1,col=3,endColumn=5,title=T9999 example::a message.%0AWhy.\n")
  }

  @Test func theMessageEscapesPercentSigns() {
    let text = Self.render(message: "100% of a:b,c", explanation: "One\ntwo::three%0A.")
    #expect(text.hasSuffix("::100%25 of a:b,c.%0AOne two::three%250A.\n"), "\(text)")
    #expect(text.split(separator: "\n").count == 1)
  }

  @Test func aPropertyEscapesColonsAndCommasToo() {
    let text = Self.render(path: "a,b:c 100%/x\ny.yaml")
    #expect(text.hasPrefix("::warning file=a%2Cb%3Ac 100%25/x%0Ay.yaml,line=1,"), "\(text)")
  }

  @Test func aRegionOfSeveralLinesHasNoColumns() {
    let text = Self.render(range: 2..<7)
    #expect(text.hasPrefix("::warning file=flow.yaml,line=1,endLine=2,title="), "\(text)")
    // A line with its end is that line alone.
    #expect(Self.render(range: 5..<9).contains(",line=2,endLine=2,title="))
  }

  @Test func aNoteIsANotice() {
    let file = SourceFile(path: "flow.yaml", text: "abc\n")
    var note = Diagnostic(Self.rule, "a message", explanation: "", at: SourceSpan(file: file, 0..<1))
    note.severity = .note
    #expect(GitHubReport.render([note]).hasPrefix("::notice file=flow.yaml,line=1,"))
    note.severity = .error
    #expect(GitHubReport.render([note]).hasPrefix("::error file=flow.yaml,line=1,"))
  }
}
