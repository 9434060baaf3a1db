import TandemValues
import Testing

@testable import TandemEmit

@Suite("Swift literals")
struct SwiftLiteralTests {
  @Test("text cannot leave its literal")
  func hostileText() {
    #expect(SwiftLiteral.string("a\"b\\(c)\n\r\t") == #""a\"b\\(c)\n\r\t""#)
    #expect(SwiftLiteral.string("\u{202E}abc\u{0}") == #""\u{202E}abc\u{0}""#)
    #expect(SwiftLiteral.string("Åse ✓") == "\"Åse ✓\"")
  }

  @Test("text cannot leave its comment")
  func hostileComment() {
    #expect(SwiftLiteral.comment("one\ntwo */ \u{2028}three\u{202E}") == "one two */ three")
  }

  @Test("a call that does not fit is broken one argument a line")
  func brokenCall() {
    let call = SwiftCall(
      "Outer", [("first", .text("1")), ("second", .list([.call(SwiftCall("Inner", [("", .text("2"))])), .text("3")]))])
    #expect(call.lines(prefix: "let x = ", indentation: 0) == ["let x = Outer(first: 1, second: [Inner(2), 3])"])
    #expect(
      call.lines(prefix: "let x = ", indentation: 0, limit: 20) == [
        "let x = Outer(", "  first: 1,", "  second: [", "    Inner(2),", "    3,", "  ]", ")",
      ])
  }

  @Test("values print as expressions of their own case")
  func values() {
    #expect(SwiftLiteral.value(.null) == ".null")
    #expect(SwiftLiteral.value(.list([.string("a"), .integer(-1)])) == ".list([.string(\"a\"), .integer(-1)])")
  }
}
