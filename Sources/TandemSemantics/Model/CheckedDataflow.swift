import TandemSyntax
import TandemValues

/// A document of which every name is resolved and every row typed: all that back ends work from. They never see syntax.
public struct CheckedDataflow: Sendable {
  /// The document's file name without its extension: the name that `sync` takes.
  public var name: String
  /// The title: `Customerp to Salesforce`.
  public var title: String
  /// The document's path as it was given.
  public var path: String
  /// The system on the left.
  public var source: SystemModel
  /// The system on the right.
  public var target: SystemModel
  /// The parameters, in order.
  public var parameters: [CheckedParameter]
  /// The flows, in the order of the document. Flows with errors are not here.
  public var flows: [CheckedFlow]

  /// Makes a dataflow.
  public init(
    name: String, title: String, path: String, source: SystemModel, target: SystemModel, parameters: [CheckedParameter],
    flows: [CheckedFlow]
  ) {
    self.name = name
    self.title = title
    self.path = path
    self.source = source
    self.target = target
    self.parameters = parameters
    self.flows = flows
  }
}

/// A parameter with its type.
public struct CheckedParameter: Sendable {
  /// The name.
  public var name: String
  /// The type.
  public var type: ValueType
  /// The value where an environment sets none.
  public var defaultValue: Value?

  /// Makes a parameter.
  public init(name: String, type: ValueType, defaultValue: Value?) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
  }
}

/// A checked flow.
public struct CheckedFlow: Sendable {
  /// `customcrm.quote~customerp.order`: the normalised names `system.entity` of the two entities in alphabetical order.
  public var identifier: String
  /// The title as written: `Customcrm Quote to Customerp Order`.
  public var title: String
  /// The entity on the left.
  public var source: EntityModel
  /// The entity on the right.
  public var target: EntityModel
  /// The line of the title.
  public var line: Int
  /// The lines that say what it does besides its rows.
  public var lines: FlowLines
  /// Why the flow may not write, in words for the operator; `nil` for one that is understood.
  public var held: String?
  /// When a target is created.
  public var creation: CheckedCreation
  /// Which source records take part; `nil` for all.
  public var sourceScope: CheckedExpression?
  /// Which target records take part; `nil` for all.
  public var targetScope: CheckedExpression?
  /// The alternatives of the merge table.
  public var matching: [CheckedMatch]
  /// Which side wins conflicts.
  public var conflict: CheckedConflict
  /// What the deletion of a source record does.
  public var sourceDeletion: CheckedDeletion
  /// What the deletion of a target record does.
  public var targetDeletion: CheckedDeletion
  /// What the first run does.
  public var firstRun: FirstRun
  /// True when the author wants links and creation only.
  public var linksOnly: Bool
  /// The connected groups of rows, in the order of their first rows: the shared view.
  public var properties: [CheckedProperty]

  /// Makes a flow from its obligatory parts.
  public init(
    identifier: String, title: String, source: EntityModel, target: EntityModel, line: Int, creation: CheckedCreation,
    properties: [CheckedProperty]
  ) {
    self.identifier = identifier
    self.title = title
    self.source = source
    self.target = target
    self.line = line
    self.lines = FlowLines()
    self.creation = creation
    self.matching = []
    self.conflict = .newest
    self.sourceDeletion = .ignore
    self.targetDeletion = .ignore
    self.firstRun = .full
    self.linksOnly = false
    self.properties = properties
  }
}

/// One side of a flow, in the compiler's words.
public enum FlowSide: Sendable, Hashable {
  case source, target
}

/// When a target is created.
public enum CheckedCreation: Sendable {
  case always
  case never
  case when(CheckedExpression)
  case connected([Connection])

  /// A referring entity of the source's system, the position of its referring property, and the flow that synchronises
  /// it.
  public struct Connection: Sendable {
    /// The entity whose records refer.
    public var entity: EntityModel
    /// The position of the referring property.
    public var property: Int
    /// The identifier of the flow by whose links it is synchronised.
    public var flow: String

    /// Makes a connection.
    public init(entity: EntityModel, property: Int, flow: String) {
      self.entity = entity
      self.property = property
      self.flow = flow
    }
  }
}

/// Which side wins a conflict.
public enum CheckedConflict: Sendable, Hashable {
  case newest
  case wins(FlowSide)
  case ask
  /// The named function decides, which is written by hand.
  case handWritten(function: String)
}

/// What a deletion does to the partner.
public enum CheckedDeletion: Sendable, Hashable {
  case ignore, unlink, propagate
  /// The partner's property at the position is set to the value.
  case archive(property: Int, value: Value)
}

/// One alternative of a merge table.
public struct CheckedMatch: Sendable {
  /// The pairs that must all be equal.
  public var pairs: [Pair]

  /// Two properties brought to one form and compared.
  public struct Pair: Sendable {
    /// The source's property.
    public var source: ResolvedPath
    /// The target's property.
    public var target: ResolvedPath
    /// Brings the source's value to the target's type.
    public var conversion: (any Conversion)?

    /// Makes a pair.
    public init(source: ResolvedPath, target: ResolvedPath, conversion: (any Conversion)?) {
      self.source = source
      self.target = target
      self.conversion = conversion
    }
  }

  /// Makes an alternative.
  public init(pairs: [Pair]) { self.pairs = pairs }
}

/// A property of the shared view: a group of connected rows.
public struct CheckedProperty: Sendable {
  /// The name, unique in the flow: the path of the first target, with a number where that is taken.
  public var name: String
  /// The type in the shared view.
  public var type: ValueType
  /// What feeds it, in order of preference.
  public var inputs: [Input]
  /// How several inputs become one value.
  public var combination: Combination
  /// What it feeds; the first is read on the way back.
  public var outputs: [Output]
  /// In which direction values travel.
  public var direction: CheckedDirection
  /// The side that wins conflicts of this property.
  public var wins: FlowSide?
  /// How keys are translated.
  public var translation: Translation?
  /// The value that the target is given where the source has none.
  public var defaultValue: Value?
  /// The lines of the rows.
  public var lines: [Int]
  /// What a round trip does to values.
  public var verdict = Verdict.unknown

  /// Something on the source's side that feeds the property.
  public struct Input: Sendable {
    /// Where the value comes from.
    public var origin: Origin
    /// Converts it into the shared type; `nil` where nothing is to be done.
    public var conversion: (any Conversion)?
    /// The input counts only for records that satisfy it.
    public var condition: CheckedExpression?
    /// False for one of several inputs that is only read: its row works into the target alone, so that a value on the
    /// way back goes to another input.
    public var isWrittenBack: Bool
    /// The line of the row.
    public var line: Int

    /// The kinds of sources.
    public enum Origin: Sendable {
      /// A property of the source record.
      case property(ResolvedPath)
      /// A constant of the shared type.
      case constant(Value)
      /// The parameter at the position, converted to the shared type.
      case parameter(Int)
    }

    /// Makes an input.
    public init(origin: Origin, conversion: (any Conversion)?, condition: CheckedExpression?, line: Int) {
      self.origin = origin
      self.conversion = conversion
      self.condition = condition
      self.isWrittenBack = true
      self.line = line
    }
  }

  /// A target property that the shared property feeds.
  public struct Output: Sendable {
    /// The property.
    public var path: ResolvedPath
    /// Brings the target's own value into normal form (its `forward`); its `backward` gives what is written.
    public var normaliser: (any Conversion)?
    /// The line of the row.
    public var line: Int

    /// Makes an output.
    public init(path: ResolvedPath, normaliser: (any Conversion)?, line: Int) {
      self.path = path
      self.normaliser = normaliser
      self.line = line
    }
  }

  /// How several inputs become one value.
  public enum Combination: Sendable, Hashable {
    /// There is one input.
    case single
    /// The first input with a non-empty value, in order; written back to the one that supplies the value, else the
    /// first.
    case firstNonEmpty
    /// All non-empty values joined; there is no way back.
    case join(separator: String)
    /// The first input whose condition holds.
    case byCondition
  }

  /// How a key of one system becomes one of the other.
  public enum Translation: Sendable, Hashable {
    /// Through the links of the flow; `reversed` when that flow runs from this flow's target system to its source
    /// system.
    case reference(flow: String, reversed: Bool)
    /// Found by the natural key in the property at the position of an entity of the target's system.
    case lookup(entity: String, property: Int)
  }

  /// Makes a property.
  public init(
    name: String, type: ValueType, inputs: [Input], combination: Combination, outputs: [Output],
    direction: CheckedDirection = .both, lines: [Int]
  ) {
    self.name = name
    self.type = type
    self.inputs = inputs
    self.combination = combination
    self.outputs = outputs
    self.direction = direction
    self.lines = lines
  }
}

/// In which direction the values of a property travel.
public enum CheckedDirection: Sendable, Hashable {
  case both
  case into(FlowSide)
  case atCreation
  case onlyIfEmpty(FlowSide)
}

/// A path whose every step is known.
public struct ResolvedPath: Sendable {
  /// The steps, first the property of the entity.
  public var steps: [Step]
  /// The element conditions (`Dependant on having V in P`), by the path inside the element or record: alternatives per
  /// path.
  public var dependencies: [Dependency]

  /// One step of a path.
  public struct Step: Sendable {
    /// The name as the system spells it.
    public var name: String
    /// The position in the entity's properties, or in the object's members.
    public var position: Int
    /// The type of what stands there; for a list the path goes on in its elements.
    public var type: ValueType

    /// Makes a step.
    public init(name: String, position: Int, type: ValueType) {
      self.name = name
      self.position = position
      self.type = type
    }
  }

  /// A condition that selects the element of a list, or the record.
  public struct Dependency: Sendable {
    /// The path, from the record's entity.
    public var steps: [Step]
    /// The accepted values, as text of the property's type.
    public var values: [Value]

    /// Makes a condition.
    public init(steps: [Step], values: [Value]) {
      self.steps = steps
      self.values = values
    }
  }

  /// Makes a path.
  public init(steps: [Step], dependencies: [Dependency] = []) {
    self.steps = steps
    self.dependencies = dependencies
  }

  /// The type at the end of the path (of one element, where the path walks through a list).
  public var type: ValueType { steps[steps.count - 1].type }
  /// `address.city`.
  public var text: String { steps.count == 1 ? steps[0].name : steps.map(\.name).joined(separator: ".") }
  /// The position in the entity's list of properties.
  public var property: Int { steps[0].position }
}

/// A condition of which every name is resolved and every comparison typed.
public indirect enum CheckedExpression: Sendable {
  case property(ResolvedPath)
  case parameter(Int)
  case literal(Value)
  case comparison(Expression.Comparison, CheckedExpression, CheckedExpression)
  case membership(CheckedExpression, [Value], negated: Bool)
  case emptiness(CheckedExpression, negated: Bool)
  case and(CheckedExpression, CheckedExpression)
  case or(CheckedExpression, CheckedExpression)
  case not(CheckedExpression)
}
