import Foundation
import TandemCompiler
import TandemSyntax

/// The documents of the project and the example that uses the whole language, each in both notations, and the
/// descriptions of their systems.
public enum SampleDocuments {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The descriptions of the systems.
  public static func systems() throws -> [SourceFile] {
    try files("Specs/systems") + files("Documentation/Examples/systems")
  }

  /// The documents in their own notation, each followed by itself in the other one.
  public static func documents() throws -> [SourceFile] {
    let examples = try files("Documentation/Examples").filter { $0.path.hasSuffix(".rst") }
    return try (files("Specs/dataflows") + examples).flatMap { file -> [SourceFile] in
      guard let dataflow = Compiler.read(file).product else { return [file] }
      let isRST = dataflow.notation == .rst
      let text = isRST ? YAMLWriter.write(dataflow) : RSTWriter.write(dataflow)
      return [file, SourceFile(path: file.path + (isRST ? ".yaml" : ".rst"), text: text)]
    }
  }

  private static func files(_ folder: String) throws -> [SourceFile] {
    let directory = root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted().compactMap { name in
      guard name.contains(".") else { return nil }
      return SourceFile(path: name, bytes: Array(try Data(contentsOf: directory.appending(path: name))))
    }
  }
}
