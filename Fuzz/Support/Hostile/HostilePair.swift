import TandemSyntax

/// Two systems with hostile names and a document between them that uses what the language has.
struct HostilePair {
  private(set) var document: SourceFile
  private(set) var systems: [SourceFile]
  /// The texts that generated literals must say, in UTF-8.
  let texts: Set<[UInt8]>

  init(number: Int, names: inout HostileNames) {
    let (left, right) = (names.system(), names.system())
    let entities = [names.distinct(3, like: HostileNames.isPathName), names.distinct(3, like: HostileNames.isPathName)]
    var texts: Set<[UInt8]> = []
    let values = (0..<4).map { place in "v\(place)" + names.text() }
    let sides = zip([left, right], entities).map { system, entities in
      HostileSide(system: system, entities: entities, values: values, names: &names, texts: &texts)
    }
    systems = sides.enumerated().map { place, side in
      SourceFile(path: "specs/systems/\(names.fileStem(number * 2 + place)).yaml", text: side.text)
    }
    var text = "dataflow: \(Self.quoted("\(left) to \(right)"))\nintroduction: \(Self.quoted(names.text()))\n"
    let fallback = names.text()
    text += "parameters:\n  least: {type: string, default: \(Self.quoted(fallback))}\n"
    texts.insert(Array(fallback.utf8))
    text += "values:\n  Map:\n"
    for (place, value) in values.enumerated() {
      text += "    \(Self.quoted(value)): \(Self.quoted(values[(place + 1) % values.count]))\n"
    }
    text += "flows:\n"
    for index in 0..<3 {
      text += Self.flow(sides[0], sides[1], index, values, &names, &texts)
    }
    // Held, because it has no rows: its title stands in what is said of it.
    text += "- flow: '\(left) \(entities[0][0]) to \(right) \(entities[1][1])'\n  properties: []\n"
    document = SourceFile(path: "specs/\(names.fileStem(number)).yaml", text: text)
    self.texts = texts
  }

  private static func flow(
    _ left: HostileSide, _ right: HostileSide, _ index: Int, _ values: [String], _ names: inout HostileNames,
    _ texts: inout Set<[UInt8]>
  ) -> String {
    let (source, target) = (left.records[index], right.records[index])
    let constant = names.text()
    let fallback = names.text()
    let separator = ", "
    let literal = names.text()
    texts.formUnion([constant, fallback, literal].map { Array($0.utf8) })
    // Expressions have escapes of their own for two characters and none for line ends.
    let expression = literal.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    var text = "- flow: '\(left.system) \(source.name) to \(right.system) \(target.name)'\n"
    text +=
      "  where: \(quoted("\(source.text[0]) != \"\(expression)\" or \(source.whole) > 3 or \(source.text[1]) in (\"a\", \"\(expression)\")"))\n"
    text += "  deletion: {\(quoted(left.system)): \(quoted("archive with \(target.text[1]) = \"\(expression)\""))}\n"
    text += "  create: \(quoted("when \(source.text[1]) is not empty"))\n"
    text += "  match:\n  - {\(quoted(source.text[0])): \(quoted(target.text[0]))}\n"
    text += "  properties:\n"
    func row(_ parts: String...) { text += "  - {\(parts.joined(separator: ", "))}\n" }
    func to(_ path: String) -> String { "target: \(quoted(path))" }
    func from(_ path: String) -> String { "source: \(quoted(path))" }
    row(from(source.text[0]), to(target.text[0]), "type: string")
    row(from(source.text[1]), to(target.text[1]), "type: string", "default: \(quoted(fallback))")
    row(from(source.whole), to(target.whole), "type: integer")
    if index > 0 {
      let entities = "\(left.records[0].name) to \(right.records[0].name)"
      row(from(source.reference), to(target.reference), "type: integer", "reference: \(quoted(entities))")
    }
    row(from(source.number), to(target.number), "type: decimal")
    row(from(source.day), to(target.day), "type: date")
    row(from(source.kind), to(target.kind), "type: string", "values: Map")
    row(
      from("\(source.object).\(source.member[0])"), to("\(target.object).\(target.member[0])"), "type: string",
      "direction: \(quoted("to \(right.system)"))")
    let dependency = "[{value: \(quoted(values[0])), path: \(quoted("\(source.list).\(source.element[0])"))}]"
    row(
      from("\(source.list).\(source.element[1])"), "source dependencies: \(dependency)", to(target.text[2]),
      "type: string")
    row(to(target.text[3]), "type: string", "direction: at creation", "constant: \(quoted(constant))")
    row(to(target.text[4]), "type: string", "direction: at creation", "parameter: least")
    row(from(source.text[2]), to(target.text[5]), "type: string", "choice: 1", "when: \(quoted("\(source.truth)"))")
    row(from(source.text[3]), to(target.text[5]), "type: string", "choice: 2")
    row(from(source.text[4]), to(target.text[6]), "type: string", "join: \(quoted(separator))")
    row(from(source.text[5]), to(target.text[6]), "type: string", "join: \(quoted(separator))")
    let conversion = "fixedDefault(text: \"\(expression)\")"
    row(
      from(source.text[6]), to("\(target.object).\(target.member[1])"),
      "type: string", "conversion: \(quoted(conversion))")
    return text
  }

  /// A text in double quotation marks of YAML, which have an escape for everything.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case " "..."~": result.unicodeScalars.append(scalar)
      // A key may not be longer than 1,024 characters, so letters stand as they are.
      case _ where scalar.properties.isAlphabetic && !scalar.properties.isDefaultIgnorableCodePoint:
        result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
      }
    }
    return result + "\""
  }
}
