import TandemSyntax

/// Properties of persons that travel without a declared purpose.
enum PersonalData: MappingRule {
  static let rule = Rule(
    code: "T4040", name: "personal-data", category: .flow, severity: .note,
    summary: "A flow carries data about persons into another system, and the document does not say what for.",
    page: """
      Data about persons may travel for a purpose only, and whoever is asked for it should find it in the document. A
      property counts as personal where its description says `personal: true`. Where no property of the entity is marked,
      names such as a first name, a date of birth or a salary are taken for personal, which is a guess. Say the purpose in
      a comment above the flow: `tandem allows personal-data: WHAT IT IS NEEDED FOR`. It may name a last day, after which
      this note comes back.
      """,
    failing: example(before: ""),
    passing: example(before: "# tandem allows personal-data: congratulations by the shop\n"))

  private static func example(before: String) -> Rule.Example {
    let text = Examples.document(
      before
        + Examples.section(
          "Yard Client to Depot Client",
          rows: ["{source: title, target: title, type: string}", "{source: born, target: born, type: date}"],
          policy: "create: never"),
      Examples.section(
        "Yard Crate to Depot Crate", rows: ["{source: title, target: title, type: string}"], policy: "create: never"),
      title: "Yard to Depot"
    ).text
    let title = "title: {type: string, max: 40}"
    let client = ("Client", [title, "born: {type: date, personal: true}"])
    let crate = ("Crate", [title])
    return Examples.several(
      Examples.further("Yard", client, crate), Examples.further("Depot", client, crate), text)
  }

  static func check(_ flow: ResolvedFlow) {
    var found: [(path: PathResolution, row: ResolvedRow)] = []
    var isGuess = false
    for property in flow.properties where property.rows.contains(where: { $0.sourceKey != nil }) {
      let row = property.rows[0]
      let paths = [row.source, property.first.target].compactMap { $0 }
      guard let path = paths.first(where: { $0.leaf.isPersonal || $0.entity.personal.contains($0.path.property) })
      else {
        continue
      }
      found.append((path, row))
      isGuess = isGuess || !path.entity.isMarkedPersonal
    }
    guard let first = found.first else { return }
    var seen: Set<String> = []
    let distinct = found.map(\.path.path.text).filter { seen.insert($0).inserted }
    let names = Wording.list(distinct, limit: 5)
    let comment =
      "\(flow.context.document.notation == .rst ? ".. " : "# ")tandem allows personal-data: WHAT IT IS NEEDED FOR"
    flow.context.report.add(
      Diagnostic(
        rule,
        "\(names) of `\(first.path.entity.title)` \(distinct.count == 1 ? "tells" : "tell") something of a person, and no purpose is declared",
        explanation: (isGuess
          ? "This is guessed from the names; `personal: true` at the properties that are settles it. " : "")
          + "Write the purpose in a comment above the flow: `\(comment)`.",
        at: flow.head.flow.title,
        labels: found.prefix(8).map { Diagnostic.Label("`\($0.path.path.text)` travels here", at: $0.row.row.span) }))
  }

  /// True for names that mostly stand for something of a person. Names that firms have too are not among them.
  static func isTelling(_ name: String) -> Bool {
    let name = NormalizedName(name).text
    return whole.contains(name) || parts.contains { name.hasPrefix($0) || name.hasSuffix($0) }
  }

  private static let whole: Set<String> = [
    "firstname", "lastname", "surname", "givenname", "familyname", "middlename", "maidenname", "gender", "sex", "ssn",
    "bsn",
  ]
  private static let parts = [
    "birthdate", "dateofbirth", "birthday", "salary", "nationality", "passport", "maritalstatus", "religion",
    "socialsecuritynumber", "nationalid",
  ]
}
