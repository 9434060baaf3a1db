import Foundation
import FuzzSupport
import TandemEmit
import Testing

@Suite("The generated code of this repository") struct GeneratedCodeTests {
  @Test("compiles without a warning")
  func warnings() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let directory = package + "/Generated/Swift"
    let names = try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".swift") }
    #expect(names.filter { $0.hasSuffix("Dataflow.swift") }.count == 5)
    let files = try names.sorted().map { name in
      GeneratedFile(path: name, contents: try String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8))
    }
    guard let modules = TypeCheck.modulesBesideTests else {
      print("not compiled: the modules of the runtime are not beside the tests")
      return
    }
    let work = FileManager.default.temporaryDirectory.path + "/tandem-generated-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: work) }
    let complaints = try TypeCheck.complaints(about: files, modules: modules, in: work)
    #expect(complaints == nil, "\(complaints?.prefix(4_000) ?? "")")
  }
}
