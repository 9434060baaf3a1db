import TandemSyntax

/// Records of entities by which suggestions are measured: whether values are unique, and whether both systems hold the
/// same ones.
public struct SampleData: Sendable {
  private var tables: [String: [String: SampleColumn]] = [:]

  /// No records.
  public init() {}

  /// Adds the records of an entity.
  ///
  /// - Parameters:
  ///   - entity: The entity; its records replace those that were added before.
  ///   - columns: The values by the path of their property, one per record; `nil` where a record has none.
  public mutating func add(_ entity: EntityModel, _ columns: [String: [String?]]) {
    tables[Self.key(entity)] = columns.mapValues(SampleColumn.init)
  }

  /// True without any records.
  public var isEmpty: Bool { tables.isEmpty }

  /// The values of a property of an entity; `nil` where the samples say nothing of it.
  func column(_ candidate: SuggestionCandidate, of entity: EntityModel) -> SampleColumn? {
    guard !tables.isEmpty, !candidate.isInList else { return nil }
    return tables[Self.key(entity)]?[candidate.path]
  }

  /// True when no two records of the entity agree in all of the properties; `nil` where that cannot be told.
  func isUnique(_ candidates: [SuggestionCandidate], of entity: EntityModel) -> Bool? {
    let columns = candidates.compactMap { column($0, of: entity) }
    guard columns.count == candidates.count, let first = columns.first, first.values.count >= 2 else { return nil }
    var seen: Set<[String]> = []
    for record in first.values.indices {
      let values = columns.compactMap { $0.values.indices.contains(record) ? $0.values[record] : nil }
      if values.count == columns.count, !seen.insert(values).inserted { return false }
    }
    return !seen.isEmpty
  }

  private static func key(_ entity: EntityModel) -> String {
    NormalizedName(entity.system).text + "." + NormalizedName(entity.name).text
  }
}

/// The values that sample records have in one property.
struct SampleColumn: Sendable {
  /// One per record, without outer blanks and in lower case; `nil` where there is none.
  let values: [String?]
  /// The different values.
  let distinct: Set<String>

  init(_ values: [String?]) {
    self.values = values.map { value in
      guard let text = value?.drop(while: { $0 == " " }).lowercased(), !text.isEmpty else { return nil }
      return text
    }
    distinct = Set(self.values.compactMap(\.self))
  }
}
