import TandemSemantics
import TandemSyntax
import TandemValues

/// Writes one flow of a document as a type that conforms to the runtime's `MappedFlow`.
struct FlowEmitter {
  let flow: CheckedFlow
  /// The name of the type.
  let name: String
  /// The document's path, for `#sourceLocation`.
  let document: String
  let source: SwiftEntity
  let target: SwiftEntity
  /// The names of the shared view's properties.
  let sharedNames: [String]

  init(flow: CheckedFlow, name: String, document: String, source: SwiftEntity, target: SwiftEntity) {
    self.flow = flow
    self.name = name
    self.document = document
    self.source = source
    self.target = target
    sharedNames = Self.sharedNames(of: flow)
  }

  /// Writes the type; conversions with arguments are collected for the document.
  func emit(into writer: inout SwiftWriter, conversions: inout ConversionExpressions) {
    // The closures of the writer cannot hold an inout parameter, so the collection travels as a copy.
    var collected = conversions
    writer.documentation("\(flow.title), declared at \(document):\(flow.line).")
    writer.block("public enum \(name): MappedFlow") { writer in
      writer.documentation("The entity on the left.")
      writer.line("public typealias Source = \(source.qualifiedName)")
      writer.documentation("The entity on the right.")
      writer.line("public typealias Target = \(target.qualifiedName)")
      writer.line()
      writer.documentation("The policies and shared properties.")
      writer.table("declaration", "FlowDeclaration", FlowDeclarationExpression(flow: flow, document: document).call)
      writer.line()
      sharedView(into: &writer)
      writer.line()
      viewOfSource(into: &writer, &collected)
      writer.line()
      viewOfTarget(into: &writer, &collected)
      writer.line()
      putIntoSource(into: &writer, &collected)
      writer.line()
      putIntoTarget(into: &writer, &collected)
      conditions(into: &writer)
      decision(into: &writer)
      matchKeys(into: &writer, &collected)
    }
    conversions = collected
  }
}

extension CheckedProperty {
  /// True when edits on the target are put into the source.
  var travelsBack: Bool {
    if case .join = combination { return false }
    switch direction {
    case .both, .into(.source), .onlyIfEmpty(.source): return true
    case .into(.target), .onlyIfEmpty(.target), .atCreation: return false
    }
  }

  /// True when the source's values are put into the target.
  var travelsForth: Bool {
    switch direction {
    case .into(.source), .onlyIfEmpty(.source): return false
    case .both, .into(.target), .onlyIfEmpty(.target), .atCreation: return true
    }
  }
}
