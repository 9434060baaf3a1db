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
      - {source: phone, target: phone, type: string, wins: Custom ERP, conversion: 'phoneNumber(defaultPrefix: "+31")'}
      - {target: countryCode, type: string, constant: NL, direction: at creation}

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
    let creation = "creation    when the answer to its creation is lost, a new Custom ERP Customer is found again by "
    #expect(outcome.output.contains(creation), "\(outcome.output)")
  }

  @Test("the steps of a value that is given, and where it is refused")
  func value() throws {
    let number = try explain("row.yaml:7", "--value", " 0012 ").output
    #expect(number.contains("shared view  \"12\""), "\(number)")
    let text = try explain("row.yaml:7", "--value", "abc").output
    #expect(text.contains("The value is no whole number: its record is set aside"), "\(text)")
  }

  @Test("the generated functions of each step, and the rule that decides a conflict")
  func functions() throws {
    let newest = try explain("row.yaml:6", "--value", " Ada ").output
    #expect(newest.contains("conflict    the newest edit wins, because nothing else is said"), "\(newest)")
    #expect(newest.contains("RowDataflow.CustomerToCustomer.view and .put in RowDataflow.swift"), "\(newest)")
    #expect(newest.contains("shared view  \"Ada\"    view(of: source)"), "\(newest)")
    #expect(newest.contains("Custom ERP   \"Ada\"    put(into: target)"), "\(newest)")
    let row = try explain("row.yaml:8", "--value", "020-1234567").output
    #expect(row.contains("conflict    Custom ERP wins, as line 8 says"), "\(row)")
    #expect(row.contains("\"+31201234567\""), "\(row)")
  }

  @Test("a row through which no value travels says why")
  func noTravel() throws {
    let constant = try explain("row.yaml:9", "--value", "BE")
    #expect(constant.status == 1)
    #expect(
      constant.output.contains("the row gives the constant \"NL\", whatever the records hold"), "\(constant.output)")
  }

  @Test("a line without a row is told with the nearest rows")
  func noRow() throws {
    let outcome = try explain("row.yaml:2")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("the nearest rows stand at 6"), "\(outcome.output)")
  }
}
