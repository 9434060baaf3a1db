import TandemSyntax

/// The descriptions of the systems that documents name: those that exist, and those that have to be made up.
struct DescriptionChoice {
  /// Descriptions that exist, in the order in which the documents name their systems.
  var found: [SourceFile] = []
  /// Descriptions that hold what the documents tell.
  var assumed: [SourceFile] = []

  init(documents: [SourceFile], descriptions: [SourceFile]) {
    let dataflows = documents.compactMap { Compiler.read($0).product }
    let known = descriptions.map { ($0, SystemReader.read($0).product) }
    var seen: Set<NormalizedName> = []
    var unknown: [String] = []
    for name in dataflows.flatMap({ [$0.source.value, $0.target.value] })
    where seen.insert(NormalizedName(name)).inserted {
      let wanted = NormalizedName(name)
      let file = known.first { _, description in
        guard let description else { return false }
        return ([description.name] + description.aliases).contains { NormalizedName($0.value) == wanted }
      }?.0
      if let file {
        if !found.contains(where: { $0 === file }) { found.append(file) }
      } else {
        unknown.append(name)
      }
    }
    assumed = unknown.map { name in
      var description = AssumedDescription(system: name)
      for dataflow in dataflows { description.add(dataflow) }
      return description.file
    }
  }
}
