import TandemEmit
import TandemSemantics
import TandemSyntax
import Testing

@Suite("Checklists")
struct ChecklistTests {
  private func markdown(_ dataflow: CheckedDataflow) -> [String] {
    ChecklistEmitter.emit(dataflow, format: .markdown).contents.split(separator: "\n").map(String.init)
  }

  private func rst(_ dataflow: CheckedDataflow) -> String { ChecklistEmitter.emit(dataflow, format: .rst).contents }

  private func identifiers(_ dataflow: CheckedDataflow) -> [String] {
    markdown(dataflow).filter { $0.hasPrefix("| [ ] | ") }.map { String($0.dropFirst(8).prefix(8)) }
  }

  /// The line of the only check that holds all the texts.
  private func check(_ lines: [String], _ texts: String...) -> String? {
    let found = lines.filter { line in texts.allSatisfy(line.contains) }
    return found.count == 1 ? found[0] : nil
  }

  @Test("expected values are what the row makes of each value that there is")
  func expectedValues() throws {
    let lines = markdown(
      try Documents.customer(
        "{source: status, target: Status, type: string, values: State}",
        values: "State: {active: Active, blocked: Blocked}"))
    #expect(check(lines, "set status to each", "`active`, `blocked`", "Status is in turn `Active`, `Blocked`") != nil)
    #expect(check(lines, "set Status to each", "`Active`, `Blocked`", "status is in turn `active`, `blocked`") != nil)
  }

  @Test("a value that stands in no pair of the map is refused, and the record is to be found in the status")
  func refusedChoice() throws {
    let lines = markdown(
      try Documents.customer(
        "{source: status, target: Email2, type: string, values: State}",
        values: "State: {active: Active, otherwise: error}"))
    let line = try #require(check(lines, "status to Email2", "a value that is not taken"))
    #expect(line.contains("`blocked`") && line.contains("needs a person") && line.contains("set aside"))
  }

  @Test("a row that goes one way has no check of an arrival on the way back, only of the opposite")
  func oneWay() throws {
    let lines = markdown(try Documents.customer("{source: email, target: Email, type: string, direction: to Ledger}"))
    #expect(check(lines, "email to Email", "ase.odegard@example.com`") != nil)
    let back = lines.filter { $0.contains("Email to email") }
    #expect(back.count == 1)
    #expect(back[0].contains("email stays as it was"))
  }

  @Test("counts in good English: one check, one section")
  func counts() throws {
    let held = "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties: []\n"
    let lines = markdown(try Documents.check(held))
    #expect(lines.contains("1 check in 1 section."))
    #expect(rst(try Documents.check(held)).contains("\n1 check in 1 section.\n"))
    let more = markdown(try Documents.customer())
    #expect(more.contains { $0.hasSuffix(" checks in 1 section, in the order in which they are best done.") })
  }

  @Test("each check names the line of the document that says so, not the title of the section")
  func lines() throws {
    let text = """
      dataflow: Shop to Ledger
      flows:
      - flow: Shop Customer to Ledger Account
        where: 'vip'
        create: 'when points > 100'
        match:
        - {email: Email}
        - {name: Name,
           address.city: Address.City}
        deletion:
          Shop: propagate
        properties:
        - {source: name, target: Name, type: string}

      """
    let lines = markdown(try Documents.check(text))
    func cited(_ texts: String...) throws -> String {
      let found = lines.filter { line in texts.allSatisfy(line.contains) }
      return String(try #require(found.first, "\(texts)").dropLast(2).split(separator: "|").last ?? "")
    }
    #expect(try cited("Creation on a condition") == " 5")
    #expect(try cited("Outside the part that takes part") == " 4")
    #expect(try cited("Match by email") == " 7")
    #expect(try cited("Match by name") == " 8, 9")
    #expect(try cited("Deletion of a Shop Customer") == " 11")
    // Nothing is said of this side, so the section itself is named.
    #expect(try cited("Deletion of a Ledger Account") == " 3")
    #expect(try cited("name to Account name") == " 13")
  }

  @Test("blanks around a text are visible and gone on the other side, and explained at the top")
  func blanks() throws {
    let lines = markdown(try Documents.customer())
    let line = try #require(check(lines, "blanks around it"))
    #expect(line.contains("`␠") && line.contains("⇥`"))
    let name = try #require(line.split(separator: "␠").last?.split(separator: "⇥").first)
    #expect(line.contains("Account name is `\(name)`."))
    #expect(lines.contains { $0.contains("␠ stands for a blank and ⇥ stands for a tab") })
  }

  @Test("the longest text arrives whole; one longer is refused where a user can type it, and not asked for elsewhere")
  func lengths() throws {
    let lines = markdown(try Documents.customer("{source: address.street, target: Mobile, type: string}"))
    let longest = try #require(check(lines, "address / street to Mobile: as long"))
    #expect(longest.contains("set address / street to 20 times `x`") && longest.contains("Mobile is 20 times `x`"))
    let longer = try #require(check(lines, "address / street to Mobile: one character too long"))
    #expect(longer.contains("to 21 times `x`") && longer.contains("is longer than 20 characters"))
    #expect(!lines.contains { $0.contains("Mobile to address / street: one character too long") })
  }

  @Test("clearing travels, and is set aside where the other side needs a value; what is required is not cleared")
  func clearing() throws {
    let both = markdown(try Documents.customer("{source: email, target: Email, type: string}"))
    #expect(check(both, "Clearing email ", "Email is empty too") != nil)
    #expect(check(both, "Clearing Email ", "email is empty too") != nil)
    #expect(!both.contains { $0.contains("Clearing name") || $0.contains("Clearing Account name") })

    let required = markdown(
      try Documents.check(
        """
        dataflow: Shop to Ledger
        flows:
        - flow: Shop Customer to Ledger Account
          properties:
          - {source: email, target: Name, type: string}

        """))
    let line = try #require(check(required, "Clearing email "))
    #expect(line.contains("stays as it was") && line.contains("Ledger does not take an empty Account name"))
  }

  @Test("identifiers are unique, and stay when other rows come and go")
  func identifiers() throws {
    let email = "{source: email, target: Email, type: string}"
    let one = identifiers(try Documents.customer(email))
    let two = identifiers(try Documents.customer("{source: points, target: Points, type: integer}", email))
    #expect(Set(one).count == one.count)
    #expect(Set(two).count == two.count)
    #expect(two.count > one.count)
    // Checks of the flow that are done with its first rows keep their identity too.
    #expect(Set(one).subtracting(two).isEmpty)
  }

  @Test("creation, matching and deletion are tested as the document says them")
  func policies() throws {
    let always = markdown(try Documents.customer())
    #expect(always.contains { $0.contains("Exactly one Ledger Account is created") })
    let never = markdown(try Documents.customer(policy: "create: never\n  match: [{email: Email}]"))
    #expect(never.contains { $0.contains("No Ledger Account is created") })
    let two = try #require(check(never, "Two candidates by email"))
    #expect(two.contains("Create two Ledger Account records with Email `") && two.contains("needs a person"))
    #expect(check(never, "Empty email") != nil)
  }

  @Test("a condition is tested on both sides of its boundary, in plain words")
  func condition() throws {
    let lines = markdown(try Documents.customer(policy: "create: 'when status in (\"active\", \"blocked\")'"))
    #expect(check(lines, "Creation on a condition", "such that status is one of `active`, `blocked`") != nil)
    #expect(check(lines, "No creation without", "such that status is none of `active`, `blocked`") != nil)
    #expect(!lines.contains { $0.contains("not so that") })
  }

  @Test("what is required or unique is neither left empty nor given twice")
  func feasible() throws {
    let lines = markdown(
      try Documents.check(
        """
        dataflow: Shop to Ledger
        flows:
        - flow: Shop Order to Ledger Invoice
          create: never
          match: [{number: Number}]
          properties:
          - {source: number, target: Number, type: string}

        """))
    #expect(check(lines, "Match by number") != nil)
    #expect(!lines.contains { $0.contains("without number") || $0.contains("Create two") || $0.contains("then two") })
  }

  @Test("the survivor of a deletion is edited, and nothing is created for it")
  func deletion() throws {
    let lines = markdown(try Documents.customer(policy: "deletion: {Shop: ignore, Ledger: unlink}"))
    #expect(check(lines, "A later edit of the Ledger Account", "No Shop Customer is created") != nil)
    #expect(check(lines, "A later edit of the Shop Customer", "No Ledger Account is created") != nil)
  }

  @Test("a held flow has one check: that nothing is written")
  func heldFlow() throws {
    let dataflow = try Documents.check(
      "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties: []\n")
    #expect(identifiers(dataflow).count == 1)
    #expect(markdown(dataflow).contains { $0.contains("held") })
  }

  @Test("a bar in a value does not end the cell, and a label's signs are no markup")
  func hostile() throws {
    let lines = markdown(
      try Documents.customer("{target: Email2, type: string, direction: at creation, constant: 'a|b_c*<i>`x'}"))
    let line = try #require(check(lines, "Email2 is given a value"))
    #expect(line.contains("`a\\|b_c*<i>ˋx`"))
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).count
    #expect(cells == 8, "five cells, two edges, and the bar behind a backslash")
  }

  @Test("the RST form has a rule as long as each heading, a table per group, and a box to tick")
  func rstForm() throws {
    let text = rst(try Documents.customer())
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let heading = try #require(lines.firstIndex { $0 == "Shop Customer to Ledger Account" })
    #expect(lines[heading + 1] == Substring(String(repeating: "-", count: 31)))
    #expect(lines.contains(".. rubric:: Creation and matching"))
    #expect(text.contains("   * - Done\n     - Check\n"))
    #expect(text.contains("   * - ☐\n     - C"))
  }
}
