/// The names of the generated Swift files. They follow from the names of the inputs alone, because a build plugin promises
/// its outputs before anything is read; this file and the two that it needs are a part of the plugin too.
enum SwiftFileNames {
  /// The list of all documents.
  static let list = "Dataflows.swift"

  /// The file for a document's path: `Specs/dataflows/a-to-b.rst` gives `AToBDataflow.swift`.
  static func document(_ path: String) -> String { SwiftNames.type(FileStem.of(path)) + "Dataflow.swift" }

  /// The file for a description's path: `Specs/systems/custom-crm.yaml` gives `CustomCRMSystem.swift`.
  static func description(_ path: String) -> String { SwiftNames.type(FileStem.of(path)) + "System.swift" }
}
