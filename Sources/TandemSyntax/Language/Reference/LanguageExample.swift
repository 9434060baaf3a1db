/// An example of a form of the language: the part that shows it, and the document around it, which is written in both
/// notations.
///
/// The YAML is written down here, in the canonical form. The RST is what ``RSTWriter`` prints for it, so that no example
/// can stand in two versions; a test reads it back and checks both against the systems of the examples.
public struct LanguageExample: Sendable {
  /// The entities of the flow: `Shop Customer to Ledger Account`.
  let title: String
  /// Keys of the document, besides its systems and its flows.
  let document: String
  /// Keys of the flow, besides its entities and its rows; a flow creates always where nothing else is said.
  let flow: String
  /// The rows of the flow in braces.
  let rows: [String]
  /// Further flows, which this one refers to.
  let others: String
  /// The part that the documentation shows.
  let shown: Part

  /// The parts of a document.
  public enum Part: Sendable {
    /// The title.
    case title
    /// The further keys of the document.
    case document
    /// The heading of the flow.
    case heading
    /// The further keys of the flow.
    case flow
    /// The property table with its heading.
    case table
    /// The rows but the first, which is there to be checked.
    case rows
    /// The layout, which cannot be seen in a part.
    case layout
  }

  static let name = "{source: name, target: Name, type: string}"

  private init(
    _ shown: Part, title: String = "Shop Customer to Ledger Account", document: String = "", flow: String = "",
    rows: [String] = [name], others: String = ""
  ) {
    self.shown = shown
    self.title = title
    self.document = document
    self.flow = flow
    self.rows = rows
    self.others = others
  }

  /// An example of what every document has.
  static func part(
    _ shown: Part, title: String = "Shop Customer to Ledger Account", rows: [String] = [name], others: String = ""
  ) -> LanguageExample {
    LanguageExample(shown, title: title, rows: rows, others: others)
  }

  /// An example of keys of a document, with rows that use them.
  static func document(_ text: String, rows: String...) -> LanguageExample {
    LanguageExample(.document, document: text, rows: [name] + rows)
  }

  /// An example of a layout.
  static func layout(
    _ text: String, document: String = "", flow: String = "", row: String? = name
  ) -> LanguageExample {
    let further = document.isEmpty ? "" : "\n" + document
    return LanguageExample(
      .layout, document: "\(LayoutForm.documentKey):\n  \(text)\(further)", flow: flow, rows: row.map { [$0] } ?? [])
  }

  /// An example of keys of a flow.
  static func flow(
    _ text: String, title: String = "Shop Customer to Ledger Account", rows: [String] = [name], others: String = ""
  ) -> LanguageExample {
    LanguageExample(.flow, title: title, flow: text, rows: rows, others: others)
  }

  /// An example of rows, behind one for the name of a customer.
  static func rows(_ rows: String..., document: String = "") -> LanguageExample {
    LanguageExample(.rows, document: document, rows: [name] + rows)
  }

  /// The same in a flow of other entities, with the first row of its own.
  static func rows(in title: String, _ rows: String..., others: String = "") -> LanguageExample {
    LanguageExample(.rows, title: title, rows: rows, others: others)
  }
}

extension LanguageExample {
  /// The whole document in YAML.
  public var yaml: String {
    let systems = title.split(separator: " ")
    let names = DocumentKey.systems.filled { $0 == .system ? String(systems[3]) : String(systems[0]) }
    var lines = ["\(DocumentKey.dataflow): \(names)"]
    lines += LanguageExample.sorted(document, .document)
    lines += ["\(DocumentKey.flows):", "- \(DocumentKey.flow): \(title)"]
    var flow = flow
    if !LanguageExample.has(DocumentKey.creation, in: flow) { flow += "\n\(DocumentKey.creation): always" }
    lines += LanguageExample.sorted(flow, .flow).map { "  " + $0 }
    lines.append(rows.isEmpty ? "  \(DocumentKey.properties): []" : "  \(DocumentKey.properties):")
    lines += rows.map { "  - " + $0 }
    return lines.joined(separator: "\n") + "\n" + (others.isEmpty ? "" : others + "\n")
  }

  /// The whole document in RST.
  public var rst: String {
    guard let dataflow = YAMLReader.read(SourceFile(path: "example.yaml", text: yaml)).product else { return "" }
    return RSTWriter.write(dataflow)
  }

  /// The part that shows the form, in YAML.
  public var shownYAML: String {
    switch shown {
    case .title: return yaml.split(separator: "\n").prefix(1).joined()
    case .document, .layout: return document
    case .heading: return "\(DocumentKey.flows):\n- \(DocumentKey.flow): \(title)"
    case .flow: return flow
    case .table where rows.isEmpty: return "\(DocumentKey.properties): []"
    case .table: return "\(DocumentKey.properties):\n" + rows.map { "- " + $0 }.joined(separator: "\n")
    case .rows: return rows.dropFirst().map { "- " + $0 }.joined(separator: "\n")
    }
  }

  /// The part that shows the form, in RST; empty for a layout.
  public var shownRST: String {
    let lines = rst.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    switch shown {
    case .title: return lines.prefix(3).joined(separator: "\n")
    case .document: return LanguageExample.difference(lines, from: without(document: true))
    case .layout: return ""
    case .heading: return LanguageExample.section(title, in: lines).prefix(2).joined(separator: "\n")
    case .flow: return LanguageExample.difference(lines, from: without(document: false))
    case .table:
      let section = LanguageExample.section(title, in: lines)
      let announcement = section.filter {
        $0.hasSuffix(":") && !$0.hasPrefix(" ") && $0 != HeadingForm.tableDirective
      }
      return (announcement.suffix(1) + [""] + LanguageExample.table(section)).joined(separator: "\n")
    case .rows:
      // Behind the heading row and the first one.
      let table = LanguageExample.table(LanguageExample.section(title, in: lines))
      let starts = table.indices.filter { table[$0].hasPrefix(String(HeadingForm.rowOpening.dropLast())) }
      guard starts.count > 2 else { return "" }
      return table[starts[2]...].joined(separator: "\n")
    }
  }

  // MARK: - Parts

  private static func has(_ key: String, in text: String) -> Bool {
    text.split(separator: "\n").contains { $0.hasPrefix(key + ":") }
  }

  /// The lines of a text, its keys in the order of the table.
  private static func sorted(_ text: String, _ place: KeyForm.Place) -> [String] {
    var blocks: [(rank: Int, lines: [String])] = []
    let keys = KeyForm.keys(of: place).map(\.key)
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix(" ") || line.hasPrefix("- "), let last = blocks.indices.last {
        blocks[last].lines.append(line)
      } else {
        blocks.append((keys.firstIndex { line.hasPrefix($0 + ":") } ?? keys.count, [line]))
      }
    }
    return blocks.sorted { $0.rank < $1.rank }.flatMap(\.lines)
  }

  /// The lines of the document without what is shown.
  private func without(document isDocument: Bool) -> [String] {
    let rest = LanguageExample(
      shown, title: title, document: isDocument ? "" : document, flow: isDocument ? flow : "", rows: rows,
      others: others)
    return rest.rst.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The lines between those that two texts have in common at their beginnings and at their ends.
  private static func difference(_ lines: [String], from others: [String]) -> String {
    var start = 0
    while start < min(lines.count, others.count), lines[start] == others[start] { start += 1 }
    var end = 0
    while end < min(lines.count, others.count) - start, lines[lines.count - 1 - end] == others[others.count - 1 - end] {
      end += 1
    }
    var part = lines[start..<(lines.count - end)]
    while part.first?.isEmpty == true { part.removeFirst() }
    while part.last?.isEmpty == true { part.removeLast() }
    return part.joined(separator: "\n")
  }

  /// The lines of a section from its heading on.
  private static func section(_ title: String, in lines: [String]) -> [String] {
    guard let start = lines.firstIndex(of: title) else { return [] }
    let next = lines.indices.first { $0 > start + 1 && lines[$0].hasPrefix("---") }
    return Array(lines[start..<(next.map { $0 - 1 } ?? lines.count)])
  }

  /// The last table of a section.
  private static func table(_ section: [String]) -> [String] {
    guard let start = section.lastIndex(of: HeadingForm.tableDirective) else { return [] }
    var part = section[start...]
    while part.last?.isEmpty == true { part.removeLast() }
    return Array(part)
  }
}
