import Foundation
import FuzzSupport
import Testing

/// Inputs that once broke something, or that show something worth keeping.
@Suite struct RegressionTests {
  private static let directory = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Regressions")

  @Test("inputs that once broke something keep all promises")
  func regressions() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.directory.path).sorted()
    var count = 0
    for name in names {
      guard let kind = InputKind(fileName: name) else { continue }
      count += 1
      let bytes = Array(try Data(contentsOf: Self.directory.appending(path: name)))
      let violation = MutantRun.check(bytes, as: kind)
      #expect(violation == nil, "\(name)")
    }
    #expect(count > 5)
  }
}
