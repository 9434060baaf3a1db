import TandemValues

/// One document's flows, ready to run; generated code declares one per document.
public struct DataflowDeclaration: Sendable {
  /// The name that `sync` takes: the document's file name without its extension.
  public let name: String
  /// The title for people: `Customerp to Salesforce`.
  public let title: String
  /// The parameters that an environment may set.
  public let parameters: [ParameterDeclaration]
  /// The flows with their mappings, in the order of the document.
  public let flows: [FlowMapping]
  /// The tables of every entity that the flows map, refer to or look up.
  public let entities: [EntitySchema]

  /// Makes a declaration.
  @inline(never) public init(
    name: String, title: String, parameters: [ParameterDeclaration] = [], flows: [FlowMapping], entities: [EntitySchema]
  ) {
    self.name = name
    self.title = title
    self.parameters = parameters
    self.flows = flows
    self.entities = entities
  }
}

/// A typed value that an environment may set.
public struct ParameterDeclaration: Sendable {
  /// The name in the document.
  public let name: String
  /// The declared type.
  public let type: ValueType
  /// The value where the environment sets none; ``TandemValues/Value/absent`` when it must.
  public let defaultValue: Value

  /// Makes a parameter.
  public init(name: String, type: ValueType, defaultValue: Value = .absent) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
  }
}

/// The form of generated code that this runtime runs. Generated files name the case they were written for, so that code
/// from another generator fails to compile instead of misbehaving.
public enum GeneratedCodeFormat: Sendable {
  /// Projections into a struct per flow; entities and shared views with a layout.
  case version2
}
