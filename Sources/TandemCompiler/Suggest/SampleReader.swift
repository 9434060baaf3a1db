import TandemSemantics
import TandemSyntax

/// Reads records of entities: a CSV file named for its entity, or JSON with lists of records by entity.
struct SampleReader {
  /// The entities that records may be of.
  let entities: [EntityModel]

  /// Adds the records of a file.
  func read(_ file: SourceFile, into samples: inout SampleData) throws(SampleProblem) {
    if file.path.hasSuffix(".json") { return try readJSON(file, into: &samples) }
    guard file.path.hasSuffix(".csv") || file.path.hasSuffix(".tsv") || file.path.hasSuffix(".txt") else {
      throw SampleProblem("'\(file.path)' is no sample; samples end in .csv or .json")
    }
    let entity = try entity(named: Self.stem(of: file.path), in: file)
    let table = try CSVRecords(file)
    var columns: [String: [String?]] = [:]
    for (index, name) in table.heading.enumerated() {
      let path = try path(name, of: entity, in: file)
      columns[path] = table.records.map { $0[index].isEmpty ? nil : $0[index] }
    }
    samples.add(entity, columns)
  }

  // MARK: - JSON

  /// JSON is YAML without its comforts, so the reader of YAML takes it apart.
  private func readJSON(_ file: SourceFile, into samples: inout SampleData) throws(SampleProblem) {
    let document = YAMLDocument.parse(file)
    if let fault = document.diagnostics.first(where: { $0.severity == .error }) {
      throw SampleProblem("\(file.path):\(fault.span.start.line): \(fault.message)")
    }
    switch document.root?.content {
    case .sequence(let records)?:
      try add(records, of: try entity(named: Self.stem(of: file.path), in: file), in: file, into: &samples)
    case .mapping(let entries)?:
      for entry in entries {
        guard case .sequence(let records) = entry.value.content else {
          throw SampleProblem(
            "\(file.path):\(entry.key.span.start.line): \"\(entry.key.text)\" holds no list of records; write "
              + "{\"Entity\": [{\"property\": \"value\"}]}")
        }
        try add(records, of: try entity(named: entry.key.text, in: file), in: file, into: &samples)
      }
    default:
      throw SampleProblem("'\(file.path)' holds no records; write {\"Entity\": [{\"property\": \"value\"}]}")
    }
  }

  private func add(
    _ records: [YAMLNode], of entity: EntityModel, in file: SourceFile, into samples: inout SampleData
  ) throws(SampleProblem) {
    var columns: [String: [String?]] = [:]
    for (number, record) in records.enumerated() {
      guard case .mapping(let entries) = record.content else {
        throw SampleProblem(
          "\(file.path):\(record.span.start.line): the record is no object; write {\"property\": \"value\"}")
      }
      for (path, value) in try values(entries, prefix: "", of: entity, in: file) {
        columns[path, default: Array(repeating: nil, count: records.count)][number] = value
      }
    }
    samples.add(entity, columns)
  }

  /// The values of a record by their paths; what stands in lists is left out.
  private func values(
    _ entries: [YAMLNode.Entry], prefix: String, of entity: EntityModel, in file: SourceFile
  ) throws(SampleProblem) -> [(String, String?)] {
    var result: [(String, String?)] = []
    for entry in entries {
      let name = prefix + entry.key.text
      switch entry.value.content {
      case .mapping(let members): result += try values(members, prefix: name + ".", of: entity, in: file)
      case .scalar(let scalar):
        let isNull = scalar.style == .plain && (scalar.text == "null" || scalar.text.isEmpty)
        result.append((try path(name, of: entity, in: file), isNull ? nil : scalar.text))
      default: _ = try path(name, of: entity, in: file)
      }
    }
    return result
  }

  // MARK: - Names

  /// The file's name without its folder and ending.
  private static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }

  private func entity(named name: String, in file: SourceFile) throws(SampleProblem) -> EntityModel {
    let wanted = NormalizedName(name)
    let exact = entities.filter { NormalizedName($0.system + $0.name) == wanted }
    let plain = entities.filter { entity in
      ([entity.name] + entity.aliases).contains { NormalizedName($0) == wanted }
    }
    let found = exact.isEmpty ? plain : exact
    if found.count == 1, let entity = found.first { return entity }
    guard let first = found.first else {
      let near = SpellingDistance.nearest(to: name, in: entities.map(\.name)).map { "; did you mean \($0)?" } ?? ""
      throw SampleProblem(
        "\(file.path): there is no entity '\(name)'\(near) Name the file, or the key in JSON, for an entity of the "
          + "documents' systems")
    }
    throw SampleProblem(
      "\(file.path): '\(name)' is an entity of \(found.map(\.system).joined(separator: " and of ")); write "
        + "'\(first.system) \(first.name)' as the name of the file, or as the key in JSON")
  }

  /// The path of a property that a column names, in any spelling.
  private func path(_ name: String, of entity: EntityModel, in file: SourceFile) throws(SampleProblem) -> String {
    var path: [String] = []
    var members = entity.properties
    for segment in name.split(separator: ".") {
      let wanted = NormalizedName(String(segment))
      let property =
        members.first { $0.name == segment } ?? members.first { NormalizedName($0.name) == wanted }
        ?? members.first { NormalizedName($0.label) == wanted }
      guard let property else {
        let near = SpellingDistance.nearest(to: String(segment), in: members.map(\.name))
        throw SampleProblem(
          "\(file.path): \(entity.system) \(entity.name) has no property '\(name)'"
            + (near.map { "; did you mean \($0)?" } ?? "; remove the column"))
      }
      path.append(property.name)
      members = property.members
    }
    guard !path.isEmpty else {
      throw SampleProblem("\(file.path): a column of \(entity.name) has no name; write that of a property")
    }
    return path.joined(separator: ".")
  }
}
