import TandemValues

/// Names of types that generated code itself uses, which nothing that it declares may hide.
///
/// `mutants hostile` and a test name systems, entities and properties after every word of generated code; what does not
/// compile then is missing here.
extension SwiftNames {
  /// The name of an entity's type, or of a structure's: `Type` is `TypeEntity`, because generated code needs the plain name.
  static func entity(_ name: String) -> String {
    let type = type(name)
    return reservedTypes.contains(type) ? type + "Entity" : type
  }

  /// The name of a system's type: `Custom CRM` is `CustomCRM`. None is that of a document's type.
  static func system(_ name: String) -> String {
    let type = type(name)
    return reservedTypes.contains(type) || type.hasSuffix("Dataflow") ? type + "System" : type
  }

  private static let reservedTypes: Set<String> = Set([
    // Swift's own.
    "Self", "Type", "Protocol", "Any", "String", "Int64", "Double", "Bool", "Array", "Optional", "Set", "UInt8",
    "Sendable",
    // The runtime's.
    "Value", "ValueType", "Field", "Entity", "EntitySchema", "EntityReference", "PropertySchema", "ChangeFeed",
    "MappingError", "MappingContext", "SharedView", "SharedProperty", "PropertySet", "FlowDeclaration", "FlowMapping",
    "MappedFlow", "FlowIdentifier", "DecimalNumber", "CalendarDate", "TimeOfDay", "Timestamp", "GUID",
    "StructuredProperty", "DataflowDeclaration", "GeneratedCodeFormat", "ParameterDeclaration", "ConversionArgument",
    "RecordLayout", "StoredEntity", "TypedSharedView",
    // Those that stand in a document's own type, and the list of documents.
    "Source", "Target", "Shared", "Conversions", "Custom", "Dataflows",
  ]).union(ConversionCatalog.all.map { "\($0)" })
}
