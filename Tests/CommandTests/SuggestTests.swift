import Foundation
import TestSupport
import Testing

/// Two shops that hold people and orders, and a document with empty tables for them.
private enum Pair {
  static let shop = """
    system: Shop
    protocol: sql
    modified: changed
    changes: {cursor: version, kind: rowversion, deletes: {kind: feed}}
    entities:
      Person:
        title: lastName
        properties:
          id: {type: integer, key: true, readOnly: true}
          firstName: {type: string, max: 40}
          lastName: {type: string, max: 40, required: true}
          born: {type: date}
          mail: {type: string, max: 80, label: E-mail}
          badge: {type: string, max: 10}
          gender: {type: enum, values: [M, F], about: "M is male, F female."}
          changed: {type: datetime, readOnly: true}
          version: {type: integer, readOnly: true}
      Order:
        properties:
          id: {type: integer, key: true, readOnly: true}
          number: {type: string, max: 20, required: true, unique: true}
          personId: {type: integer, required: true, ref: Person}
          placedAt: {type: date, required: true}
          zip: {type: string, max: 12}
          changed: {type: datetime, readOnly: true}
          version: {type: integer, readOnly: true}

    """
  static let office = """
    system: Office
    protocol: sql
    modified: Changed
    changes: {cursor: Version, kind: rowversion, deletes: {kind: feed}}
    entities:
      Contact:
        title: Surname
        properties:
          Id: {type: integer, key: true, readOnly: true}
          GivenName: {type: string, max: 40}
          Surname: {type: string, max: 40, required: true}
          Birthday: {type: date}
          EMail: {type: string, max: 80}
          Code: {type: string, max: 10}
          Sex: {type: enum, values: [male, female]}
          Changed: {type: datetime, readOnly: true}
          Version: {type: integer, readOnly: true}
      Invoice:
        properties:
          Id: {type: integer, key: true, readOnly: true}
          InvoiceNumber: {type: string, max: 20, required: true, createOnly: true, unique: true}
          Kind: {type: enum, values: [bill, credit], required: true}
          Contact: {type: integer, required: true, ref: Contact}
          InvoiceDate: {type: date, required: true}
          PostalCode: {type: string, max: 12}
          Changed: {type: datetime, readOnly: true}
          Version: {type: integer, readOnly: true}

    """
  static let yaml = """
    # Kept as it is.
    dataflow: Shop to Office
    flows:
    - flow: Shop Person to Office Contact
      create: always
      match: []  # what tells people apart
      conflict: newest
      properties: []   # to be filled
    - flow: Shop Order to Office Invoice
      where: {Office: 'Kind = "bill"'}
      create: always
      match: []
      conflict: newest

    """

  /// A directory with the document under a name, and both descriptions.
  static func folder(_ name: String = "flow.yaml", _ text: String = yaml) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try folder.write("systems/shop.yaml", shop)
    try folder.write("systems/office.yaml", office)
    try folder.write(name, text)
    return folder
  }

  static func run(_ folder: TemporaryDirectory, _ arguments: String...) throws -> Program.Outcome {
    try Program.run("tandem", ["suggest"] + arguments, directory: folder.path)
  }

  static func text(_ folder: TemporaryDirectory, _ name: String = "flow.yaml") throws -> String {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
  }
}

@Suite("tandem suggest fills empty tables from the two descriptions")
struct SuggestTests {
  @Test("rows come with a confidence, reasons, and the tables as they can be pasted; nothing is written")
  func report() throws {
    let folder = try Pair.folder()
    let outcome = try Pair.run(folder, "flow.yaml")
    #expect(outcome.status == 0)
    for text in [
      "%  firstName -> GivenName: names with one meaning", "%  born -> Birthday: names with one meaning; both dates",
      "%  mail -> EMail: equal labels", "the date of the record on both sides",
      "references to Person and Contact, which a section keeps in step", "match number = InvoiceNumber: unique in both",
      "- {source: zip, target: PostalCode, type: string}",
      "- {source: personId, target: Contact, type: integer, reference: Person to Contact}",
      "- {source: number, target: InvoiceNumber, type: string, direction: at creation}",
      "- {target: Kind, type: string, direction: at creation, constant: bill}",
    ] { #expect(outcome.output.contains(text), "\(text) in \(outcome.output)") }
    #expect(try Pair.text(folder) == Pair.yaml)
  }

  @Test("--apply writes what checks without an error, and every other byte stays")
  func apply() throws {
    let folder = try Pair.folder()
    let outcome = try Pair.run(folder, "flow.yaml", "--apply")
    #expect(outcome.status == 0 && outcome.errors.contains("flow.yaml: wrote 10 rows and 3 combinations"), "\(outcome)")
    let text = try Pair.text(folder)
    #expect(
      text.hasPrefix("# Kept as it is.\ndataflow: Shop to Office\nvalues:\n  Person gender: {M: male, F: female, "))
    #expect(
      text.contains(
        "  match:  # what tells people apart\n  - {mail: EMail}\n  - {firstName: GivenName, lastName: Surname}\n"),
      "\(text)")
    #expect(text.contains("  properties:   # to be filled\n  - {source: firstName"), "\(text)")
    // Where the key is missing, it comes with its rows.
    #expect(text.contains("conflict: newest\n  properties:\n  - {source: number, target: InvoiceNumber"), "\(text)")
    #expect(try Program.tandem("check", "flow.yaml", directory: folder.path).status == 0)
    // A second time there is nothing to do.
    let again = try Pair.run(folder, "flow.yaml", "--apply")
    #expect(again.output.isEmpty && again.errors.contains("nothing to suggest"), "\(again)")
    #expect(try Pair.text(folder) == text)
  }

  @Test("a document in RST gets its columns, its combinations and its value maps, whatever its line ends")
  func rst() throws {
    let source = try Pair.folder()
    let converted = try Program.tandem("convert", "flow.yaml", "--to", "rst", directory: source.path).output
    for lineEnd in ["\n", "\r\n"] {
      let text = converted.replacingOccurrences(of: "\n", with: lineEnd)
      let folder = try Pair.folder("flow.rst", text)
      let outcome = try Pair.run(folder, "flow.rst", "--apply")
      #expect(outcome.status == 0, "\(outcome)")
      let filled = try Pair.text(folder, "flow.rst")
      #expect(
        filled.contains(
          ["     - Rule", "   * - firstName", "     - GivenName", "     - \"string\"", "     -"].joined(
            separator: lineEnd)), "\(filled)")
      #expect(
        filled.contains(["     - Combination", "   * - mail", "     - EMail", "     - 1"].joined(separator: lineEnd)))
      #expect(filled.contains("Values: Person gender" + lineEnd), "\(filled)")
      // What was there before is there still, in its order.
      var lines = filled.components(separatedBy: lineEnd)[...]
      for line in text.components(separatedBy: lineEnd) {
        let place = lines.firstIndex(of: line)
        #expect(place != nil, "\(line)")
        if let place { lines = lines[(place + 1)...] }
      }
      #expect(try Program.tandem("check", "flow.rst", directory: folder.path).status == 0)
    }
  }

  @Test("tables that hold rows are left alone, and get further rows with --all")
  func filledTables() throws {
    let text = Pair.yaml.replacingOccurrences(
      of: "  properties: []   # to be filled",
      with: "  properties:\n  - {source: lastName, target: Surname, type: string}  # mine")
    let folder = try Pair.folder("flow.yaml", text)
    #expect(try !Pair.run(folder, "flow.yaml").output.contains("-> GivenName"))
    let outcome = try Pair.run(folder, "flow.yaml", "--all", "--apply")
    #expect(outcome.status == 0)
    let filled = try Pair.text(folder)
    #expect(
      filled.contains("  - {source: lastName, target: Surname, type: string}  # mine\n  - {source: firstName"),
      "\(filled)")
    #expect(filled.components(separatedBy: "target: Surname").count == 2)
  }

  @Test("the report as JSON holds rows, reasons and combinations")
  func json() throws {
    struct Report: Decodable {
      struct Section: Decodable {
        struct Row: Decodable {
          var source: String?, target: String, confidence: Int, reasons: [String], reference: String?
        }
        var flow: String, line: Int, rows: [Row]
      }
      var suggestions: [Section]
    }
    let folder = try Pair.folder()
    let output = try Pair.run(folder, "flow.yaml", "--format", "json").output
    let sections = try JSONDecoder().decode(Report.self, from: Data(output.utf8)).suggestions
    #expect(sections.map(\.flow) == ["Shop Person to Office Contact", "Shop Order to Office Invoice"])
    #expect(sections.map(\.line) == [4, 9])
    let reference = try #require(sections[1].rows.first { $0.target == "Contact" })
    #expect(reference.reference == "Person to Contact" && reference.confidence > 90 && !reference.reasons.isEmpty)
  }

  @Test(
    "whatever the layout of a document is, it says afterwards what it said before, and what is suggested",
    arguments: [
      // Between braces, without a line end, with a comment behind the last row, with keys between quotation marks.
      "dataflow: Shop to Office\nflows: [{flow: Shop Person to Office Contact, create: always, match: [], properties: []}]\n",
      "dataflow: Shop to Office\nflows:\n- {flow: Shop Person to Office Contact, properties: []}",
      "dataflow: Shop to Office\nflows:\n- flow: Shop Person to Office Contact",
      "dataflow: Shop to Office\nflows:\n  -   flow: Shop Person to Office Contact\n      properties: []  # here\n      # and here\n",
      "dataflow: Shop to Office\nflows:\n- flow: Shop Person to Office Contact\n  \"properties\": [ ]\n# end\n",
      "dataflow: Shop to Office\r\nflows:\r\n- flow: Shop Person to Office Contact\r\n  properties: []\r\n  conflict: newest\r\n",
      "dataflow: Shop to Office\nvalues:\n  Other: {a: b}\nflows:\n- flow: Shop Person to Office Contact\n  properties:\n"
        + "  - {source: lastName, target: Surname, type: string}  # mine\n  # the end\n",
      "dataflow: Shop to Office\nflows:\n- flow: Shop Person to Office Contact\n  properties: [{source: lastName, target: Surname}]\n",
    ])
  func layouts(text: String) throws {
    let folder = try Pair.folder("flow.yaml", text)
    let outcome = try Pair.run(folder, "flow.yaml", "--all", "--apply")
    #expect(outcome.status == 0 && !outcome.wasSignalled, "\(outcome)")
    let filled = try Pair.text(folder)
    #expect(
      filled.contains("{source: gender, target: Sex, type: string, values: Person gender}"), "\(outcome) \(filled)")
    #expect(filled.components(separatedBy: "target: Surname").count == 2, "\(filled)")
    #expect(filled.components(separatedBy: "#").count == text.components(separatedBy: "#").count, "\(filled)")
    let check = try Program.tandem("check", "flow.yaml", directory: folder.path)
    #expect(!check.errors.contains("error["), "\(check.errors)")
  }

  @Test("a table in RST that holds rows gets the columns that new rows need")
  func furtherColumns() throws {
    let yaml = Pair.yaml.replacingOccurrences(
      of: "properties: []   # to be filled", with: "properties:\n  - {source: lastName, target: Surname, type: string}")
    let source = try Pair.folder("flow.yaml", yaml)
    let text = try Program.tandem("convert", "flow.yaml", "--to", "rst", directory: source.path).output
    let folder = try Pair.folder("flow.rst", text)
    #expect(try Pair.run(folder, "flow.rst", "--all", "--apply").status == 0)
    let filled = try Pair.text(folder, "flow.rst")
    #expect(
      filled.contains("     - Rule\n   * - lastName\n     - Surname\n     - \"string\"\n     -\n   * - firstName"),
      "\(filled)")
  }

  @Test("what the target cannot do without, and nothing fits, is named")
  func needs() throws {
    let folder = try Pair.folder()
    try folder.write(
      "systems/office.yaml",
      Pair.office.replacingOccurrences(
        of: "      Sex:", with: "      Ledger: {type: guid, required: true}\n          Sex:"))
    let outcome = try Pair.run(folder, "flow.yaml")
    #expect(outcome.output.contains("required, and nothing fits: Ledger; give a constant"), "\(outcome)")
    let never = Pair.yaml.replacingOccurrences(of: "create: always", with: "create: never")
    try folder.write("flow.yaml", never)
    #expect(try !Pair.run(folder, "flow.yaml").output.contains("nothing fits"))
  }

  @Test("a row that would be an error is shown with what is missing, and not written")
  func obstacle() throws {
    let folder = try Pair.folder()
    // Values that nothing joins.
    let description = Pair.office.replacingOccurrences(of: "[male, female]", with: "[\"7\", \"8\"]")
    try folder.write("systems/office.yaml", description)
    let outcome = try Pair.run(folder, "flow.yaml", "--apply", "--confidence", "20")
    #expect(outcome.output.contains("gender -> Sex"), "\(outcome.output)")
    #expect(outcome.output.contains("not written: `gender` and `Sex` have no value in common"), "\(outcome.output)")
    #expect(outcome.errors.contains("1 suggested and not written"), "\(outcome.errors)")
    #expect(try !Pair.text(folder).contains("target: Sex"))
  }
}

@Suite("Sample records measure what descriptions do not say")
struct SuggestSampleTests {
  @Test("names that two people share are no match without the day of birth, and values in common join properties")
  func samples() throws {
    let folder = try Pair.folder()
    try folder.write(
      "Person.csv",
      "firstName;lastName;born;badge\nAda;King;1815-12-10;K1\nAda;King;1990-01-01;K2\n\"Mary; Ann\";Somerville;1780-12-26;K3\n"
    )
    try folder.write(
      "office.json",
      "{\"Contact\": [{\"GivenName\": \"Ada\", \"Code\": \"K1\"}, {\"Code\": \"K2\"}, {\"Code\": \"K3\", \"Sex\": null}]}"
    )
    let without = try Pair.run(folder, "flow.yaml").output
    #expect(without.contains("match firstName = GivenName, lastName = Surname:"), "\(without)")
    #expect(!without.contains("badge"))
    let output = try Pair.run(folder, "flow.yaml", "--sample", "Person.csv", "--sample", "office.json").output
    #expect(output.contains("match firstName = GivenName, lastName = Surname, born = Birthday:"), "\(output)")
    #expect(output.contains("badge -> Code: 3 sample values in common"), "\(output)")
  }

  @Test(
    "a file that is no sample is told with what to write",
    arguments: [
      ("Persn.csv", "name\n", "there is no entity 'Persn'; did you mean Person?"),
      ("Person.csv", "firstName,lastNam\nAda,King\n", "Shop Person has no property 'lastNam'; did you mean lastName?"),
      (
        "Person.csv", "firstName,lastName\nAda,King\nMary\n",
        "Person.csv:3: the record has 1 cells where the heading names 2"
      ),
      ("Person.csv", "firstName\n\"Ada\n", "Person.csv:2: a cell opens with a quotation mark that nothing closes"),
      ("Person.csv", "firstName\n\"Ada\" King\n", "Person.csv:2: text stands behind the closing quotation mark"),
      ("Person.csv", "", "the sample 'Person.csv' is empty"),
      ("Person.json", "[1, 2]", "Person.json:1: the record is no object"),
      ("any.json", "{\"Person\": 3}", "any.json:1: \"Person\" holds no list of records"),
      ("any.json", "{\"Person\": [", "any.json:1: "),
      ("Person.xls", "x", "samples end in .csv or .json"),
    ])
  func broken(name: String, text: String, message: String) throws {
    let folder = try Pair.folder()
    try folder.write(name, text)
    let outcome = try Pair.run(folder, "flow.yaml", "--sample", name)
    #expect(outcome.status == 1 && !outcome.wasSignalled)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}

@Suite("tandem suggest and input that it cannot use")
struct SuggestBadInputTests {
  @Test("an entity that does not exist is an error, and the other sections are filled")
  func noSuchEntity() throws {
    let text = Pair.yaml.replacingOccurrences(of: "Shop Order to", with: "Shop Oder to")
    let folder = try Pair.folder("flow.yaml", text)
    let outcome = try Pair.run(folder, "flow.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error[T1004]"), "\(outcome.errors)")
    #expect(outcome.output.contains("firstName -> GivenName") && !outcome.output.contains("InvoiceNumber"))
  }

  @Test("a document that cannot be read is not touched")
  func unreadable() throws {
    let text = Pair.yaml.replacingOccurrences(of: "conflict: newest", with: "conflict: [newest")
    let folder = try Pair.folder("flow.yaml", text)
    let outcome = try Pair.run(folder, "flow.yaml", "--apply")
    #expect(outcome.status == 1 && outcome.output.isEmpty && !outcome.wasSignalled)
    #expect(try Pair.text(folder) == text)
  }

  @Test("a confidence beyond 99 and a missing file are told")
  func usage() throws {
    let folder = try Pair.folder()
    #expect(try Pair.run(folder, "flow.yaml", "--confidence", "100").status == 2)
    let outcome = try Pair.run(folder, "flow.yaml", "--sample", "none.csv")
    #expect(outcome.status == 1 && outcome.errors.contains("there is no file 'none.csv'"))
  }
}
