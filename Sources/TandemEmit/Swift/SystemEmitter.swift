import TandemSemantics
import TandemSyntax
import TandemValues

/// Writes the Swift file of a system description: a plain struct and a static table per entity.
public enum SystemEmitter {
  /// The file for a system. Its name follows from the description's file name alone.
  public static func emit(_ system: SystemModel) -> GeneratedFile {
    let swift = SwiftSystem(system)
    var writer = SwiftWriter()
    writer.line("// \(GeneratedFile.mark) from \(SwiftLiteral.comment(system.path)). Edits are lost.")
    writer.line()
    writer.line("import TandemRuntime")
    writer.line("import TandemValues")
    writer.line()
    writer.documentation(system.about ?? "The entities of \(system.name).")
    writer.block("public enum \(swift.name)") { writer in
      writer.documentation("The form of this file. A runtime that does not know it refuses to compile it.")
      writer.line("static let format = GeneratedCodeFormat.version2")
      for entity in swift.entities {
        writer.line()
        emit(entity, into: &writer)
      }
    }
    return GeneratedFile(path: fileName(forDescription: system.path), contents: writer.text)
  }

  /// The name of the Swift file for a description's path: `Specs/systems/custom-crm.yaml` gives `CustomCRMSystem.swift`.
  public static func fileName(forDescription path: String) -> String { SwiftFileNames.description(path) }

  private static func emit(_ entity: SwiftEntity, into writer: inout SwiftWriter) {
    let model = entity.model
    writer.documentation(
      (model.about ?? "\(model.label) of \(model.system).")
        + " Declared at \(model.span.file.path):\(model.span.start.line).")
    writer.block("public struct \(entity.name): StoredEntity") { writer in
      storedProperties(entity.properties, into: &writer)
      writer.line()
      writer.documentation("A record without any value.")
      writer.line("public init() {}")
      writer.line()
      writer.documentation("The static table of the entity.")
      writer.table("schema", "EntitySchema", schema(entity))
      writer.line()
      layout(.text("schema"), entity.properties, into: &writer)
      structures(entity.properties, into: &writer)
    }
  }

  private static func storedProperties(_ properties: [SwiftProperty], into writer: inout SwiftWriter) {
    for property in properties {
      writer.documentation(documentation(property.model))
      writer.line("public var \(property.name): \(property.type)?")
    }
  }

  private static func layout(_ names: SwiftCall.Argument, _ properties: [SwiftProperty], into writer: inout SwiftWriter)
  {
    writer.documentation("The table of the stored properties.")
    let paths = properties.map { SwiftCall.Argument.text("\\.\($0.name)") }
    writer.table(
      "layout", "RecordLayout<Self>", SwiftCall("RecordLayout", [("", names), ("", .list(paths))]))
  }

  private static func structures(_ properties: [SwiftProperty], into writer: inout SwiftWriter) {
    for property in properties {
      guard let structure = property.structure else { continue }
      writer.line()
      writer.documentation("The members of \(property.model.label).")
      writer.block("public struct \(structure.name): StructuredProperty") { writer in
        storedProperties(structure.properties, into: &writer)
        writer.line()
        writer.documentation("A property without any member.")
        writer.line("public init() {}")
        writer.line()
        let names = structure.properties.map { SwiftCall.Argument.text(SwiftLiteral.string($0.model.name)) }
        layout(.list(names), structure.properties, into: &writer)
        structures(structure.properties, into: &writer)
      }
    }
  }

  private static func documentation(_ property: PropertyModel) -> String {
    var text = property.about ?? property.label
    if !text.hasSuffix(".") { text += "." }
    text += " \(typeText(property.type))"
    if property.isRequired { text += ", required" }
    if property.isReadOnly { text += ", read-only" }
    if property.isCreateOnly { text += ", given at creation only" }
    if property.isUnique { text += ", unique" }
    if !property.references.isEmpty { text += ", refers to \(property.references.joined(separator: " or "))" }
    return text + "."
  }

  private static func typeText(_ type: ValueType) -> String {
    switch type {
    case .string(let maximum?): return "Text of at most \(maximum) characters"
    case .string(nil): return "Text"
    case .integer: return "Whole number"
    case .decimal(let precision?, let scale?): return "Decimal with \(precision) digits, \(scale) after the point"
    case .decimal(nil, let scale?): return "Decimal with \(scale) digits after the point"
    case .decimal: return "Decimal"
    case .float: return "Floating-point number"
    case .boolean: return "True or false"
    case .date: return "Date"
    case .time: return "Time of day"
    case .datetime: return "Date and time, UTC"
    case .guid: return "GUID"
    case .binary: return "Bytes"
    case .json: return "JSON"
    case .enumeration(let values, let open):
      return "One of \(values.map { "`\($0)`" }.joined(separator: ", "))" + (open ? " or another" : "")
    case .object: return "Structured"
    case .list(let element): return "List of: \(typeText(element).lowercased())"
    }
  }

  private static func schema(_ entity: SwiftEntity) -> SwiftCall {
    let model = entity.model
    func position(_ position: Int?) -> SwiftCall.Argument { .text(position.map(String.init) ?? "nil") }
    return SwiftCall(
      "EntitySchema",
      [
        (
          "reference",
          .call(
            SwiftCall(
              "EntityReference",
              [
                ("system", .text(SwiftLiteral.string(model.system))),
                ("entity", .text(SwiftLiteral.string(model.name))),
              ]))
        ),
        ("label", .text(SwiftLiteral.string(model.label))),
        ("resource", .text(SwiftLiteral.string(model.resource))),
        ("properties", .list(model.properties.map { .call(propertySchema($0)) })),
        ("key", .text(String(model.key))),
        ("title", position(model.title)),
        ("modified", position(model.modified)),
        ("externalKey", position(model.externalKey)),
        ("changes", .call(changeFeed(model))),
        ("isReadOnly", .text(String(model.isReadOnly))),
      ])
  }

  private static func propertySchema(_ property: PropertyModel) -> SwiftCall {
    var arguments: [(label: String, value: SwiftCall.Argument)] = [("name", .text(SwiftLiteral.string(property.name)))]
    if property.label != property.name { arguments.append(("label", .text(SwiftLiteral.string(property.label)))) }
    arguments.append(("type", .call(SwiftLiteral.type(property.type))))
    if property.isReadOnly {
      arguments.append(("access", .text(".readOnly")))
    } else if property.isCreateOnly {
      arguments.append(("access", .text(".createOnly")))
    }
    if property.isRequired { arguments.append(("isRequired", .text("true"))) }
    if property.isUnique { arguments.append(("isUnique", .text("true"))) }
    return SwiftCall("PropertySchema", arguments)
  }

  private static func changeFeed(_ entity: EntityModel) -> SwiftCall {
    let kind: SwiftCall
    switch entity.cursorKind {
    case .rowversion: kind = SwiftCall(".rowVersion", nil)
    case .timestamp: kind = SwiftCall(".timestamp", [("lookbackSeconds", .text(String(entity.lookbackSeconds)))])
    }
    let deletions: SwiftCall
    switch entity.deletions {
    case .feed: deletions = SwiftCall(".feed", nil)
    case .keys: deletions = SwiftCall(".keyListing", nil)
    case .flag(let property):
      deletions =
        entity.position(of: property).map { SwiftCall(".flag", [("property", .text(String($0)))]) }
        ?? SwiftCall(".keyListing", nil)
    }
    return SwiftCall(
      "ChangeFeed",
      [("cursor", .text(String(entity.cursor))), ("kind", .call(kind)), ("deletions", .call(deletions))])
  }
}
