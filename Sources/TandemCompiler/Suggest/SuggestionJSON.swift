import TandemSemantics
import TandemSyntax

/// Suggestions as an object for other programs.
public enum SuggestionJSON {
  /// The text of the object: each section with its rows and combinations, confidences in percent.
  public static func render(_ documents: [DocumentSuggestions]) -> String {
    let sections = documents.flatMap { document in document.sections.indices.map { section($0, of: document) } }
    return JSONText.object([("suggestions", .array(sections))]).text + "\n"
  }

  private static func section(_ index: Int, of document: DocumentSuggestions) -> JSONText {
    let section = document.sections[index]
    let flow = document.dataflow.flows[section.flow]
    let rows = section.rows.enumerated().map { place, suggestion in
      row(suggestion, in: flow, document.obstacles[DocumentSuggestions.RowPlace(section: index, row: place)])
    }
    return .object([
      ("file", .string(document.dataflow.file.path)), ("flow", .string(section.title)),
      ("line", .integer(section.line)), ("rows", .array(rows)),
      ("match", .array(section.alternatives.map(alternative))),
      ("values", .array(section.valueMaps.map(map))), ("needs", .array(section.needs.map { .string($0) })),
    ])
  }

  private static func row(_ row: SuggestedRow, in flow: Flow, _ obstacle: String?) -> JSONText {
    var members: [(String, JSONText)] = [
      ("source", row.row.source.map { .string($0.path.text) } ?? .null), ("target", .string(row.row.target.path.text)),
      ("type", row.row.type.map { .string($0.value) } ?? .null),
      ("direction", .string(DirectionForm.text(of: row.row.direction?.value ?? .both))),
    ]
    for clause in row.row.clauses {
      switch clause.value {
      case .reference(let source, let target): members.append(("reference", .string("\(source) to \(target)")))
      case .lookup(let entity, _): members.append(("lookup", .string(entity)))
      case .values(let name): members.append(("values", .string(name)))
      default: break
      }
    }
    members.append(("sourceConditions", conditions(row.row.source)))
    members.append(("targetConditions", conditions(row.row.target)))
    members.append(("confidence", .integer(row.confidence)))
    members.append(("reasons", .array(row.reasons.map { .string($0) })))
    members.append(("obstacle", obstacle.map { .string($0) } ?? .null))
    members.append(("yaml", .string(RowText.yaml(row.row, in: flow))))
    return .object(members)
  }

  private static func conditions(_ cell: PropertyCell?) -> JSONText {
    .array(
      (cell?.dependencies ?? []).map { dependency in
        .object([("path", .string(dependency.path.text)), ("value", .string(dependency.value.value))])
      })
  }

  private static func alternative(_ suggestion: SuggestedAlternative) -> JSONText {
    let pairs = suggestion.alternative.pairs.map { pair in
      JSONText.object([("source", .string(pair.source.path.text)), ("target", .string(pair.target.path.text))])
    }
    return .object([
      ("pairs", .array(pairs)), ("confidence", .integer(suggestion.confidence)),
      ("reasons", .array(suggestion.reasons.map { .string($0) })),
    ])
  }

  private static func map(_ map: TandemSyntax.ValueMap) -> JSONText {
    .object([
      ("name", .string(map.name.value)),
      (
        "lines",
        .array(
          map.entries.map {
            .object([("source", .string($0.source.value)), ("target", .string($0.target.value))])
          })
      ),
    ])
  }
}
