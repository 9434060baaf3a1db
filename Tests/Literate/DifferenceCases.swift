import Testing

/// Changes of single texts, each with what a comparison tells of it.
extension DifferenceTests {
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
}
