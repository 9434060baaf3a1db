import TandemSemantics
import TandemSyntax
import TandemValues

/// Writes the Swift file of a document, and the list of all documents.
public enum DataflowEmitter {
  /// The file for a document. Its name follows from the document's file name alone.
  public static func emit(_ dataflow: CheckedDataflow) -> GeneratedFile {
    emit(dataflow, source: SwiftSystem(dataflow.source), target: SwiftSystem(dataflow.target))
  }

  /// The files for several documents, in their order. What documents share is made once.
  public static func emit(_ dataflows: [CheckedDataflow]) -> [GeneratedFile] {
    var made: [ObjectIdentifier: SwiftSystem] = [:]
    for dataflow in dataflows {
      for model in [dataflow.source, dataflow.target] where made[ObjectIdentifier(model)] == nil {
        made[ObjectIdentifier(model)] = SwiftSystem(model)
      }
    }
    let systems = made
    return Parallel.map(dataflows) { dataflow in
      emit(
        dataflow, source: systems[ObjectIdentifier(dataflow.source)] ?? SwiftSystem(dataflow.source),
        target: systems[ObjectIdentifier(dataflow.target)] ?? SwiftSystem(dataflow.target))
    }
  }

  /// The names of the types of a document's flows, in the order of the flows.
  private static func flowNames(of dataflow: CheckedDataflow) -> [String] {
    let pairs = dataflow.flows.map { (source: $0.source.name, target: $0.target.name) }
    var types: [String: String] = [:]
    for pair in pairs {
      types[spelling(pair)] = SwiftNames.type(pair.source) + "To" + SwiftNames.type(pair.target)
    }
    let systems = [dataflow.source, dataflow.target].map { SwiftNames.system($0.name) }
    return SwiftNameList.unique(
      pairs.map(spelling), reserved: ["Conversions", HandWrittenCode.holder]
    ) { spelling, suffix in
      let type = types[spelling] ?? "Flow"
      // Inside of the flow the names of the systems must go on to mean them.
      return (systems.contains(type) ? type + "Flow" : type) + suffix
    }
  }

  private static func spelling(_ pair: (source: String, target: String)) -> String {
    "\(pair.source)\u{1F}\(pair.target)"
  }

  /// The generated type of the flow that is declared on a line of a document: `PMSToERPDataflow.TaskToProject`; `nil` where
  /// none is.
  public static func typeName(ofFlowAt line: Int, in dataflow: CheckedDataflow) -> String? {
    guard let place = dataflow.flows.firstIndex(where: { $0.line == line }) else { return nil }
    return typeName(of: dataflow) + "." + flowNames(of: dataflow)[place]
  }

  private static func emit(_ dataflow: CheckedDataflow, source: SwiftSystem, target: SwiftSystem) -> GeneratedFile {
    let names = flowNames(of: dataflow)
    let handWritten = HandWrittenCode(
      dataflow, namespace: typeName(of: dataflow), reserved: names + ["Conversions"])
    var conversions = ConversionExpressions(handWritten: handWritten)
    var writer = SwiftWriter()
    writer.line("// \(GeneratedFile.mark) from \(SwiftLiteral.comment(dataflow.path)). Edits are lost.")
    writer.line()
    writer.line("import TandemRuntime")
    writer.line("import TandemValues")
    writer.line()
    writer.documentation("The dataflow \(dataflow.title).")
    writer.block("public enum \(typeName(of: dataflow))") { writer in
      writer.documentation("The form of this file. A runtime that does not know it refuses to compile it.")
      writer.line("static let format = GeneratedCodeFormat.version2")
      writer.line()
      writer.documentation("The flows, ready to run.")
      writer.call(
        "public static let dataflow = ", declaration(dataflow, names: names, source: source, target: target))
      for (flow, name) in zip(dataflow.flows, names) {
        guard let sourceEntity = source.entity(flow.source.name), let targetEntity = target.entity(flow.target.name)
        else { continue }
        writer.line()
        FlowEmitter(
          flow: flow, name: name, document: dataflow.path, source: sourceEntity, target: targetEntity
        ).emit(into: &writer, conversions: &conversions)
      }
      handWritten.emit(into: &writer)
      guard !conversions.declarations.isEmpty else { return }
      writer.line()
      writer.documentation("The conversions with arguments.")
      writer.block("private enum Conversions") { writer in
        for declaration in conversions.declarations {
          writer.call("static let \(declaration.name) = ", declaration.call)
        }
      }
    }
    handWritten.emitConformances(into: &writer)
    return GeneratedFile(path: fileName(forDocument: dataflow.path), contents: writer.text)
  }

  /// The file that lists all documents for the program that runs them.
  public static func emitList(_ dataflows: [CheckedDataflow]) -> GeneratedFile {
    var writer = SwiftWriter()
    writer.line("// \(GeneratedFile.mark). Edits are lost.")
    writer.line()
    writer.line("import TandemRuntime")
    writer.line()
    writer.documentation("All dataflows of this package.")
    writer.block("public enum Dataflows") { writer in
      writer.documentation("In the order of their file names.")
      writer.line("public static let all: [DataflowDeclaration] = [")
      // The formatter takes a comma behind a single element away.
      let comma = dataflows.count > 1 ? "," : ""
      for dataflow in dataflows { writer.line("  \(typeName(of: dataflow)).dataflow\(comma)") }
      writer.line("]")
    }
    return GeneratedFile(path: SwiftFileNames.list, contents: writer.text)
  }

  /// The name of the Swift file for a document's path: `Specs/dataflows/a-to-b.rst` gives `AToBDataflow.swift`.
  public static func fileName(forDocument path: String) -> String { SwiftFileNames.document(path) }

  /// The name of a document's type. The file's name decides, and the title says where its words begin: of a document
  /// `customcrm-to-erp.rst` that is called "CustomCRM to ERP" it is `CustomCRMToERPDataflow`.
  static func typeName(of dataflow: CheckedDataflow) -> String {
    let stem = FileStem.of(dataflow.path)
    return SwiftNames.type(letters(of: stem) == letters(of: dataflow.title) ? dataflow.title : stem) + "Dataflow"
  }

  /// What two spellings of one name have in common.
  private static func letters(of name: String) -> String {
    SwiftNames.type(name).lowercased()
  }

  private static func declaration(
    _ dataflow: CheckedDataflow, names: [String], source: SwiftSystem, target: SwiftSystem
  ) -> SwiftCall {
    var arguments: [(label: String, value: SwiftCall.Argument)] = [
      ("name", .text(SwiftLiteral.string(dataflow.name))), ("title", .text(SwiftLiteral.string(dataflow.title))),
    ]
    if !dataflow.parameters.isEmpty {
      arguments.append(("parameters", .list(dataflow.parameters.map { .call(parameter($0)) })))
    }
    arguments.append(("flows", .list(names.map { .text("FlowMapping(\($0).self)") })))
    arguments.append(
      ("entities", .list(entities(dataflow, source: source, target: target).map { .text("\($0).schema") })))
    return SwiftCall("DataflowDeclaration", arguments)
  }

  private static func parameter(_ parameter: CheckedParameter) -> SwiftCall {
    var arguments: [(label: String, value: SwiftCall.Argument)] = [
      ("name", .text(SwiftLiteral.string(parameter.name))), ("type", .call(SwiftLiteral.type(parameter.type))),
    ]
    if let value = parameter.defaultValue { arguments.append(("defaultValue", .text(SwiftLiteral.value(value)))) }
    return SwiftCall("ParameterDeclaration", arguments)
  }

  /// Every entity that the flows map, look up or are connected by, once, in the order of their systems.
  private static func entities(
    _ dataflow: CheckedDataflow, source: SwiftSystem, target: SwiftSystem
  ) -> [String] {
    var sourceNames: Set<String> = []
    var targetNames: Set<String> = []
    for flow in dataflow.flows {
      sourceNames.insert(flow.source.name)
      targetNames.insert(flow.target.name)
      if case .connected(let connections) = flow.creation {
        for connection in connections { sourceNames.insert(connection.entity.name) }
      }
      for property in flow.properties {
        if case .lookup(let entity, _) = property.translation { targetNames.insert(entity) }
      }
    }
    return source.entities.filter { sourceNames.contains($0.model.name) }.map(\.qualifiedName)
      + target.entities.filter { targetNames.contains($0.model.name) }.map(\.qualifiedName)
  }
}
