import Foundation
import TestSupport
import Testing

@Suite("tandem explain DOCUMENT:LINE tells what a row does to data")
struct ExplainRowTests {
  private static let document = """
    dataflow: Custom CRM to Custom ERP
    flows:
    - flow: Custom CRM Customer to Custom ERP Customer
      create: always
      properties:
      - {source: name, target: name, type: string}
      - {source: customerNumber, target: number, type: integer}

    """

  private func explain(_ arguments: String...) throws -> (status: Int32, output: String) {
    let folder = try TemporaryDirectory()
    try folder.write("row.yaml", Self.document)
    let specs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Specs/systems").path
    let outcome = try Program.run(
      "tandem", ["explain", folder.path + "/" + arguments[0]] + arguments.dropFirst() + ["--systems", specs],
      directory: Program.package)
    return (outcome.status, outcome.output + outcome.errors)
  }

  @Test("the verdict with a value that shows it")
  func verdict() throws {
    let outcome = try explain("row.yaml:6")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("verdict     normalising: loses outer blanks"), "\(outcome.output)")
    #expect(outcome.output.contains("It comes back changed."), "\(outcome.output)")
  }

  @Test("the steps of a value that is given, and where it is refused")
  func value() throws {
    let number = try explain("row.yaml:7", "--value", " 0012 ").output
    #expect(number.contains("shared view  \"12\""), "\(number)")
    let text = try explain("row.yaml:7", "--value", "abc").output
    #expect(text.contains("The value is no whole number: its record is set aside"), "\(text)")
  }

  @Test("a line without a row is told with the nearest rows")
  func noRow() throws {
    let outcome = try explain("row.yaml:2")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("the nearest rows stand at 6"), "\(outcome.output)")
  }
}
