import Foundation
import TestSupport
import Testing

/// The supplied documents are not part of the project; TANDEM_SEEDS names the directory that holds them.
private let seeds = ProcessInfo.processInfo.environment["TANDEM_SEEDS"]

/// One after the other: SwiftPM lets only one build at a time into a directory.
@Suite("Packages that use Tandem", .serialized)
struct PackageTests {
  @Suite("A new package works as its README says")
  struct NewPackageTests {
    @Test("with the example")
    func example() throws {
      let package = try ConsumerPackage()
      let commands = try package.commands()
      #expect(commands == ["swift run samples", "swift run sync plan"])
      let samples = try package.run(commands[0])
      #expect(samples.status == 0, "\(samples.output)")
      #expect(samples.output.contains(".tandem/default/webshop.sqlite: 12 Customer, 12 Order"))
      let plan = try package.run(commands[1])
      #expect(plan.status == 0, "\(plan.output)")
      let last = plan.output.split(separator: "\n").suffix(3)
      #expect(last.first == "Webshop Customer to Bookkeeping Debtor: 8 matched, 4 created", "\(last)")
      #expect(last.last?.hasSuffix("records would be written") == true, "\(last)")

      // What the README says next works as well, and comes to an end.
      let apply = try package.run("swift run sync apply --yes")
      #expect(apply.status == 0, "\(apply.output)")
      let again = try package.run("swift run sync plan")
      #expect(again.output.hasSuffix(" 0 records would be written\n"), "\(again.output)")
    }

    @Test(
      "with a supplied document",
      .enabled(if: seeds != nil, "TANDEM_SEEDS does not name the directory of the supplied documents"))
    func supplied() throws {
      let document = try #require(seeds) + "/customcrm-customerp.rst"
      let package = try ConsumerPackage(["--from", document, "--systems", Program.package + "/Specs/systems"])
      for command in try package.commands() {
        let outcome = try package.run(command)
        // Sample records that nobody has made fit need a person, which status 4 says.
        #expect([0, 4].contains(outcome.status), "\(command): \(outcome.output)")
        guard command.contains("plan") else { continue }
        #expect(
          outcome.output.contains("\nCustom CRM Customer to Custom ERP Customer: 12 created\n"), "\(outcome.output)")
        // A section that cannot do without a person keeps an empty table, and is held.
        #expect(outcome.output.contains("\nheld: Custom CRM Quote to Custom ERP Order: "))
        #expect(outcome.output.hasSuffix(" records would be written\n"))
      }
    }

    @Test(
      "with a supplied document of systems that nobody has described",
      .enabled(if: seeds != nil, "TANDEM_SEEDS does not name the directory of the supplied documents"))
    func suppliedWithoutDescriptions() throws {
      let folder = try TemporaryDirectory()
      let name = "custompms-customerp.rst"
      try FileManager.default.copyItem(atPath: try #require(seeds) + "/" + name, toPath: folder.path + "/" + name)
      let package = try ConsumerPackage(["--from", folder.path + "/" + name])
      #expect(try package.text("Specs/systems/custompms.yaml").hasPrefix("# ASSUMPTION: "))
      for command in try package.commands() {
        let outcome = try package.run(command)
        #expect(outcome.status == 0, "\(command): \(outcome.output)")
        if command.contains("plan") { #expect(outcome.output.contains("0 records would be written")) }
      }
    }
  }

  @Suite("The command plugin")
  struct CommandPluginTests {
    @Test("runs the compiler in the package")
    func commands() throws {
      let package = try ConsumerPackage()
      let check = try package.run("swift package tandem check")
      #expect(check.status == 0, "\(check.output)")
      #expect(check.output.contains("1 document checked against 2 systems of Specs/systems: 0 errors, 0 warnings"))
      let checklist = try package.run(
        "swift package --allow-writing-to-package-directory tandem checklist --output Checklists")
      #expect(checklist.status == 0, "\(checklist.output)")
      #expect(FileManager.default.fileExists(atPath: package.path + "/Checklists/webshop-to-bookkeeping.rst"))
      try package.edit("Specs/systems/webshop.yaml", "      email: {", with: "      mail: {")
      let fault = try package.run("swift package tandem check")
      #expect(fault.status != 0)
      #expect(fault.output.contains("error[T1005]: `email` is no property of Webshop Customer"), "\(fault.output)")
    }
  }

  @Test("A package that wants no SQLite fetches none")
  func withoutSQLite() throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      "Package.swift",
      """
      // swift-tools-version: 6.1
      import PackageDescription

      let package = Package(
        name: "light",
        dependencies: [.package(name: "tandem", path: "\(Program.package)", traits: [])],
        targets: [
          .target(
            name: "Generated", dependencies: [.product(name: "TandemRuntime", package: "tandem")], path: "Specs",
            plugins: [.plugin(name: "TandemPlugin", package: "tandem")])
        ])
      """)
    try folder.write("Specs/Extensions.swift", "// Nothing yet.\n")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec swift package resolve >output 2>&1"]
    process.currentDirectoryURL = URL(filePath: folder.path)
    try process.run()
    process.waitUntilExit()
    let output = try String(contentsOfFile: folder.path + "/output", encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(output)")
    let checkouts = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.build/checkouts")
    #expect(Set(checkouts) == ["swift-argument-parser", "swift-log"])
  }
}
