import TandemCompiler
import TandemSemantics
import TandemSyntax
import Testing

@Suite("A difference between two versions tells what it does to data")
struct DifferenceTests {
  private static let document = """
    dataflow: Shop to Ledger
    parameters:
      region: {type: string, default: EU}
    values:
      Status: {active: Active, blocked: Blocked}
    flows:
    - flow: Shop Customer to Ledger Account
      where: 'status != "blocked"'
      create: always
      match:
      - {email: Email}
      conflict: newest
      deletion: {Shop: unlink}
      properties:
      - {source: name, target: Name, type: string}
      - {source: email, target: Email, type: string}
      - {source: address.street, target: Address.Street, type: string, direction: to Ledger, join: ", "}
      - {source: address.city, target: Address.Street, type: string, direction: to Ledger, join: ", "}
      - {source: status, target: Status, type: string, values: Status}
      - {source: since, target: Since, type: date}
      - {source: points, target: Points, type: integer, default: "0"}
      - {source: countryId, target: Country, type: guid, direction: to Ledger, lookup: Country, by: {name: Iso}}
      - {target: Rank, type: string, direction: at creation, constant: Preferred}
      - {source: vip, target: Priority, type: boolean, direction: to Ledger, when: 'points > 5'}
      - {source: address.country, target: Mobile, type: string, direction: to Ledger, choice: 1}
      - {source: phones.number, target: Mobile, type: string, direction: to Ledger, choice: 2, source dependencies: [{value: mobile, path: phones.kind}]}
    - flow: Shop Order to Ledger Invoice
      create: always
      match:
      - {number: Number}
      properties:
      - {source: number, target: Number, type: string}
      - {source: customerId, target: Account, type: guid, reference: Customer to Account}
      - {source: total, target: Amount, type: decimal}

    """

  /// A change of one text in one file, and what a comparison with the version before gives.
  struct Case: Sendable, CustomTestStringConvertible {
    var edits: [(old: String, new: String)]
    var file: String
    /// `data-loss row-removed`, in order.
    var expected: [String]
    /// A text that the first change's sentence or example contains.
    var says: String

    init(_ old: String, _ new: String, in file: String = "document", _ expected: String..., says: String = "") {
      edits = [(old, new)]
      self.file = file
      self.expected = expected
      self.says = says
    }

    var testDescription: String { "\(edits[0].old) -> \(edits[0].new)" }
  }

  static let cases: [Case] = [
    // What means nothing.
    Case("dataflow: Shop to Ledger", "# A remark.\ndataflow: SHOP to Ledger"),
    Case("  conflict: newest\n", ""),
    Case(
      "Status: {active: Active, blocked: Blocked}", "Status: {blocked: Blocked, active: Active}", "none base-rebuilt"),
    Case("values: Status}", "values: STATUS}"),
    // Rows.
    Case("  - {source: since, target: Since, type: date}\n", "", "data-loss row-removed", says: "`since` and `Since`"),
    Case(
      "  - {source: since, target: Since, type: date}\n",
      "  - {source: since, target: Since, type: date}\n  - {source: address.country, target: Code, type: string, direction: at creation}\n",
      "behaviour row-added", says: "only records that are created from now on"),
    Case(
      "  - {source: since, target: Since, type: date}\n",
      "  - {source: since, target: Since, type: date}\n  - {source: email, target: Email2, type: string, read back: true}\n",
      "behaviour row-added", "behaviour read-back-changed", says: "`Email2` is written from `email` too"),
    Case("points > 5", "points >= 5", "behaviour condition-changed", says: "`vip` counts where points >= 5"),
    Case("choice: 1", "choice: 3", "behaviour precedence-changed", says: "phones.number having"),
    Case(
      "  - {source: address.city, target: Address.Street, type: string, direction: to Ledger, join: \", \"}\n", "",
      "data-loss row-removed", says: "does not feed `Address.Street`"),
    Case("join: \", \"}", "join: \"; \"}", "behaviour join-changed", says: "\"; \""),
    Case(
      "{source: email, target: Email, type: string}",
      "{source: email, target: Email, type: string, conversion: lowerCase}", "behaviour conversion-changed",
      says: "lowerCase"),
    Case(
      "{source: since, target: Since, type: date}", "{source: joined, target: Since, type: date}",
      "data-loss row-removed", "data-loss row-added"),
    Case(
      "{source: name, target: Name, type: string}", "{source: name, target: Name, type: string, direction: to Ledger}",
      "behaviour direction-changed", says: "do not reach Shop any more"),
    Case(
      "{source: name, target: Name, type: string}", "{source: name, target: Name, type: string, wins: Ledger}",
      "behaviour wins-changed", says: "Ledger wins"),
    Case("default: \"0\"", "default: \"5\"", "behaviour default-changed", says: "\"5\""),
    Case("constant: Preferred", "constant: Ordinary", "behaviour constant-changed", says: "\"Ordinary\""),
    Case("by: {name: Iso}", "by: {name: Name}", "behaviour reference-changed", says: "lookup Country by Name"),
    Case(
      "Status: {active: Active, blocked: Blocked}", "Status: {active: Active}", "data-loss value-map-changed",
      says: "\"blocked\" was \"Blocked\" and is refused"),
    Case(
      "Status: {active: Active, blocked: Blocked}", "Status: {active: Blocked, blocked: Active}",
      "behaviour value-map-changed", says: "\"active\" is \"Blocked\" and was \"Active\""),
    Case(
      "Status: {active: Active, blocked: Blocked}", "Status: {active: Active, blocked: Blocked, otherwise: empty}",
      "behaviour value-map-changed", says: "any other value is left empty and was refused"),
    // Sections.
    Case(
      "  where: 'status != \"blocked\"'\n", "", "widening scope-changed", says: "All Shop Customer records take part"),
    Case("status != \"blocked\"", "status = \"active\"", "behaviour scope-changed", says: "status = \"active\""),
    Case("create: always\n  match:\n  - {email", "create: never\n  match:\n  - {email", "behaviour creation-changed"),
    Case("  - {email: Email}\n", "  - {name: Name}\n", "behaviour match-changed", says: "matched on name = Name"),
    Case("conflict: newest", "conflict: Ledger wins", "behaviour conflict-changed", says: "Ledger wins"),
    Case("deletion: {Shop: unlink}", "deletion: {Shop: propagate}", "data-loss deletion-changed", says: "is deleted"),
    Case("  conflict: newest\n", "  first run: link only\n", "behaviour first-run-changed"),
    Case("default: EU", "default: US", "behaviour parameter-changed", says: "\"US\""),
    // Descriptions.
    Case(
      "email: {type: string, max: 80}", "email: {type: string, max: 90}", in: "shop",
      "data-loss length-changed",
      says: "loses a value that is longer than 80 characters now"),
    Case(
      "Email: {type: string, max: 80}", "Email: {type: string, max: 40}", in: "ledger", "data-loss length-changed",
      says: "string(40), where it was string(80)"),
    Case(
      "Email: {type: string, max: 80}", "Email: {type: string, max: 200}", in: "ledger", "data-loss length-changed",
      says: "Ledger \"xxxx"),
    Case(
      "Street: {type: string, max: 50}, City", "Street: {type: string, max: 200}, City", in: "ledger",
      "widening length-changed"),
    Case(
      "required: true, unique: true}\n      Account", "unique: true}\n      Account", in: "ledger",
      "widening required-changed", says: "not required any more"),
    Case(
      "Email2: {type: string, max: 80}", "Email2: {type: string, max: 40}", in: "ledger", "none length-changed"),
    Case(
      "Amount: {type: decimal, precision: 12, scale: 2}", "Amount: {type: decimal, precision: 12, scale: 1}",
      in: "ledger", "data-loss precision-changed", says: "decimal(12, 1)"),
    Case(
      "Status: {type: enum, values: [Active, Blocked]}", "Status: {type: enum, values: [Active, Blocked, Dormant]}",
      in: "ledger", "data-loss values-changed", says: "Ledger \"Dormant\" -> shared view \"Dormant\", refused"),
    Case(
      "Number: {type: string, max: 20, required: true, unique: true}",
      "Number: {type: string, max: 20, required: true}",
      in: "ledger", "behaviour unique-changed", says: "may find several"),
    Case(
      "Since: {type: date}", "Since: {type: date, required: true}", in: "ledger", "behaviour required-changed",
      says: "is required"),
    Case(
      "      Logo: {type: binary}\n", "", in: "ledger", "data-loss positions-moved", "none property-removed",
      says: "From `Logo` on"),
    Case(
      "      Version: {type: integer, readOnly: true}\n  Invoice:",
      "      Version: {type: integer, readOnly: true}\n      Notes: {type: string}\n  Invoice:", in: "ledger",
      "none property-added"),
    Case("about: The ledger of the examples.", "protocol: odata", in: "ledger", "data-loss protocol-changed"),
    Case("Account:\n    title", "Account:\n    resource: acc\n    title", in: "ledger", "data-loss resource-changed"),
    Case(
      "    externalKey: SyncId\n    properties:\n      Key: {type: guid, key: true, readOnly: true}\n      Name",
      "    properties:\n      Key: {type: guid, key: true, readOnly: true}\n      Name", in: "ledger",
      "behaviour external-key-changed"),
    Case(
      "deletes: {kind: feed}", "deletes: {kind: keys}", in: "shop", "behaviour deletions-changed",
      "none deletions-changed"),
    Case("label: Account name", "label: Name of the account", in: "ledger"),
    Case(
      "name: {type: string, max: 50, required: true}", "name: {type: string, max: 50, required: true, default: none}",
      in: "shop", "behaviour system-default-changed", says: "\"none\""),
    Case(
      "Since: {type: date}", "Since: {type: date, inferred: true}", in: "ledger"),
    Case(
      "Email2: {type: string, max: 80}", "Email2: {type: string, max: 80, readOnly: true}", in: "ledger",
      "none writable-changed", says: "can only be read"),
    Case("points: {type: integer}", "points: {type: decimal}", in: "shop", "data-loss property-type-changed"),
    Case(
      "Account: {type: guid, required: true, ref: Account}",
      "Account: {type: guid, required: true, ref: [Account, Country]}", in: "ledger",
      "behaviour references-changed", says: "Account, Country"),
    Case(
      "modified: Changed\n", "", in: "ledger", "behaviour modified-changed", "none modified-changed",
      says: "read from no property"),
    Case(
      "cursor: rowVersion, kind: rowversion", "cursor: id, kind: rowversion", in: "shop",
      "behaviour cursor-changed", "none cursor-changed", says: "`id` (rowversion)"),
    Case("  Receipt:\n", "  Slip:\n", in: "ledger", "none entity-added", "none entity-removed"),
    Case(
      "  Period:\n    readOnly: true\n", "  Period:\n", in: "ledger", "none write-access-changed",
      says: "where they were only read"),
    Case(
      "      Key: {type: guid, key: true, readOnly: true}\n      Text: {type: string, max: 80}",
      "      Key: {type: guid, readOnly: true}\n      Text: {type: string, max: 80, key: true}",
      in: "ledger",
      "none key-changed", "none unique-changed", "none unique-changed", says: "The key is `Text`"),
    Case(
      "  region: {type: string, default: EU}\n",
      "  region: {type: string, default: EU}\n  zone: {type: string}\n", "behaviour parameter-added"),
    Case("parameters:\n  region: {type: string, default: EU}\n", "", "behaviour parameter-removed"),
    Case(
      "create: always\n  match:\n  - {email", "create: {remark: \"When they have paid\"}\n  match:\n  - {email",
      "data-loss held-changed", "behaviour creation-changed", says: "is held now"),
    Case(
      "{source: points, target: Points, type: integer", "{source: points, target: Points, type: decimal",
      "behaviour row-type-changed"),
  ]

  /// The version of a case, or the one that all start from.
  private static func compile(_ change: Case? = nil) throws -> Compilation {
    func text(_ name: String, _ text: String) throws -> String {
      guard let change, change.file == name else { return text }
      var text = text
      for edit in change.edits {
        try #require(!text.ranges(of: edit.old).isEmpty, "\(edit.old) is not in \(name)")
        text = text.replacing(edit.old, with: edit.new)
      }
      return text
    }
    let systems = try ExampleSystems.all.map { file in
      SourceFile(path: file.path, text: try text(file.path.contains("shop") ? "shop" : "ledger", file.text))
    }
    let file = SourceFile(path: "flow.yaml", text: try text("document", document))
    let compilation = Compiler.check(documents: [file], systems: systems)
    let errors = compilation.diagnostics.filter { $0.severity == .error }.map { "\($0.span.start.line) \($0.message)" }
    #expect(errors.isEmpty, "\(errors)")
    return compilation
  }

  @Test(arguments: cases) func aChangeIsToldWithItsEffect(change: Case) throws {
    let difference = DataflowDifference(from: try Self.compile(), to: try Self.compile(change))
    let found = difference.changes.map { "\($0.effect.rawValue) \($0.kind.rawValue)" }
    let told = difference.changes.map { $0.sentence + " " + ($0.example ?? "") }
    #expect(found == change.expected, "\(told)")
    #expect(change.says.isEmpty || (told.first ?? "").contains(change.says), "\(told)")
    for told in difference.changes {
      #expect(!told.advice.isEmpty && told.sentence.hasSuffix("."), "\(told.sentence)")
      #expect(!(told.before + told.after).isEmpty && (told.before + told.after).allSatisfy { $0.line > 0 })
    }
  }

  @Test func nothingIsToldOfTheSameVersion() throws {
    let difference = DataflowDifference(from: try Self.compile(), to: try Self.compile())
    #expect(difference.changes.isEmpty && difference.states.isEmpty && difference.exitStatus == 0)
  }

  @Test func aDocumentAndItsOtherNotationAreTheSame() throws {
    let old = try Self.compile()
    let written = RSTWriter.write(try #require(old.dataflows.first))
    let file = SourceFile(path: "other.rst", text: written)
    let new = Compiler.check(documents: [file], systems: ExampleSystems.all)
    #expect(new.dataflows.first?.flows.count == 2)
    #expect(DataflowDifference(from: old, to: new).changes.isEmpty)
  }

  // MARK: - Whole flows

  private static func differences(_ old: String, _ new: String) -> DataflowDifference {
    func compile(_ text: String) -> Compilation {
      Compiler.check(documents: [SourceFile(path: "flow.yaml", text: text)], systems: ExampleSystems.all)
    }
    return DataflowDifference(from: compile(old), to: compile(new))
  }

  private static let countries = """
    - flow: Shop Country to Ledger Country
      create: always
      match: [{code: Iso}]
      properties:
      - {source: code, target: Iso, type: string}

    """

  @Test func aFlowThatComesOrGoesIsToldOnceAndNotByItsRows() {
    let more = Self.differences(Self.document, Self.document + Self.countries)
    #expect(more.changes.map(\.kind) == [.flowAdded] && more.exitStatus == 1)
    #expect(more.states.map(\.kind) == [.new] && more.states.first?.flow == "ledger.country~shop.country")
    let less = Self.differences(Self.document + Self.countries, Self.document)
    #expect(less.changes.map(\.kind) == [.flowRemoved] && less.exitStatus == 3)
    #expect(less.states.map(\.kind) == [.unclaimed])
  }

  @Test func sectionsAndRowsMayMove() {
    let head = "dataflow: Shop to Ledger\nflows:\n"
    let accounts = """
      - flow: Shop Customer to Ledger Account
        match: [{email: Email}]
        properties:
        - {source: name, target: Name, type: string}
        - {source: since, target: Since, type: date}

      """
    let moved = """
      - flow: SHOP customer to Ledger Account
        match: [{email: Email}]
        properties:
        - {source: since, target: Since, type: date}
        # The name comes last.
        - {source: name, target: Name, type: string}

      """
    let difference = Self.differences(head + accounts + Self.countries, head + Self.countries + moved)
    #expect(difference.changes.isEmpty, "\(difference.changes.map(\.sentence))")
  }

  @Test func anEntityWithANewNameIsTheSameFlowUnderAnotherIdentity() {
    let ledger = ExampleSystems.all[1]
    let renamed = SourceFile(
      path: ledger.path,
      text: ledger.text.replacing("  Country:\n", with: "  Land:\n    resource: Country\n").replacing(
        "ref: Country", with: "ref: Land"))
    let head = "dataflow: Shop to Ledger\nflows:\n"
    let old = Compiler.check(
      documents: [SourceFile(path: "flow.yaml", text: head + Self.countries)], systems: ExampleSystems.all)
    let text = (head + Self.countries).replacing("Ledger Country\n", with: "Ledger Land\n  was: {Ledger: Country}\n")
    let new = Compiler.check(
      documents: [SourceFile(path: "flow.yaml", text: text)], systems: [ExampleSystems.all[0], renamed])
    #expect(!new.hasErrors, "\(new.diagnostics.map(\.message))")
    let difference = DataflowDifference(from: old, to: new)
    #expect(difference.changes.filter { $0.effect != .none }.map(\.kind) == [.flowRenamed])
    #expect(difference.states.map(\.kind) == [.new], "the state knows nothing of the new identity")
    let forgotten = DataflowDifference(
      from: old,
      to: Compiler.check(
        documents: [SourceFile(path: "flow.yaml", text: text.replacing("  was: {Ledger: Country}\n", with: ""))],
        systems: [ExampleSystems.all[0], renamed]))
    #expect(
      Set(forgotten.changes.filter { $0.effect != .none }.map(\.kind)) == [.flowAdded, .flowRemoved, .entityRemoved])
  }

  @Test func entitiesThatChangeSidesAreDangerous() {
    let old = "dataflow: Shop to Ledger\nflows:\n" + Self.countries
    let new = """
      dataflow: Ledger to Shop
      flows:
      - flow: Ledger Country to Shop Country
        create: always
        match: [{Iso: code}]
        properties:
        - {source: Iso, target: code, type: string}

      """
    let difference = Self.differences(old, new)
    #expect(difference.changes.first?.kind == .flowReversed && difference.exitStatus == 3)
  }

  @Test func accessComesBeforeEverythingElse() throws {
    func environment(_ text: String) -> [SourceFile] { [SourceFile(path: "environments/live.yaml", text: text)] }
    let access = EnvironmentDifference.changes(
      from: environment(
        "systems:\n  Shop: {host: shop.example, secret: SHOP, grant: password}\nparameters: {flow: {a: 1}}\n"),
      to: environment(
        "writes: true\nsystems:\n  Shop: {host: other.example, secret: SHOP2, grant: code}\nparameters: {flow: {a: 2}}\n"
      ))
    #expect(access.map(\.kind) == [.writeAccessChanged, .locationChanged, .secretChanged, .authenticationChanged])
    let removal = try #require(Self.cases.first { $0.expected == ["data-loss row-removed"] })
    let difference = DataflowDifference(from: try Self.compile(), to: try Self.compile(removal), access: access)
    #expect(
      difference.changes.map(\.kind) == [
        .locationChanged, .secretChanged, .authenticationChanged, .writeAccessChanged, .rowRemoved,
      ])
    #expect(difference.changes[0].after.first?.line == 3)
  }

  @Test func aFlowThatOnlyLinksFromNowOnSaysSoAndLosesItsRows() {
    let head = "dataflow: Shop to Ledger\nflows:\n"
    let rows = "  properties:\n  - {source: code, target: Iso, type: string}\n"
    let linking = Self.countries.replacing(rows, with: "  links only: true\n")
    #expect(linking != Self.countries)
    let difference = Self.differences(head + Self.countries, head + linking)
    #expect(difference.changes.map(\.kind) == [.rowRemoved, .linksOnlyChanged])
    #expect(difference.states.first?.dropped == ["Iso"])
  }

  @Test func everyKindOfChangeIsTestedSomewhere() {
    let inCases = Set(Self.cases.flatMap(\.expected).compactMap { $0.split(separator: " ").last.map(String.init) })
    let inTests: Set<ChangeKind> = [
      .flowAdded, .flowRemoved, .flowReversed, .linksOnlyChanged, .flowRenamed, .locationChanged, .secretChanged,
      .authenticationChanged,
    ]
    // What neither rows nor descriptions explain cannot come from one version of the checker.
    let left = ChangeKind.allCases.filter {
      !inCases.contains($0.rawValue) && !inTests.contains($0) && $0 != .verdictChanged
    }
    #expect(left.isEmpty, "\(left)")
  }

  // MARK: - Reports

  @Test func markdownHoldsWhatDocumentsMaySayWithoutBreaking() throws {
    let hostile = Case("constant: Preferred", "constant: \"a|b ``` <script> @all\"", "behaviour constant-changed")
    let text = DifferenceMarkdown.render(DataflowDifference(from: try Self.compile(), to: try Self.compile(hostile)))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // The table has its two rules only, and the fence is longer than the run of marks inside.
    #expect(lines.filter { $0.hasPrefix("|") }.allSatisfy { $0.filter { $0 == "|" }.count == 4 })
    #expect(lines.contains("````diff") && lines.contains("````"))
    #expect(!text.replacing("+ flow.yaml", with: "").contains("\n<script>") && text.contains("\\<script\\>"))
    #expect(text.contains("behaviour") && text.contains("**Backfill.**"))
  }

  @Test func theTextNamesPlacesAndWhatToDo() throws {
    let removal = try #require(Self.cases.first { $0.expected == ["data-loss row-removed"] })
    let text = DifferenceText.render(DataflowDifference(from: try Self.compile(), to: try Self.compile(removal)))
    #expect(
      text == """
        data loss[row-removed]: Shop Customer to Ledger Account
          `since` and `Since` are not kept in step any more: later values do not reach the other side, and new records
            are created without them.
          - flow.yaml:20: since -> Since; date
          state: the base is dropped with the rows
          review: Make sure that nobody needs the values; both sides keep what they hold.

        The next run:
          Shop Customer to Ledger Account: looks at every record of the flow, the base of `Since` dropped, 9
            properties with the base that they have.

        1 change: 1 with data loss

        """)
  }
}
