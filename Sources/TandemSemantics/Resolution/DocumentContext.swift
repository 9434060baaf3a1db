import TandemSyntax
import TandemValues

/// What every step of checking one document needs, and what it must say only once per document.
///
/// Not checked for use by several threads: a document is opened by one and checked by another one afterwards.
final class DocumentContext: @unchecked Sendable {
  /// The document.
  let document: Dataflow
  /// The system on the left.
  let source: CatalogSystem
  /// The system on the right.
  let target: CatalogSystem
  /// Every system.
  let catalog: SystemCatalog
  /// Takes the diagnostics.
  private(set) var report: Report
  /// The conversions that the thread which checks the document has met.
  private(set) var conversions = KnownConversions()
  /// The parameters that could be typed.
  private(set) var parameters: [CheckedParameter] = []
  /// The places of the parameters, by name.
  private(set) var parameterPositions: [String: Int] = [:]
  /// The value maps, by normalised name.
  private(set) var valueMaps: [NormalizedName: TandemSyntax.ValueMap] = [:]
  /// The value maps that rows mean although they name others.
  private(set) var meantMaps: Set<NormalizedName> = []
  private var said: Set<String> = []
  private var guesses = 0

  /// Prepares a document whose two systems are known.
  init(
    document: Dataflow, source: CatalogSystem, target: CatalogSystem, catalog: SystemCatalog, report: Report
  ) {
    self.document = document
    self.source = source
    self.target = target
    self.catalog = catalog
    self.report = report
    for parameter in document.parameters { add(parameter) }
    for map in document.valueMaps {
      let key = NormalizedName(map.name.value)
      if let first = valueMaps[key] {
        report.add(DuplicateDeclaration.diagnostic("value map", map.name, first: first.name))
      } else {
        valueMaps[key] = map
      }
    }
  }

  /// Starts the check of the document, after all documents were opened.
  func begin(_ report: Report, conversions: KnownConversions) {
    self.report = report
    self.conversions = conversions
  }

  private func add(_ parameter: Parameter) {
    if let position = parameterPositions[parameter.name.value] {
      let first = document.parameters.first { $0.name.value == parameters[position].name }
      report.add(
        DuplicateDeclaration.diagnostic("parameter", parameter.name, first: first?.name ?? parameter.name))
      return
    }
    var type = TypeBuilder.plainType(parameter.type.value)
    if type == nil {
      report.add(UnknownColumnType.ofParameter(parameter))
      type = .string(maximumLength: nil)
    }
    guard let type else { return }
    var value: Value?
    if let literal = parameter.defaultValue {
      switch LiteralTyping.value(literal.value, as: type) {
      case .success(let typed): value = typed
      case .failure(let fault): report.add(UnfitLiteral.ofParameter(parameter, literal: literal, fault: fault))
      }
    }
    parameterPositions[parameter.name.value] = parameters.count
    parameters.append(CheckedParameter(name: parameter.name.value, type: type, defaultValue: value))
  }

  /// Notes that a row means a value map although it names another one, which was reported.
  func noteUse(of map: TandemSyntax.ValueMap) { meantMaps.insert(NormalizedName(map.name.value)) }

  /// True the first time that it is asked for the key: for what is said once per document.
  func isFirst(_ key: String) -> Bool { said.insert(key).inserted }

  /// What was perhaps meant by a name. Beyond a thousand unknown names in a document nothing more is guessed: comparing
  /// each with all others would take longer than anybody waits.
  func guess(_ name: String, among names: [String]) -> String? {
    guesses += 1
    return guesses > 1_000 ? nil : SpellingDistance.nearest(to: name, in: names)
  }

  /// The name of the system as the title spells it, for texts that the author is told to write.
  func spelling(of side: FlowSide) -> String { side == .source ? document.source.value : document.target.value }

  /// The system on a side.
  func system(_ side: FlowSide) -> CatalogSystem { side == .source ? source : target }

  /// True when a part of the description of the entity's system could not be read.
  func hasUnreadParts(_ entity: CatalogEntity) -> Bool {
    (entity.model.system == source.model.name ? source : target).hasUnreadParts
  }

  /// The side whose system the text names; `nil` when it names neither.
  func side(named text: String) -> FlowSide? {
    guard let system = catalog.system(named: text) else { return nil }
    if system === source { return .source }
    return system === target ? .target : nil
  }

  /// The side that the text names, or a report that it names neither.
  func side(named text: String, at span: SourceSpan, usage: String) -> FlowSide? {
    if let side = side(named: text) { return side }
    report.add(UnknownSide.diagnostic(text, at: span, usage: usage, context: self))
    return nil
  }
}

/// Two entities, in the direction of a flow.
struct EntityPair: Hashable {
  /// The number of the entity on the left.
  var source: Int
  /// The number of the entity on the right.
  var target: Int
}

extension FlowSide {
  /// The other side.
  var opposite: FlowSide { self == .source ? .target : .source }
}
