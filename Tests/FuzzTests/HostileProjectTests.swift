import Foundation
import FuzzSupport
import TandemCompiler
import Testing

/// One batch in one call of the compiler; more of them in `make fuzz`.
@Suite("Hostile names and texts") struct HostileProjectTests {
  @Test("stay in their literals and comments, and what is generated compiles without a warning")
  func compiles() throws {
    let first = HostileProject(seed: 20_261_121, pairs: 3)
    let used = HostileProject.words(of: first.compile().swift())
    #expect(used.count > 200)
    // What generated code uses itself are the names that it has to fear most.
    let project = HostileProject(seed: 20_261_122, pairs: 8, words: used + used)
    #expect(project.documents.count >= 5, "\(project.refused.map(\.reasons))")
    let compilation = project.compile()
    #expect(HostileProject.errors(compilation).isEmpty)
    let files = compilation.swift()
    do { try project.check(files) } catch { Issue.record("\(error)") }
    guard let modules = TypeCheck.modulesBesideTests else {
      print("not compiled: the modules of the runtime are not beside the tests")
      return
    }
    let directory = FileManager.default.temporaryDirectory.path + "/tandem-hostile-\(UUID().uuidString)"
    let complaints = try TypeCheck.complaints(about: files, modules: modules, in: directory)
    #expect(complaints == nil, "\(directory): \(complaints?.prefix(4_000) ?? "")")
  }
}
