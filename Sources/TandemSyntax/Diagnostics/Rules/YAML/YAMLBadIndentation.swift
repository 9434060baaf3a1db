/// A line whose indentation fits to no line above it.
public enum YAMLBadIndentation {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0202",
    name: "bad-indentation",
    category: .syntax,
    severity: .error,
    summary: "A line is indented in a way that fits to nothing above it.",
    page: """
      Keys of one mapping and items of one list begin in the same column. A line that begins elsewhere belongs to nothing,
      so it is left out with all lines below it that are indented deeper.
      """,
    failing: .flow(
      """
      create: always
       conflict: newest
      """),
    passing: .flow(
      """
      create: always
      conflict: newest
      """)
  )

  static func diagnostic(_ scanner: YAMLScanner, expected: Int) -> Diagnostic {
    let indentation = scanner.lineStart..<scanner.position
    let above = linesAbove(scanner)
    let neighbour = above.first { $0.columns.contains(expected) }
    // A line between two depths may belong to either; the reader tries which.
    let deeper = above.first.map { $0.columns.filter { $0 > indentation.count && $0 != expected } } ?? []
    let message =
      indentation.count > expected && !deeper.isEmpty
      ? "between the columns \(expected + 1) and \(deeper[0] + 1) of the lines above"
      : "its neighbours in column \(expected + 1)"
    return Diagnostic(
      rule, "the line begins in column \(indentation.count + 1), \(message)",
      explanation: "Begin the keys of a mapping and the items of a list in one column. The line is left out.",
      at: scanner.span(scanner.position..<scanner.lineContentEnd(from: scanner.position)),
      labels: neighbour.map {
        [Diagnostic.Label("begins in column \(expected + 1)", at: scanner.span($0.content))]
      } ?? [],
      fixes: dash(scanner, indentation, expected: expected)
        + ([expected] + deeper).map { column in
          Diagnostic.Fix(
            "begin in column \(column + 1)", safe: false,
            edits: [TextEdit(scanner.span(indentation), replacement: String(repeating: " ", count: column))])
        })
  }

  /// A mapping in braces that stands where the content of items begins has most likely lost its dash.
  private static func dash(_ scanner: YAMLScanner, _ indentation: Range<Int>, expected: Int) -> [Diagnostic.Fix] {
    guard indentation.count == expected + 2, scanner.byte == UInt8(ascii: "{") else { return [] }
    let place = indentation.lowerBound + expected..<indentation.upperBound
    return [
      Diagnostic.Fix("begin with a dash", safe: false, edits: [TextEdit(scanner.span(place), replacement: "- ")])
    ]
  }

  /// The nearest lines above that hold something, nearest first, each with the columns in which a key or item begins.
  private static func linesAbove(_ scanner: YAMLScanner) -> [(content: Range<Int>, columns: [Int])] {
    var lines: [(content: Range<Int>, columns: [Int])] = []
    var end = scanner.lineStart
    while end > 0, lines.count < 20 {
      var start = end - 1
      while start > 0, scanner.bytes[start - 1] != 0x0A { start -= 1 }
      var position = start
      while position < end, scanner.bytes[position] == 0x20 { position += 1 }
      let content = position..<scanner.lineContentEnd(from: position)
      if !content.isEmpty, scanner.bytes[position] != UInt8(ascii: "#") {
        var columns = [position - start]
        while position + 1 < end, scanner.bytes[position] == UInt8(ascii: "-"), scanner.bytes[position + 1] == 0x20 {
          position += 1
          while position < end, scanner.bytes[position] == 0x20 { position += 1 }
          columns.append(position - start)
        }
        lines.append((content, columns))
      }
      end = start
    }
    return lines
  }

  static func firstItem(_ scanner: YAMLScanner, dash: Int, indent: Int, expected: Int) -> Diagnostic {
    let indentation = dash - indent..<dash
    return Diagnostic(
      rule, "the first item of the list begins in column \(indent + 1), the others in column \(expected + 1)",
      explanation: "Begin the items of a list in one column. The item is left out.",
      at: scanner.span(dash..<scanner.lineContentEnd(from: dash)),
      fixes: [
        Diagnostic.Fix(
          "begin in column \(expected + 1)", safe: false,
          edits: [TextEdit(scanner.span(indentation), replacement: String(repeating: " ", count: expected))])
      ])
  }

  static func outside(_ scanner: YAMLScanner, first: YAMLNode) -> Diagnostic {
    let span = scanner.span(scanner.position..<scanner.lineContentEnd(from: scanner.position))
    return Diagnostic(
      rule, "the line begins further to the left than the first line of the document",
      explanation: "Begin all keys of the document in the first column.", at: span,
      labels: [
        Diagnostic.Label("the document begins here", at: scanner.span(first.span.lowerBound..<first.span.lowerBound))
      ])
  }
}
