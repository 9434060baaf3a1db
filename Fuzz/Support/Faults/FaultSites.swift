import TandemSyntax

/// The places of a document where a fault of each kind can be planted.
///
/// What the names of a document are and where they stand is known from reading it; marks and lines are found in its text.
struct FaultSites: Sendable {
  let dataflow: Dataflow
  let text: DocumentLines
  let descriptions: FaultDescriptions

  init(_ dataflow: Dataflow, systems: [SystemDescription]) {
    self.dataflow = dataflow
    text = DocumentLines(dataflow.file.bytes, isRST: dataflow.notation == .rst)
    descriptions = FaultDescriptions(systems)
  }

  var bytes: [UInt8] { dataflow.file.bytes }
  var isRST: Bool { text.isRST }
  var rows: [PropertyRow] { dataflow.flows.flatMap(\.rows) }

  /// All places for a fault of the kind.
  func sites(_ kind: FaultKind) -> [FaultSite] {
    switch kind {
    case .key: return keys.map { FaultSite(slip: .misspelling($0)) }
    case .capitalKey: return capitalKeys
    case .sentenceWord: return sentenceWords
    case .columnWord: return columnWords
    case .clauseWord: return clauseWords
    case .policyWord: return policyWords
    case .system: return names { $0.system }
    case .entity: return names { $0.entity }
    case .property: return properties
    case .type: return types
    case .valueMap: return valueMaps
    case .conversion: return conversions
    case .parameter: return parameters
    case .enumerationValue: return enumerationValues
    case .reference: return references
    case .missingCell: return missingCells
    case .missingType: return missingTypes
    case .swappedCells: return swappedCells
    case .swappedColumns: return swappedColumns
    case .duplicateRow: return duplicateRows
    case .droppedRequiredRow: return droppedRequiredRows
    case .wrongDirection: return wrongDirections
    case .wrongValueMap: return wrongValueMaps
    case .wrongType: return wrongTypes
    case .comparison: return comparisons
    case .quotationMark: return quotationMarks
    case .bracket: return brackets
    case .backQuotes: return backQuotes
    case .colon: return colons
    case .blankBehindColon: return blanksBehindColons
    case .itemMark: return itemMarks
    case .indentation: return indentations
    case .tab: return tabs
    case .deletedRule: return deletedRules
    case .shortRule: return shortRules
    case .deletedSentence: return deletedSentences
    case .lostKey: return lostKeys
    case .duplicateKey: return duplicateKeys
    case .duplicateSection: return duplicateSections
    case .deletedLine: return deletedLines
    case .duplicateLine: return duplicateLines
    case .movedLine: return movedLines
    case .junkLine: return junkLines
    }
  }
}

/// What the descriptions of the systems say, as far as faults depend on it.
struct FaultDescriptions: Sendable {
  private var entities: [String: EntityDescription] = [:]

  init(_ systems: [SystemDescription]) {
    for system in systems {
      for name in [system.name] + system.aliases {
        for entity in system.entities {
          for entityName in [entity.name] + entity.aliases {
            entities[Self.key(name.value, entityName.value)] = entity
          }
        }
      }
    }
  }

  private static func key(_ system: String, _ entity: String) -> String {
    NormalizedName(system).text + "." + NormalizedName(entity).text
  }

  /// The entity of a name without a list property.
  func entity(_ name: EntityName) -> EntityDescription? {
    name.element == nil ? entities[Self.key(name.system.value, name.entity.value)] : nil
  }

  /// The property that a path leads to.
  func property(_ path: PropertyPath, of name: EntityName) -> PropertyDescription? {
    var properties = entity(name)?.properties ?? []
    var found: PropertyDescription?
    for segment in path.segments {
      found = properties.first { $0.name.value == segment.value }
      properties = found?.members ?? []
    }
    return found
  }

  /// The values of a closed enumeration that a path leads to; none for anything else.
  func values(_ path: PropertyPath, of name: EntityName) -> Set<String> {
    guard let property = property(path, of: name), property.type.value == "enum", !property.isOpen else { return [] }
    return Set(property.values.map(\.value))
  }
}
