import TandemSemantics
import TandemSyntax
import TandemValues

/// The default environment of a new package: sample databases, and values for parameters that have none.
enum PackageEnvironment {
  static func file(_ facts: PackageFacts) -> SourceFile {
    var lines = [
      "# Where `sync` runs when no environment is named: sample databases and the state, all below .tandem/default.",
      "# Another one is a file beside this one, and chosen with --environment NAME. Real records want 'production: true',",
      "# and are only written once the file says 'writes: true' as well.",
      "state: .tandem/default/state.sqlite",
    ]
    if !facts.systems.isEmpty { lines.append("systems:") }
    for system in facts.systems {
      let path = ".tandem/default/\(fileName(for: system)).sqlite"
      lines.append("  \(YAMLText.scalar(system)): {sqlite: \(YAMLText.path(path))}")
    }
    lines += parameters(facts)
    return SourceFile(path: "environments/default.yaml", text: lines.joined(separator: "\n") + "\n")
  }

  /// The name by which `sync` and `samples` know the system's file.
  private static func fileName(for system: String) -> String {
    system.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  private static func parameters(_ facts: PackageFacts) -> [String] {
    var lines: [String] = []
    for dataflow in facts.compilation.result.dataflows {
      let open = dataflow.parameters.filter { $0.defaultValue == nil }
      if open.isEmpty { continue }
      if lines.isEmpty {
        lines += [
          "# ASSUMPTION: the documents want these values and do not say which; write the right ones.", "parameters:",
        ]
      }
      lines.append("  \(YAMLText.scalar(dataflow.name)):")
      for parameter in open {
        lines.append("    \(YAMLText.scalar(parameter.name)): \(sample(parameter.type)) # \(parameter.type.word)")
      }
    }
    return lines
  }

  /// A value of a type, as text.
  private static func sample(_ type: ValueType) -> String {
    switch type {
    case .integer: return "0"
    case .decimal, .float: return "0.0"
    case .boolean: return "\"false\""
    case .date: return "\"2000-01-01\""
    case .time: return "\"00:00:00\""
    case .datetime: return "\"2000-01-01T00:00:00Z\""
    case .guid: return "00000000-0000-0000-0000-000000000000"
    case .enumeration(let values, _): return YAMLText.scalar(values.first ?? "value")
    case .string(let limit?) where limit < 5: return YAMLText.scalar(String("value".prefix(max(limit, 0))))
    default: return "value"
    }
  }
}
