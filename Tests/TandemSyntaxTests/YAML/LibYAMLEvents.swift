import CLibYAML
import TandemSyntax

/// What libyaml makes of a text: one line per event, or `nil` when it refuses the text.
func libYAMLEvents(_ bytes: [UInt8]) -> [String]? {
  var parser = yaml_parser_t()
  guard yaml_parser_initialize(&parser) == 1 else { return nil }
  defer { yaml_parser_delete(&parser) }
  return bytes.withUnsafeBufferPointer { buffer -> [String]? in
    var empty: UInt8 = 0
    return withUnsafePointer(to: &empty) { nothing -> [String]? in
      yaml_parser_set_input_string(&parser, buffer.baseAddress ?? nothing, buffer.count)
      var events: [String] = []
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
        defer { yaml_event_delete(&event) }
        switch event.type {
        case YAML_STREAM_END_EVENT: return events
        case YAML_MAPPING_START_EVENT: events.append("{")
        case YAML_MAPPING_END_EVENT: events.append("}")
        case YAML_SEQUENCE_START_EVENT: events.append("[")
        case YAML_SEQUENCE_END_EVENT: events.append("]")
        case YAML_ALIAS_EVENT: events.append("*")
        case YAML_DOCUMENT_START_EVENT: events.append("---")
        case YAML_SCALAR_EVENT:
          let scalar = event.data.scalar
          let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
          let marks: [yaml_scalar_style_t: String] = [
            YAML_PLAIN_SCALAR_STYLE: "=", YAML_SINGLE_QUOTED_SCALAR_STYLE: "'", YAML_DOUBLE_QUOTED_SCALAR_STYLE: "\"",
            YAML_LITERAL_SCALAR_STYLE: "|", YAML_FOLDED_SCALAR_STYLE: ">",
          ]
          events.append((marks[scalar.style] ?? "?") + text)
        default: break
        }
      }
    }
  }
}

extension yaml_scalar_style_t: @retroactive Hashable {}

/// The same of Tandem's own nodes.
func events(of document: YAMLDocument) -> [String] {
  guard let root = document.root else { return [] }
  return ["---"] + events(of: root)
}

private func events(of node: YAMLNode) -> [String] {
  switch node.content {
  case .mapping(let entries): return ["{"] + entries.flatMap { [event(of: $0.key)] + events(of: $0.value) } + ["}"]
  case .sequence(let items): return ["["] + items.flatMap { events(of: $0) } + ["]"]
  case .scalar(let scalar): return [event(of: scalar)]
  case .broken: return ["broken"]
  }
}

private func event(of scalar: YAMLScalar) -> String {
  switch scalar.style {
  case .plain: return "=" + scalar.text
  case .singleQuoted: return "'" + scalar.text
  case .doubleQuoted: return "\"" + scalar.text
  case .literal: return "|" + scalar.text
  case .folded: return ">" + scalar.text
  }
}
