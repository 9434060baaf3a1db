/// Prints documents in YAML, in the canonical form: one line per row, keys in a fixed order, quotation marks only where
/// they are needed.
public enum YAMLWriter {
  /// Prints a document. Of a document that was read from RST the layout is printed too, where it is not the canonical one.
  public static func write(_ dataflow: Dataflow) -> String {
    var output = YAMLOutput()
    write(dataflow, layout: LayoutDetector.layout(of: dataflow), isCanonical: false, to: &output)
    return output.text
  }

  /// Prints what a document says, without its layout and with canonical expressions: equal for two documents that say the same.
  static func content(of dataflow: Dataflow) -> String {
    var output = YAMLOutput()
    write(dataflow, layout: DocumentLayout(), isCanonical: true, to: &output)
    return output.text
  }

  private static func write(
    _ dataflow: Dataflow, layout: DocumentLayout, isCanonical: Bool, to output: inout YAMLOutput
  ) {
    let systems = DocumentKey.systems.filled { $0 == .system ? dataflow.target.value : dataflow.source.value }
    output.line(DocumentKey.dataflow, YAMLText.scalar(systems, inFlow: false))
    if let generated = dataflow.generated { output.line(DocumentKey.generated, YAMLText.quoted(generated.value)) }
    YAMLLayoutWriter.write(layout, to: &output)
    if let introduction = dataflow.introduction {
      let text = IntroductionText.lines(introduction.value).joined(separator: "\n")
      output.line(DocumentKey.introduction, YAMLText.quoted(text))
    }
    if !dataflow.parameters.isEmpty {
      output.line(DocumentKey.parameters, "")
      for parameter in dataflow.parameters { write(parameter, to: &output) }
    }
    if !dataflow.valueMaps.isEmpty {
      output.line(DocumentKey.values, "")
      for map in dataflow.valueMaps { write(map, to: &output) }
    }
    output.line(DocumentKey.flows, dataflow.flows.isEmpty ? "[]" : "")
    for flow in dataflow.flows { YAMLFlowWriter(flow: flow, isCanonical: isCanonical).write(to: &output) }
  }

  private static func write(_ parameter: Parameter, to output: inout YAMLOutput) {
    let keys = ColumnForm.parameters.required.compactMap(\.key)
    var pairs = [(keys[0], YAMLText.scalar(parameter.type.value, inFlow: true))]
    if let value = parameter.defaultValue {
      pairs.append((keys[1], YAMLText.scalar(value.value.content, inFlow: true)))
    }
    output.line(parameter.name.value, YAMLOutput.mapping(pairs), indentation: 2)
  }

  private static func write(_ map: ValueMap, to output: inout YAMLOutput) {
    let word = ColumnForm.otherwise.word
    let lines = map.entries.map { entry in
      let key = entry.source.value
      // The word without quotation marks speaks of all other values.
      let left = key == word ? "\"\(key)\"" : YAMLText.scalar(key, inFlow: true)
      return (left, YAMLText.scalar(entry.target.value, inFlow: true))
    }
    var last: [(String, String)] = []
    if let otherwise = map.otherwise?.value {
      let words = ColumnForm.otherwise
      switch otherwise {
      case .error: last.append((word, words.error))
      case .keep: last.append((word, words.keep))
      case .empty: last.append((word, words.empty))
      case .value(let text):
        let value = YAMLText.scalar(text, inFlow: true)
        last.append((word, YAMLOutput.mapping(pairs: [(DocumentKey.value, value)])))
      }
    }
    // A key stands once in a mapping; a table that has a value twice is a list of lines.
    let isList = Set(lines.map(\.0)).count < lines.count
    let text =
      isList
      ? "[" + (lines + last).map { YAMLOutput.mapping(pairs: [$0]) }.joined(separator: ", ") + "]"
      : YAMLOutput.mapping(pairs: lines + last)
    output.line(map.name.value, text, indentation: 2)
  }
}

/// Receives the lines of a YAML document.
struct YAMLOutput {
  private(set) var text = ""

  /// A key with what stands behind it on the line; nothing where lines follow.
  mutating func line(_ key: String, _ value: String, indentation: Int = 0) {
    let key = YAMLText.scalar(key, inFlow: false)
    raw(value.isEmpty ? "\(key):" : "\(key): \(value)", indentation: indentation)
  }

  /// A line as it stands.
  mutating func raw(_ line: String, indentation: Int = 0) {
    text += String(repeating: " ", count: indentation) + line + "\n"
  }

  /// A mapping on one line; the keys are texts, the values are YAML already.
  static func mapping(_ pairs: [(String, String)]) -> String {
    mapping(pairs: pairs.map { (YAMLText.scalar($0.0, inFlow: true), $0.1) })
  }

  /// A mapping on one line whose keys are YAML already.
  static func mapping(pairs: [(String, String)]) -> String {
    "{" + pairs.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
  }
}
