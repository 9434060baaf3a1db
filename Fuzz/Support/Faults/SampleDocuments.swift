import Foundation
import TandemCompiler
import TandemSyntax

/// The documents of the project, each in both notations, and the descriptions of their systems.
public enum SampleDocuments {
  private static let specs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Specs")

  /// The descriptions of the systems.
  public static func systems() throws -> [SourceFile] { try files("systems") }

  /// The documents in their own notation, each followed by itself in the other one.
  public static func documents() throws -> [SourceFile] {
    try files("dataflows").flatMap { file -> [SourceFile] in
      guard let dataflow = Compiler.read(file).product else { return [file] }
      let isRST = dataflow.notation == .rst
      let text = isRST ? YAMLWriter.write(dataflow) : RSTWriter.write(dataflow)
      return [file, SourceFile(path: file.path + (isRST ? ".yaml" : ".rst"), text: text)]
    }
  }

  private static func files(_ folder: String) throws -> [SourceFile] {
    let directory = specs.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted().map { name in
      SourceFile(path: name, bytes: Array(try Data(contentsOf: directory.appending(path: name))))
    }
  }
}
