/// Writes what comes nearest to a document in Protocol Buffers: two messages, a field for each end of each row.
enum ProtobufText {
  static func text(of document: Document) -> String {
    var text = """
      syntax = "proto3";

      // \(document.introduction)
      package workload.document\(document.number);


      """
    for (system, properties) in [
      (document.source, document.rows.map(\.source)), (document.target, document.rows.map(\.target)),
    ] {
      text += "message \(system.name)\(document.sourceEntity.name) {\n"
      for (position, property) in properties.enumerated() {
        text += "  \(type(property.concept.type)) \(property.name) = \(position + 1);\n"
      }
      text += "}\n\n"
    }
    return text
  }

  private static func type(_ type: String) -> String {
    switch type {
    case "integer": return "int64"
    case "decimal": return "double"
    case "boolean": return "bool"
    default: return "string"
    }
  }
}
