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
