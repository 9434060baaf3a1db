import TandemSemantics
import TandemSyntax

/// The parameters of documents, in two versions. Documents belong together when they hold the same flows.
struct ParameterDifference {
  private(set) var changes: [Change] = []

  init(from old: DifferenceSide, to new: DifferenceSide, pairing: FlowPairing) {
    var seen: Set<String> = []
    for pair in pairing.pairs where seen.insert(pair.old.dataflow.path + "\n" + pair.new.dataflow.path).inserted {
      compare(pair.old.dataflow, old.documents, pair.new.dataflow, new.documents)
    }
  }

  private mutating func compare(
    _ old: CheckedDataflow, _ oldDocuments: [String: Dataflow], _ new: CheckedDataflow,
    _ newDocuments: [String: Dataflow]
  ) {
    func place(_ parameter: CheckedParameter, _ dataflow: CheckedDataflow, _ documents: [String: Dataflow])
      -> Change.Place
    {
      let written = documents[dataflow.path]?.parameters.first { $0.name.value == parameter.name }
      return Change.Place(
        file: dataflow.path, line: written?.name.span.start.line ?? 1,
        text: "\(parameter.name): \(Self.meaning(parameter))")
    }
    let oldByName = Dictionary(old.parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let newNames = Set(new.parameters.map(\.name))
    for parameter in new.parameters {
      guard let former = oldByName[parameter.name] else {
        changes.append(
          Change(
            .parameterAdded, parameter.defaultValue == nil ? .behaviour : .none, of: new.title,
            "The parameter \(parameter.name) is new"
              + (parameter.defaultValue == nil ? ", and an environment has to set it." : "; it has a default."),
            after: [place(parameter, new, newDocuments)],
            remedy: parameter.defaultValue == nil ? .review : .nothing,
            parameter.defaultValue == nil ? "Set it in each file of `environments/`." : "Nothing has to be done."))
        continue
      }
      let (before, after) = (Self.meaning(former), Self.meaning(parameter))
      guard before != after else { continue }
      changes.append(
        Change(
          .parameterChanged, .behaviour, of: new.title,
          "The parameter \(parameter.name) is \(after), where it was \(before), for environments that set no value of their own.",
          before: [place(former, old, oldDocuments)], after: [place(parameter, new, newDocuments)], remedy: .backfill,
          "Values that were written with the former one stay until their record is edited."))
    }
    for parameter in old.parameters where !newNames.contains(parameter.name) {
      changes.append(
        Change(
          .parameterRemoved, .behaviour, of: old.title, "The parameter \(parameter.name) is gone.",
          before: [place(parameter, old, oldDocuments)], remedy: .review,
          "Remove it from the files of `environments/`, where it would be unknown."))
    }
  }

  private static func meaning(_ parameter: CheckedParameter) -> String {
    MappingWords.type(parameter.type)
      + (parameter.defaultValue.map { " with the default \(MappingWords.value($0))" } ?? "")
  }
}
