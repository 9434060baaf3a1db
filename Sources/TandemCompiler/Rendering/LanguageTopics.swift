import TandemSyntax

/// The chapters of the language's page.
extension LanguageEntry.Topic {
  /// The heading.
  var title: String {
    switch self {
    case .document: return "The document"
    case .creation: return "Which records are created"
    case .matching: return "Which records are the same"
    case .step: return "What is kept in step"
    case .deletions: return "What happens when a record is deleted"
    case .lists: return "Elements of a list as records"
    case .table: return "The property table"
    case .directions: return "Directions of a row"
    case .rules: return "Rules of a row"
    case .valueMaps: return "Value maps"
    case .held: return "What is not understood never writes"
    case .layout: return "The other notation"
    }
  }

  /// Further words that people look for.
  var otherNames: [String] {
    switch self {
    case .deletions: return ["deletion"]
    case .directions: return ["direction"]
    case .valueMaps: return ["values", "value map"]
    case .rules: return ["rule", "clauses"]
    case .matching: return ["match"]
    case .creation: return ["create"]
    case .document, .step, .lists, .table, .held, .layout: return []
    }
  }

  /// What links use.
  var anchor: String { "chapter-\(rawValue)" }

  /// What stands before the entries.
  var introduction: [String] {
    switch self {
    case .document:
      return ["A document names two systems and holds a section for each pair of entities that is kept in step."]
    case .creation:
      return [
        "Creation goes from the left to the right, from the source to the target; the other direction is the other document.",
        "Which records take part at all is another question: see [Only some records](#where).",
      ]
    case .matching:
      return ["Without a match every source record gets a target of its own."]
    case .step:
      return [
        "Once two records are linked, an edit on either side travels to the other one. The sentences of this chapter stand",
        "behind the one on the link, in their order; in YAML they are keys of the flow.",
      ]
    case .deletions:
      return [
        "Said for the side on which a record is deleted; each side may have its own. Under the key `deletion` the system is",
        "the one in which the record is deleted.",
      ]
    case .lists:
      return [
        "One record of a system may hold a list whose elements are records of the other one, such as the lines of an order.",
        "The heading names the list behind the entity, and each element is a record of the flow.",
      ]
    case .table:
      return ["One row of the table is one entry under `properties`, in the same order."]
    case .directions:
      return ["The Direction column, or the key `direction` of a row. An empty cell means both ways."]
    case .rules:
      return [
        "The clauses of the Rule column, separated by `;`, are keys of the row in YAML. A clause with code stands between",
        "double back quotes.",
      ]
    case .valueMaps:
      return ["A code table between the values of the two systems, used by the rule `values`."]
    case .held:
      return [
        "Such a flow is **held**: it is checked and generated, `sync plan` says why it does not run, and nothing is created",
        "or changed. Nothing is guessed.",
      ]
    case .layout:
      return [
        "`tandem convert FILE --to yaml` prints a document in the other notation, `--to rst` back; the bytes are the same again.",
        "What an RST document lays out otherwise than usual stands in YAML under the key `layout`. It changes nothing of",
        "what the document means; lines are counted in the RST.",
      ]
    }
  }
}
