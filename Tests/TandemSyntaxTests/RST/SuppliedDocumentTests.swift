import Foundation
import Testing

@testable import TandemSyntax

@Suite struct SuppliedDocumentTests {
  @Test func theSuppliedDocumentsReadWithoutAnyDiagnostic() throws {
    guard let directory = ProcessInfo.processInfo.environment["TANDEM_SEEDS"] else {
      return print("skipped: TANDEM_SEEDS does not name the directory of the supplied documents")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".rst") }.sorted()
    #expect(names.count == 5)
    var flows = 0
    var rows = 0
    for name in names {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: directory).appendingPathComponent(name)))
      for lines in [bytes, bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }] {
        let reading = readRST(bytes: lines, path: name)
        #expect(reading.diagnostics.isEmpty, "\(name): \(listed(reading))")
      }
      let dataflow = try #require(readRST(bytes: bytes, path: name).product)
      flows += dataflow.flows.count
      rows += dataflow.flows.map(\.rows.count).reduce(0, +)
      #expect(dataflow.introduction != nil && dataflow.generated != nil, "\(name)")
      #expect(dataflow.flows.allSatisfy { $0.creation != nil && !$0.source.system.value.isEmpty }, "\(name)")
    }
    #expect(flows == 30)
    #expect(rows == 0)
  }
}
