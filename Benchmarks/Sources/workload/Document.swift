/// A document of a workload: one flow between the same entity of two systems, twenty rows.
struct Document {
  var number: Int
  var source: Landscape.System
  var target: Landscape.System
  var entity: Int

  /// So many documents over the pairs of systems; each pair has every entity before the next pair begins, so that
  /// references find the flows that they need.
  static func all(count: Int, in landscape: Landscape) -> [Document] {
    var documents: [Document] = []
    for (left, source) in landscape.systems.enumerated() {
      for target in landscape.systems[(left + 1)...] {
        for entity in source.entities.indices where documents.count < count {
          documents.append(Document(number: documents.count + 1, source: source, target: target, entity: entity))
        }
      }
    }
    return documents
  }

  var sourceEntity: Landscape.Entity { source.entities[entity] }
  var targetEntity: Landscape.Entity { target.entities[entity] }
  var sourceName: String { source.name + " " + sourceEntity.name }
  var targetName: String { target.name + " " + targetEntity.name }

  /// The file's name without its extension.
  var fileName: String {
    let digits = String(number)
    return "dataflow-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The rows: pairs of properties that mean the same.
  var rows: [(source: Landscape.Property, target: Landscape.Property)] {
    zip(sourceEntity.properties, targetEntity.properties).filter { row in
      if case .kept = row.0.concept.role { return false }
      return true
    }.map { ($0.0, $0.1) }
  }

  /// The rows that recognise records.
  var identifyingRows: [(source: Landscape.Property, target: Landscape.Property)] {
    rows.filter { row in
      if case .identifying = row.source.concept.role { return true }
      return false
    }
  }

  /// What the value map translates.
  static let values = [("open", "O"), ("active", "A"), ("closed", "C")]

  /// A sentence about the document.
  var introduction: String {
    "Both \(source.name) and \(target.name) know the \(sourceEntity.name.lowercased()); this document of the "
      + "generated workload says how its properties are kept in step."
  }
}
