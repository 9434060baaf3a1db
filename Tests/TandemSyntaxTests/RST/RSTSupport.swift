import Testing

@testable import TandemSyntax

/// Reads a text as an RST document, and checks what holds for every reading: the tree has every byte once.
func readRST(
  _ text: String, path: String = "test.rst", sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> Reading<Dataflow> {
  readRST(bytes: Array(text.utf8), path: path, sourceLocation: sourceLocation)
}

func readRST(
  bytes: [UInt8], path: String = "test.rst", sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> Reading<Dataflow> {
  let reading = RSTReader.read(SourceFile(path: path, bytes: bytes))
  #expect(isLossless(reading, bytes), "the tree must hold every byte once", sourceLocation: sourceLocation)
  return reading
}

func isLossless<Product>(_ reading: Reading<Product>, _ bytes: [UInt8]) -> Bool {
  var position = 0
  for token in reading.tree.tokens {
    guard token.range.lowerBound == position, !token.range.isEmpty else { return false }
    position = token.range.upperBound
  }
  return position == bytes.count && reading.tree.bytes == bytes
}

/// Diagnostics as `code line:column message`, the way a failing test should show them.
func listed<Product>(_ reading: Reading<Product>) -> [String] {
  reading.diagnostics.map { "\($0.rule.code) \($0.span.start.line):\($0.span.start.column) \($0.message)" }
}

/// The parts that the documents of these tests are made of.
enum RSTText {
  static let opening = """
    .. list-table::
       :header-rows: 1


    """

  static func title(_ source: String = "Shopbase", _ target: String = "Ledger") -> String {
    let title = "\(source) to \(target) Dataflow"
    let rule = String(repeating: "=", count: title.unicodeScalars.count)
    return "\(rule)\n\(title)\n\(rule)\n\nGenerated: 2024-05-17 09:30:00\n\nIntroduction\n------------\n\nWords.\n\n"
  }

  static func once(_ source: String, _ target: String) -> String {
    "Once a link between a \(source) and a \(target) is established, it will keep in sync between the two systems, "
      + "regardless of where it is edited."
  }

  static func table(_ heading: [String], _ rows: [[String]]) -> String {
    opening
      + ([heading] + rows).map { row in
        row.enumerated().map { ($0.offset == 0 ? "   * - " : "     - ") + $0.element }.joined(separator: "\n")
      }.joined(separator: "\n") + "\n"
  }

  static func section(
    _ source: String = "Shopbase Client", _ target: String = "Ledger Customer", system: String = "Ledger",
    policy: String? = nil, further: String = "", extraColumns: [String] = [], rows: [[String]] = []
  ) -> String {
    let heading = "\(source) to \(target)"
    let rule = String(repeating: "-", count: heading.unicodeScalars.count)
    let policy = policy ?? "Every \(source) will be synchronized with a \(target)."
    let name = source.drop { $0 == " " }
    let other = target.drop { $0 == " " }
    let columns = ["\(name) Property", "\(other) Property", "\(system) Data Type"] + extraColumns
    return "\(heading)\n\(rule)\n\(policy)\n\n\(once(source, target))\n\n\(further)"
      + "The following properties are synchronized between a \(source) and a \(target):\n\n"
      + table(columns, rows) + "\n"
  }
}
