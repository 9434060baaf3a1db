import TandemSyntax

/// The small world in which the examples of all rules play: a shop and the ledger of its book-keeper.
public enum ExampleSystems {
  /// The descriptions, as files.
  public static let all: [SourceFile] = [
    SourceFile(path: "examples/systems/shop.yaml", text: shop),
    SourceFile(path: "examples/systems/ledger.yaml", text: ledger),
  ]

  private static let shop = """
    system: Shop
    about: The shop of the examples.
    modified: modifiedAt
    changes: {cursor: rowVersion, kind: rowversion, deletes: {kind: feed}}
    entities:
      Customer:
        title: name
        properties:
          id: {type: integer, key: true, readOnly: true}
          name: {type: string, max: 50, required: true}
          email: {type: string, max: 80}
          status: {type: enum, values: [active, blocked]}
          since: {type: date}
          joined: {type: datetime}
          rating: {type: integer, inferred: true}
          points: {type: integer}
          vip: {type: boolean}
          balance: {type: decimal, precision: 12, scale: 2, readOnly: true}
          address: {type: object, properties: {street: {type: string, max: 50}, city: {type: string, max: 40}, country: {type: string, max: 2}}}
          phones:
            type: list
            of: object
            properties: {kind: {type: enum, values: [mobile, work]}, number: {type: string, max: 20}}
          countryId: {type: integer, ref: Country}
          modifiedAt: {type: datetime, readOnly: true}
          rowVersion: {type: integer, readOnly: true}
      Order:
        properties:
          id: {type: integer, key: true, readOnly: true}
          number: {type: string, max: 20, required: true, unique: true}
          customerId: {type: integer, required: true, ref: Customer}
          status: {type: enum, values: [open, shipped]}
          total: {type: decimal, precision: 12, scale: 2}
          lines:
            type: list
            of: object
            properties: {text: {type: string, max: 80}, amount: {type: decimal, precision: 12, scale: 2}}
          modifiedAt: {type: datetime, readOnly: true}
          rowVersion: {type: integer, readOnly: true}
      Country:
        properties:
          id: {type: integer, key: true, readOnly: true}
          code: {type: string, max: 2, unique: true}
          name: {type: string, max: 60}
          rowVersion: {type: integer, readOnly: true}

    """

  private static let ledger = """
    system: Ledger
    about: The ledger of the examples.
    modified: Changed
    changes: {cursor: Version, kind: rowversion, deletes: {kind: feed}}
    entities:
      Account:
        title: Name
        externalKey: SyncId
        properties:
          Key: {type: guid, key: true, readOnly: true}
          Name: {type: string, max: 50, required: true, label: Account name}
          Email: {type: string, max: 80}
          Email2: {type: string, max: 80}
          Code: {type: string, max: 10, createOnly: true}
          Status: {type: enum, values: [Active, Blocked]}
          Since: {type: date}
          Points: {type: integer}
          Priority: {type: boolean}
          Balance: {type: decimal, precision: 12, scale: 2, readOnly: true}
          Address: {type: object, properties: {Street: {type: string, max: 50}, City: {type: string, max: 40}}}
          Mobile: {type: string, max: 20}
          Country: {type: guid, ref: Country}
          Logo: {type: binary}
          Rank: {type: enum, values: [Preferred, Ordinary], open: true}
          SyncId: {type: string, max: 40, unique: true}
          Changed: {type: datetime, readOnly: true}
          Version: {type: integer, readOnly: true}
      Invoice:
        externalKey: SyncId
        properties:
          Key: {type: guid, key: true, readOnly: true}
          Number: {type: string, max: 20, required: true, unique: true}
          Account: {type: guid, required: true, ref: Account}
          State: {type: enum, values: [Draft, Posted]}
          Amount: {type: decimal, precision: 12, scale: 2}
          SyncId: {type: string, max: 40, unique: true}
          Changed: {type: datetime, readOnly: true}
          Version: {type: integer, readOnly: true}
      Country:
        externalKey: Iso
        properties:
          Key: {type: guid, key: true, readOnly: true}
          Iso: {type: string, max: 2, unique: true}
          Name: {type: string, max: 60}
          Version: {type: integer, readOnly: true}
      Division:
        feature: Divisions
        externalKey: SyncId
        properties:
          Key: {type: guid, key: true, readOnly: true}
          Title: {type: string, max: 50}
          SyncId: {type: string, max: 40, unique: true}
          Changed: {type: datetime, readOnly: true}
          Version: {type: integer, readOnly: true}
      Period:
        readOnly: true
        properties:
          Key: {type: guid, key: true, readOnly: true}
          Name: {type: string, max: 20}
          Changed: {type: datetime, readOnly: true}
          Version: {type: integer, readOnly: true}
      Receipt:
        properties:
          Key: {type: guid, key: true, readOnly: true}
          Text: {type: string, max: 80}
          Changed: {type: datetime, readOnly: true}
          Version: {type: integer, readOnly: true}
          Invoice: {type: guid, ref: Invoice}

    """
}

/// Whole documents for the pages of rules, made from the part that matters.
enum Examples {
  /// A document of one flow, Shop Customer to Ledger Account, with the name mapped and the given rows.
  static func rows(_ rows: String..., before: String = "", policy: String = "") -> Rule.Example {
    self.rows(rows, before: before, policy: policy)
  }

  /// The same for rows in a list.
  static func rows(_ rows: [String], before: String = "", policy: String = "") -> Rule.Example {
    flow(
      "Shop Customer to Ledger Account", rows: ["{source: name, target: Name, type: string}"] + rows, before: before,
      policy: policy)
  }

  /// A document of one flow with the given policies before its rows.
  static func flow(_ title: String, rows: [String], before: String = "", policy: String = "") -> Rule.Example {
    document(section(title, rows: rows, policy: policy), before: before)
  }

  /// One flow of a document.
  static func section(_ title: String, rows: [String], policy: String = "") -> String {
    var text = "- flow: \(title)\n"
    for line in policy.split(separator: "\n") { text += "  \(line)\n" }
    text += rows.isEmpty ? "  properties: []\n" : "  properties:\n"
    for row in rows { text += "  - \(row)\n" }
    return text
  }

  /// A document of the given flows.
  static func document(_ flows: String..., title: String = "Shop to Ledger", before: String = "") -> Rule.Example {
    .yaml("dataflow: \(title)\n" + (before.isEmpty ? "" : before + "\n") + "flows:\n" + flows.joined())
  }

  /// Two documents that are checked together, divided by `---`.
  static func documents(_ one: Rule.Example, _ two: Rule.Example) -> Rule.Example {
    .yaml(one.text + "---\n" + two.text)
  }

  /// The description of a small system with the given properties besides its key and its cursor, and perhaps a second
  /// entity.
  static func system(
    _ properties: String..., key: String = "id: {type: integer, key: true, readOnly: true}",
    changes: String = "changes: {cursor: version, kind: rowversion, deletes: {kind: feed}}", entity: String = "",
    second: String = ""
  ) -> Rule.Example {
    var text = "system: Shed\n" + (changes.isEmpty ? "" : changes + "\n") + "entities:\n  Tool:\n"
    if !entity.isEmpty { text += "    \(entity)\n" }
    text += "    properties:\n"
    for property in [key] + properties + ["version: {type: integer, readOnly: true}"] where !property.isEmpty {
      text += "      \(property)\n"
    }
    if !second.isEmpty {
      text += "  \(second):\n    properties:\n      \(key)\n      version: {type: integer, readOnly: true}\n"
    }
    return .system(text)
  }

  /// Further systems and documents that are checked together, each part divided from the next by `---`.
  static func several(_ parts: String...) -> Rule.Example { .yaml(parts.joined(separator: "---\n")) }

  /// The description of a further system, with the given properties of each entity besides its key, an external key, the
  /// time of its last edit and its cursor.
  static func further(_ name: String, _ entities: (name: String, properties: [String])...) -> String {
    var text =
      "system: \(name)\nmodified: changed\nchanges: {cursor: version, kind: rowversion, deletes: {kind: feed}}\n"
    text += "entities:\n"
    for entity in entities {
      text += "  \(entity.name):\n    externalKey: tag\n    properties:\n"
      let usual = [
        "tag: {type: string, max: 40, unique: true}", "changed: {type: datetime, readOnly: true}",
        "version: {type: integer, readOnly: true}",
      ]
      for property in ["id: {type: integer, key: true, readOnly: true}"] + entity.properties + usual {
        text += "      \(property)\n"
      }
    }
    return text
  }

  /// A document in RST with one section, Shop Customer to Ledger Account, whose system names can be chosen.
  static func rst(source: String = "Shop", target: String = "Ledger", section: (String, String)? = nil) -> Rule.Example
  {
    let (left, right) = section ?? (source + " Customer", target + " Account")
    let title = "\(source) to \(target) Dataflow"
    let head = "\(left) to \(right)"
    return .rst(
      """
      \(String(repeating: "=", count: title.unicodeScalars.count))
      \(title)
      \(String(repeating: "=", count: title.unicodeScalars.count))

      Generated: 2024-01-02 03:04:05

      Introduction
      ------------

      How the shop's customers reach the ledger.

      \(head)
      \(String(repeating: "-", count: head.unicodeScalars.count))
      Every \(left) will be synchronized with a \(right).

      Once a link between a \(left) and a \(right) is established, it will keep in sync between \
      the two systems, regardless of where it is edited.

      The following properties are synchronized between a \(left) and a \(right):

      .. list-table::
         :header-rows: 1

         * - \(left) Property
           - \(right) Property
           - \(target) Data Type
         * - name
           - Name
           - "string"


      """)
  }
}

/// What messages tell the author to write, in the notation of the document.
enum Advice {
  /// A direction for one row.
  static func direction(_ text: String, in context: DocumentContext) -> String {
    context.document.notation == .rst
      ? "write `\(text)` in the row's Direction column" : "add `direction: \(text)` to the row"
  }

  /// A clause for one row.
  static func clause(rst: String, yaml: String, in context: DocumentContext) -> String {
    context.document.notation == .rst ? "write `\(rst)` in the row's Rule column" : "add `\(yaml)` to the row"
  }

  /// The correction that gives a row in braces another key; none for rows in another form.
  static func fix(_ row: PropertyRow, adding entry: String, safe: Bool = false) -> [Diagnostic.Fix] {
    let bytes = row.span.file.bytes
    guard row.span.upperBound > row.span.lowerBound, bytes[row.span.lowerBound] == UInt8(ascii: "{"),
      bytes[row.span.upperBound - 1] == UInt8(ascii: "}")
    else { return [] }
    let place = SourceSpan(file: row.span.file, (row.span.upperBound - 1)..<(row.span.upperBound - 1))
    return [
      Diagnostic.Fix("add `\(entry)` to the row", safe: safe, edits: [TextEdit(place, replacement: ", " + entry)])
    ]
  }

  /// The same; nothing without a text to put there.
  static func replace(_ text: String, atTheEndOf span: SourceSpan, with replacement: String?) -> [Diagnostic.Fix] {
    guard let replacement else { return [] }
    return replace(text, atTheEndOf: span, with: replacement)
  }

  /// The correction that replaces a text, in quotation marks or not, at the end of a clause.
  static func replace(_ text: String, atTheEndOf span: SourceSpan, with replacement: String) -> [Diagnostic.Fix] {
    for (mark, escapes) in [("\"", false), ("'", false), ("", true)] where span.text.hasSuffix(mark + text + mark) {
      // Without quotation marks only plain words can stand in for plain words.
      let isPlain = replacement.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " || $0 == "-" }
      if escapes, !isPlain { return [] }
      let end = span.upperBound - mark.utf8.count
      let place = SourceSpan(file: span.file, (end - text.utf8.count)..<end)
      return replacement.contains("\"") || replacement.contains("'") ? [] : replace(place, with: replacement)
    }
    return []
  }

  /// The correction that replaces a name; nothing without a name to put there.
  static func replace(_ span: SourceSpan, with text: String?, safe: Bool = false) -> [Diagnostic.Fix] {
    guard let text else { return [] }
    return [Diagnostic.Fix("replace with `\(text)`", safe: safe, edits: [TextEdit(span, replacement: text)])]
  }
}
