import TandemSyntax
import TandemValues

/// Flows that lead a value round in a ring in which it does not stay what it was.
enum UnsettledCycle: AcrossRule {
  static let rule = Rule(
    code: "T4031", name: "unsettled-cycle", category: .flow, severity: .warning,
    summary: "Flows lead a value round in a ring, and it does not come back as it was.",
    page: """
      Where A is kept in step with B, B with C and C with A, an edit reaches each record on two ways. If the rows on the
      way change the value, the two ways disagree: the edit is replaced by what came round, or the values follow each
      other for ever. The message shows such a value, found by running the rows' own conversions as the engine does, with
      the flows in every order. Rows that join properties, depend on a condition, translate keys, fill only what is empty or
      write constants are not followed, nor are rings of more than eight rows: `check --format json` lists such rows as
      `unproven` at their component. Take one row out of the ring, let it work in one direction only, or map a property that
      can hold all of the value.
      """,
    failing: ring(
      seen: "date", "{source: joined, target: seen, type: date, conversion: datetimeToDate}",
      "{source: seen, target: since, type: datetime}"),
    passing: ring(
      seen: "datetime", "{source: joined, target: seen, type: datetime}",
      "{source: seen, target: since, type: datetime}"))

  private static func ring(seen: String, _ first: String, _ second: String) -> Rule.Example {
    func document(_ title: String, _ flow: String, _ row: String) -> String {
      Examples.document(Examples.section(flow, rows: [row], policy: "create: never"), title: title).text
    }
    return Examples.several(
      Examples.further("Depot", ("Client", ["seen: {type: \(seen)}"])),
      Examples.further("Book", ("Reader", ["since: {type: datetime}"])),
      document("Shop to Depot", "Shop Customer to Depot Client", first),
      document("Depot to Book", "Depot Client to Book Reader", second),
      document("Book to Shop", "Book Reader to Shop Customer", "{source: since, target: joined, type: datetime}"))
  }

  static func check(_ graph: FlowGraph, _ findings: Report) {
    let flows = graph.cyclic.filter { !$0.isEmptyTable }
    guard flows.count > 2 else { return }
    var values = ValueGraph(flows)
    // Most rings of one pair of documents are of the same few kinds: of each kind one is tried, and all where it fails.
    var kinds: [[Int]: Int] = [:]
    var rings: [(ring: [Int], kind: Int)] = []
    var proofs: [RingProof] = []
    for ring in values.rings() where !values.isPlain(ring) {
      let signature = values.signature(of: ring)
      let kind = kinds[signature] ?? proofs.count
      if kind == proofs.count {
        kinds[signature] = kind
        proofs.append(RingProof(ring.map(values.edge)))
      }
      rings.append((ring, kind))
    }
    let isSettled = Parallel.map(proofs) { $0.finding() == nil }
    for (ring, kind) in rings where !isSettled[kind] {
      let proof = RingProof(ring.map(values.edge))
      if let finding = proof.finding() { findings.add(diagnostic(finding, proof)) }
    }
  }

  private static func diagnostic(_ finding: RingProof.Finding, _ proof: RingProof) -> Diagnostic {
    let weakest = proof.ring[proof.weakest]
    let start = proof.title(of: finding.start)
    let written = shown(finding.value)
    let message: String
    if finding.isEndless {
      let values = distinct([finding.value] + finding.seen).prefix(4).map(shown)
      message =
        "an edit of `\(start)` never comes to rest: it goes \(values.joined(separator: ", ")) and on round the ring"
    } else {
      message =
        "an edit of `\(start)` comes back changed round a ring of \(proof.ring.count) flows: \(written) becomes "
        + shown(finding.seen.last ?? .null)
    }
    let notes =
      [
        "a user writes \(written) into `\(start)`"
      ]
      + finding.writes.prefix(proof.ring.count + 2).map { write in
        "then `\(proof.title(of: write.place))` becomes \(shown(write.value))"
      }
    let advice = proof.remedy().map { remedy in
      let (context, row) = (remedy.edge.flow.context, remedy.edge.row)
      return "Let the row from `\(row.source?.title ?? "")` to `\(row.target.title)` work in one direction "
        + "(\(Advice.direction("to \(context.spelling(of: remedy.into))", in: context))), which settles it"
    }
    return Diagnostic(
      rule, message,
      explanation: "Each of the flows keeps the value in step, and together they lead it round in a ring. "
        + (advice.map { "\($0); or leave" } ?? "Leave")
        + " the property out of one of the flows, or map properties that hold all of the value and agree on it.",
      at: weakest.row.row.span,
      labels: proof.ring.filter { $0.row !== weakest.row }.map { edge in
        Diagnostic.Label(
          "keeps `\(edge.row.source?.title ?? "")` and `\(edge.row.target.title)` in step", at: edge.row.row.span)
      }, notes: notes)
  }

  private static func distinct(_ values: [Value]) -> [Value] {
    var result: [Value] = []
    for value in values where !result.contains(value) { result.append(value) }
    return result
  }

  /// A value for people; a long one by its length.
  private static func shown(_ value: Value) -> String {
    if value.isMissing { return "nothing" }
    let text = value.displayText
    return text.utf8.count > 40 ? Wording.length(of: text) : "`\(text)`"
  }
}
