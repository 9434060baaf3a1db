import TandemEmit
import TandemSemantics
import TandemSyntax

/// One of the two versions, with what comparing needs at hand.
struct DifferenceSide {
  /// The flows of all documents, in order.
  let flows: [FlowVersion]
  /// The systems.
  let systems: [SystemModel]
  let dataflows: [CheckedDataflow]
  /// The documents as written, by path.
  let documents: [String: Dataflow]

  init(_ compilation: Compilation) {
    let documents = Dictionary(
      compilation.dataflows.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.documents = documents
    dataflows = compilation.result.dataflows
    flows = compilation.result.dataflows.flatMap { dataflow -> [FlowVersion] in
      let written = Dictionary(
        (documents[dataflow.path]?.flows ?? []).map { ($0.title.start.line, $0) },
        uniquingKeysWith: { first, _ in first })
      return dataflow.flows.map {
        FlowVersion(dataflow: dataflow, flow: $0, written: written[$0.line], document: documents[dataflow.path])
      }
    }
    systems = compilation.result.systems
  }
}

/// A flow in one of the two versions.
struct FlowVersion {
  let dataflow: CheckedDataflow
  let flow: CheckedFlow
  /// The section as written, for its places and former names.
  let written: Flow?
  /// The document as written.
  let document: Dataflow?
  /// What the state remembers of the mapping.
  let layout: FlowLayout
  private let rows: [Int: PropertyRow]

  init(dataflow: CheckedDataflow, flow: CheckedFlow, written: Flow?, document: Dataflow?) {
    self.dataflow = dataflow
    self.flow = flow
    self.written = written
    self.document = document
    layout = FlowLayout(flow)
    rows = Dictionary(
      (written?.rows ?? []).map { ($0.span.start.line, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var words: MappingWords { MappingWords(dataflow: dataflow) }
  /// `Shop Customer to Ledger Account`, in the spelling of the descriptions.
  var title: String { "\(title(.source)) to \(title(.target))" }

  func entity(_ side: FlowSide) -> EntityModel { side == .source ? flow.source : flow.target }

  /// `Shop Customer`.
  func title(_ side: FlowSide) -> String { "\(entity(side).system) \(entity(side).name)" }

  /// The system on a side.
  func system(_ side: FlowSide) -> String { entity(side).system }

  /// The entity and the property by which a group finds keys; `nil` for one that looks nothing up.
  func lookup(of property: CheckedProperty) -> (entity: EntityModel, property: String)? {
    guard case .lookup(let name, let position) = property.translation,
      let entity = dataflow.target.entities.first(where: { $0.name == name }),
      entity.properties.indices.contains(position)
    else { return nil }
    return (entity, entity.properties[position].name)
  }

  /// A place in the document; the section's title where nothing was written.
  func place(_ span: SourceSpan?, _ text: String) -> Change.Place {
    Change.Place(file: dataflow.path, line: span?.start.line ?? flow.line, text: text)
  }

  /// The row of the document at a line.
  func row(at line: Int) -> PropertyRow? { rows[line] }

  /// A row's place: `name -> Name, string, conversion trim`.
  func place(of property: CheckedProperty, line: Int) -> Change.Place {
    let inputs = property.inputs.filter { $0.line == line }
    let outputs = property.outputs.filter { $0.line == line }
    let sources = (inputs.isEmpty ? property.inputs : inputs).map { words.origin($0.origin) }
    let targets = (outputs.isEmpty ? property.outputs : outputs).map { MappingWords.path($0.path) }
    var parts = ["\(sources.joined(separator: ", ")) -> \(targets.joined(separator: ", "))"]
    parts.append(MappingWords.type(property.type))
    if let direction = RowWording.direction(property.direction, self) { parts.append(direction) }
    for condition in inputs.compactMap({ words.condition($0.condition) }) { parts.append("when \(condition)") }
    parts += RowWording.clauses(row(at: line)?.clauses.map(\.value) ?? [])
    return Change.Place(file: dataflow.path, line: line, text: parts.joined(separator: "; "))
  }

  /// The places of the value maps that a group names; those of its rows where there are none.
  func mapPlaces(of property: CheckedProperty) -> [Change.Place] {
    let names = property.lines.flatMap { row(at: $0)?.clauses.map(\.value) ?? [] }.compactMap { clause in
      if case .values(let name) = clause { return NormalizedName(name) }
      return nil
    }
    let maps = (document?.valueMaps ?? []).filter { names.contains(NormalizedName($0.name.value)) }
    guard !maps.isEmpty else { return places(of: property) }
    return maps.map { map in
      var lines = map.entries.map { "\($0.source.value) = \($0.target.value)" }
      switch map.otherwise?.value {
      case .keep: lines.append("otherwise keep")
      case .empty: lines.append("otherwise empty")
      case .value(let text): lines.append("otherwise \"\(text)\"")
      case .error, nil: break
      }
      return Change.Place(
        file: dataflow.path, line: map.name.span.start.line, text: "\(map.name.value): \(lines.joined(separator: ", "))"
      )
    }
  }

  /// The places of all rows of a group.
  func places(of property: CheckedProperty) -> [Change.Place] {
    property.lines.map { place(of: property, line: $0) }
  }
}

extension FlowSide {
  /// The other side.
  var other: FlowSide { self == .source ? .target : .source }
}

extension CheckedDirection {
  /// True when values travel into the side after a record was created.
  func travels(into side: FlowSide) -> Bool {
    switch self {
    case .both: return true
    case .into(let only), .onlyIfEmpty(let only): return only == side
    case .atCreation: return side == .target
    }
  }
}
