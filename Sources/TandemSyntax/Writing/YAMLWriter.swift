/// Prints documents in YAML, in the canonical form: one line per row, keys in a fixed order, quotation marks only where
/// they are needed.
public enum YAMLWriter {
  /// Prints a document. Of a document that was read from RST the layout is printed too, where it is not the canonical one.
  ///
  /// Should the layout of a line not fit what the YAML gives in RST, it is left out: a document of which one line comes
  /// back otherwise is better than one that does not come back.
  public static func write(_ dataflow: Dataflow) -> String {
    var layout = LayoutDetector.layout(of: dataflow)
    if dataflow.notation == .rst {
      layout = LayoutFit.fitting(layout) { comesBack(dataflow, from: text(of: dataflow, layout: $0)) }
    }
    return text(of: dataflow, layout: layout)
  }

  private static func text(of dataflow: Dataflow, layout: DocumentLayout) -> String {
    var output = YAMLOutput(comments: CommentIndex(dataflow.comments))
    write(dataflow, layout: layout, isCanonical: false, to: &output)
    return output.text
  }

  /// True when the YAML gives an RST document that says the same.
  private static func comesBack(_ dataflow: Dataflow, from text: String) -> Bool {
    guard let back = YAMLReader.read(SourceFile(path: dataflow.file.path, text: text)).product else { return false }
    let rst = RSTWriter.written(back, layout: back.layout)
    return Array(rst.utf8) == dataflow.file.bytes || RSTWriter.says(rst, dataflow)
  }

  /// Prints what a document says, without its comments and its layout and with canonical expressions: equal for two documents that say the same.
  static func content(of dataflow: Dataflow) -> String {
    var output = YAMLOutput()
    write(dataflow, layout: DocumentLayout(), isCanonical: true, to: &output)
    return output.text
  }

  private static func write(
    _ dataflow: Dataflow, layout: DocumentLayout, isCanonical: Bool, to output: inout YAMLOutput
  ) {
    let systems = DocumentKey.systems.filled { $0 == .system ? dataflow.target.value : dataflow.source.value }
    output.before(.document)
    output.line(DocumentKey.dataflow, YAMLText.scalar(systems, inFlow: false), of: .title)
    if let generated = dataflow.generated {
      output.before(.generated)
      output.line(DocumentKey.generated, YAMLText.quoted(generated.value), of: .generated)
    }
    YAMLLayoutWriter.write(layout, to: &output)
    if let introduction = dataflow.introduction {
      let text = IntroductionText.lines(introduction.value).joined(separator: "\n")
      output.before(.introduction)
      output.line(DocumentKey.introduction, YAMLText.quoted(text), of: .introduction)
    }
    if !dataflow.parameters.isEmpty {
      output.before(.parameters)
      output.line(DocumentKey.parameters, "", of: .parameters)
      for (number, parameter) in dataflow.parameters.enumerated() { write(parameter, number, to: &output) }
      output.end(.parameters, indentation: 2)
    }
    if !dataflow.valueMaps.isEmpty {
      output.before(.values)
      output.line(DocumentKey.values, "")
      for (number, map) in dataflow.valueMaps.enumerated() { write(map, number, to: &output) }
    }
    output.before(.flows)
    output.line(DocumentKey.flows, dataflow.flows.isEmpty ? "[]" : "")
    for (number, flow) in dataflow.flows.enumerated() {
      YAMLFlowWriter(flow: flow, number: number, isCanonical: isCanonical).write(to: &output)
    }
    output.end(.document)
  }

  private static func write(_ parameter: Parameter, _ number: Int, to output: inout YAMLOutput) {
    let keys = ColumnForm.parameters.required.compactMap(\.key)
    var pairs = [(keys[0], YAMLText.scalar(parameter.type.value, inFlow: true))]
    if let value = parameter.defaultValue {
      pairs.append((keys[1], YAMLText.scalar(value.value.content, inFlow: true)))
    }
    output.before(.parameter(number), indentation: 2)
    output.line(parameter.name.value, YAMLOutput.mapping(pairs), indentation: 2, of: .parameter(number))
  }

  /// The lines of a document's value maps, below their key.
  static func valueMaps(of dataflow: Dataflow) -> String {
    var output = YAMLOutput()
    for (number, map) in dataflow.valueMaps.enumerated() { write(map, number, to: &output) }
    return output.text
  }

  private static func write(_ map: ValueMap, _ number: Int, to output: inout YAMLOutput) {
    let word = ColumnForm.otherwise.word
    var lines = map.entries.enumerated().map { line, entry in
      let key = entry.source.value
      // The word without quotation marks speaks of all other values.
      let left = key == word ? "\"\(key)\"" : YAMLText.scalar(key, inFlow: true)
      return (
        key: left, value: YAMLText.scalar(entry.target.value, inFlow: true),
        anchor: Comment.Anchor.entry(map: number, line: line)
      )
    }
    // A key stands once in a mapping; a table that has a value twice is a list of lines.
    let isList = Set(lines.map(\.key)).count < lines.count
    if let otherwise = map.otherwise?.value {
      let words = ColumnForm.otherwise
      let text: String
      switch otherwise {
      case .error: text = words.error
      case .keep: text = words.keep
      case .empty: text = words.empty
      case .value(let value):
        text = YAMLOutput.mapping(pairs: [(DocumentKey.value, YAMLText.scalar(value, inFlow: true))])
      }
      lines.append((word, text, .otherwise(map: number)))
    }
    output.before(.valueMap(number), indentation: 2)
    if lines.contains(where: { output.comments.has($0.anchor) })
      || !lines.isEmpty && !output.comments.at(.valueMap(number), .end).isEmpty
    {
      output.line(map.name.value, "", indentation: 2, of: .valueMap(number))
      for line in lines {
        output.before(line.anchor, indentation: 4)
        output.raw("\(isList ? "- " : "")\(line.key): \(line.value)", indentation: 4, of: line.anchor)
      }
    } else {
      let pairs = lines.map { ($0.key, $0.value) }
      let text =
        isList
        ? "[" + pairs.map { YAMLOutput.mapping(pairs: [$0]) }.joined(separator: ", ") + "]"
        : YAMLOutput.mapping(pairs: pairs)
      output.line(map.name.value, text, indentation: 2, of: .valueMap(number))
    }
    output.end(.valueMap(number), indentation: 4)
  }
}

/// Receives the lines of a YAML document.
struct YAMLOutput {
  private(set) var text = ""
  /// The comments that stand between the lines.
  let comments: CommentIndex

  init(comments: CommentIndex = CommentIndex()) { self.comments = comments }

  /// A key with what stands behind it on the line; nothing where lines follow. Then the comment beside a part.
  mutating func line(_ key: String, _ value: String, indentation: Int = 0, of anchor: Comment.Anchor? = nil) {
    let key = YAMLText.scalar(key, inFlow: false)
    raw(value.isEmpty ? "\(key):" : "\(key): \(value)", indentation: indentation, of: anchor)
  }

  /// A line as it stands, and the comment beside a part.
  mutating func raw(_ line: String, indentation: Int = 0, of anchor: Comment.Anchor? = nil) {
    var line = String(repeating: " ", count: indentation) + line
    if let anchor {
      let beside = comments.at(anchor, .beside).flatMap { $0 }
      // What goes on below stands under the first mark.
      let column = line.unicodeScalars.count + 2
      for (number, comment) in beside.enumerated() {
        line += number == 0 ? "  " : "\n" + String(repeating: " ", count: column)
        line += YAMLOutput.comment(comment)
      }
    }
    text += line + "\n"
  }

  /// The comments before a part.
  mutating func before(_ anchor: Comment.Anchor, indentation: Int = 0) {
    write(comments.at(anchor, .before), indentation: indentation)
  }

  /// The comments behind the last thing in a part.
  mutating func end(_ anchor: Comment.Anchor, indentation: Int = 0) {
    write(comments.at(anchor, .end), indentation: indentation)
  }

  private mutating func write(_ comments: [[String]], indentation: Int) {
    for (number, comment) in comments.enumerated() {
      // A blank line is what divides two comments.
      if number > 0 { text += "\n" }
      for line in comment { raw(YAMLOutput.comment(line), indentation: indentation) }
    }
  }

  private static func comment(_ line: String) -> String { line.isEmpty ? "#" : "# " + line }

  /// A mapping on one line; the keys are texts, the values are YAML already.
  static func mapping(_ pairs: [(String, String)]) -> String {
    mapping(pairs: pairs.map { (YAMLText.scalar($0.0, inFlow: true), $0.1) })
  }

  /// A mapping on one line whose keys are YAML already.
  static func mapping(pairs: [(String, String)]) -> String {
    "{" + pairs.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
  }
}
