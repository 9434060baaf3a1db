import FoundationEssentials

/// Writes a workload: `workload DIRECTORY [DOCUMENTS] [SEED]`.
@main
enum WorkloadCommand {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let directory = arguments.first else {
      print("usage: workload DIRECTORY [DOCUMENTS] [SEED]")
      throw Problem.usage
    }
    let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 500
    let seed = arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 1
    let landscape = Landscape(seed: seed)
    let documents = Document.all(count: count, in: landscape)
    for notation in ["rst", "yaml"] {
      for system in landscape.systems {
        try write("\(directory)/\(notation)/systems/\(system.name.lowercased()).yaml", DescriptionText.text(of: system))
      }
    }
    for document in documents {
      try write("\(directory)/rst/dataflows/\(document.fileName).rst", RSTText.text(of: document))
      try write("\(directory)/yaml/dataflows/\(document.fileName).yaml", YAMLText.text(of: document))
      try write("\(directory)/proto/\(document.fileName).proto", ProtobufText.text(of: document))
    }
    print("\(documents.count) documents of \(documents.first?.rows.count ?? 0) rows in \(directory)")
  }

  enum Problem: Error { case usage }

  private static func write(_ path: String, _ text: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
