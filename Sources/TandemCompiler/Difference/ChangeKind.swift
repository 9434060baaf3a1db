/// Everything that a difference can consist of. Other programs read the raw values; none is ever given another meaning.
public enum ChangeKind: String, Sendable, Hashable, CaseIterable {
  // How a system is reached, and as what.
  case protocolChanged = "protocol-changed"
  case locationChanged = "location-changed"
  case secretChanged = "secret-changed"
  case authenticationChanged = "authentication-changed"
  case writeAccessChanged = "write-access-changed"
  case resourceChanged = "resource-changed"

  // Systems and entities.
  case entityAdded = "entity-added"
  case entityRemoved = "entity-removed"
  case keyChanged = "key-changed"
  case cursorChanged = "cursor-changed"
  case deletionsChanged = "deletions-changed"
  case modifiedChanged = "modified-changed"
  case externalKeyChanged = "external-key-changed"
  case positionsMoved = "positions-moved"

  // Properties of entities.
  case propertyAdded = "property-added"
  case propertyRemoved = "property-removed"
  case propertyTypeChanged = "property-type-changed"
  case lengthChanged = "length-changed"
  case precisionChanged = "precision-changed"
  case valuesChanged = "values-changed"
  case requiredChanged = "required-changed"
  case writableChanged = "writable-changed"
  case uniqueChanged = "unique-changed"
  case referencesChanged = "references-changed"
  case systemDefaultChanged = "system-default-changed"

  // Flows.
  case flowAdded = "flow-added"
  case flowRemoved = "flow-removed"
  case flowReversed = "flow-reversed"
  case flowRenamed = "flow-renamed"
  case heldChanged = "held-changed"
  case creationChanged = "creation-changed"
  case scopeChanged = "scope-changed"
  case matchChanged = "match-changed"
  case conflictChanged = "conflict-changed"
  case deletionChanged = "deletion-changed"
  case firstRunChanged = "first-run-changed"
  case linksOnlyChanged = "links-only-changed"

  // Rows.
  case rowAdded = "row-added"
  case rowRemoved = "row-removed"
  case rowTypeChanged = "row-type-changed"
  case conversionChanged = "conversion-changed"
  case valueMapChanged = "value-map-changed"
  case directionChanged = "direction-changed"
  case readBackChanged = "read-back-changed"
  case defaultChanged = "default-changed"
  case constantChanged = "constant-changed"
  case winsChanged = "wins-changed"
  case precedenceChanged = "precedence-changed"
  case joinChanged = "join-changed"
  case conditionChanged = "condition-changed"
  case referenceChanged = "reference-changed"
  case verdictChanged = "verdict-changed"
  case baseRebuilt = "base-rebuilt"

  // Parameters.
  case parameterAdded = "parameter-added"
  case parameterRemoved = "parameter-removed"
  case parameterChanged = "parameter-changed"

  /// True for what decides which system is reached, and with which rights: it comes before everything else.
  public var concernsAccess: Bool {
    switch self {
    case .protocolChanged, .locationChanged, .secretChanged, .authenticationChanged, .writeAccessChanged,
      .resourceChanged:
      return true
    default: return false
    }
  }
}
