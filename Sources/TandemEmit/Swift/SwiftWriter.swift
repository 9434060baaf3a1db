/// Lines of Swift with their indentation.
struct SwiftWriter {
  private(set) var lines: [String] = []
  private(set) var indentation = 0

  /// The text, ending in a line end.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Adds a line; an empty one stays without blanks.
  mutating func line(_ text: String = "") {
    lines.append(text.isEmpty ? "" : String(repeating: " ", count: indentation) + text)
  }

  /// Adds a documentation comment, wrapped at the margin.
  mutating func documentation(_ text: String) {
    for line in Self.wrap(SwiftLiteral.comment(text), width: 116 - indentation) { self.line("/// " + line) }
  }

  /// Adds an expression after a prefix, over several lines where it does not fit.
  mutating func call(_ prefix: String, _ call: SwiftCall, suffix: String = "") {
    lines += call.lines(prefix: prefix, suffix: suffix, indentation: indentation)
  }

  /// Adds a static table. It is built once, so that nothing is gained by optimising the function that builds it, which
  /// would take a third of the time that an optimised build of generated code takes.
  mutating func table(_ name: String, _ type: String, _ call: SwiftCall) {
    let function = "make" + name.prefix(1).uppercased() + name.dropFirst()
    line("public static let \(name) = \(function)()")
    line()
    block("@_optimize(none) private static func \(function)() -> \(type)") { $0.call("", call) }
  }

  /// Adds a block in braces.
  mutating func block(_ head: String, tail: String = "}", _ body: (inout SwiftWriter) -> Void) {
    line(head + " {")
    indentation += 2
    body(&self)
    indentation -= 2
    line(tail)
  }

  /// Adds lines one step further in, for braces that stand on lines of their own.
  mutating func indented(_ body: (inout SwiftWriter) -> Void) {
    indentation += 2
    body(&self)
    indentation -= 2
  }

  /// Adds a function or initialiser whose head is broken over lines where it does not fit.
  mutating func function(
    _ head: String, _ parameters: [String], _ result: String, _ body: (inout SwiftWriter) -> Void
  ) {
    let single = "\(head)(\(parameters.joined(separator: ", ")))\(result)"
    if PlainText.width(single) + 2 + indentation <= 120 {
      block(single, body)
    } else {
      line("\(head)(")
      line("  \(parameters.joined(separator: ", "))")
      block(")\(result)", body)
    }
  }

  /// Lets the compiler speak of a line of the document from here on. The directive stands at the margin of its line.
  mutating func location(file: String, line: Int) {
    self.line("#sourceLocation(file:\(SwiftLiteral.string(file)),line:\(line))")
  }

  /// Lets the compiler speak of the generated file again.
  mutating func endLocation() { line("#sourceLocation()") }

  private static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var length = 0
    for word in text.split(separator: " ") {
      let room = PlainText.width(word)
      if !current.isEmpty && length + 1 + room > width {
        lines.append(current)
        current = ""
      }
      if current.isEmpty {
        current = String(word)
        length = room
      } else {
        current += " "
        current += word
        length += 1 + room
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }
}
