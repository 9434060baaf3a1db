import Foundation
import TestSupport
import Testing

@Suite("A sync that cannot run says why, with the status 1 and no trap")
struct SyncBadInputTests {
  /// A directory with an environment `test` and its six sample databases.
  private final class Sample {
    let folder: TemporaryDirectory
    var path: String { folder.path }

    init() throws {
      folder = try TemporaryDirectory()
      #expect(try Program.run("demo", ["fill", folder.path + "/data"]).status == 0)
      let names = ["Custom CRM", "Custom ERP", "Custom PMS", "CRMOffice", "Exact Online", "Salesforce"]
      let systems = names.map { name in
        "  \(name): {sqlite: \(path)/data/\(name.lowercased().split(separator: " ").joined(separator: "-")).sqlite}"
      }
      let demo = try String(contentsOfFile: Program.package + "/environments/demo.yaml", encoding: .utf8)
      let parameters = demo.components(separatedBy: "parameters:").last ?? ""
      try folder.write(
        "environments/test.yaml",
        "state: \(path)/state.sqlite\nsystems:\n\(systems.joined(separator: "\n"))\nparameters:\(parameters)")
    }

    func sync(_ arguments: String...) throws -> Program.Outcome {
      try Program.run("sync", arguments + ["--environment", "test"], directory: path)
    }

    func execute(_ sql: String, in database: String) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["sqlite3", "\(path)/data/\(database).sqlite", sql]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test("a database that is missing is named")
  func missingDatabase() throws {
    let sample = try Sample()
    try FileManager.default.removeItem(atPath: sample.path + "/data/exact-online.sqlite")
    let outcome = try sample.sync("plan", "customcrm-to-exactonline")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("Exact Online: there is no file"))
  }

  @Test("a database of another schema is refused with every column that is missing")
  func otherSchema() throws {
    let sample = try Sample()
    try sample.execute("ALTER TABLE Customer RENAME COLUMN creditLimit TO credit_limit", in: "custom-erp")
    let outcome = try sample.sync("apply", "custompms-to-customerp", "--yes")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("creditLimit"), "\(outcome.output)")
  }

  @Test("a database that someone else has locked is named as busy")
  func lockedDatabase() throws {
    let sample = try Sample()
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/env")
    holder.arguments = ["sqlite3", "\(sample.path)/data/custom-pms.sqlite"]
    let input = Pipe()
    let output = Pipe()
    holder.standardInput = input
    holder.standardOutput = output
    try holder.run()
    input.fileHandleForWriting.write(Data("BEGIN EXCLUSIVE;\nSELECT 'held';\n".utf8))
    _ = output.fileHandleForReading.availableData
    defer { holder.terminate() }
    let outcome = try sample.sync("apply", "custompms-to-customerp", "--yes")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("Custom PMS"), "\(outcome.output)")
    #expect(outcome.output.contains("another program is writing"), "\(outcome.output)")
  }

  @Test("a state that is no state is refused before anything is written")
  func garbageState() throws {
    let sample = try Sample()
    try sample.folder.write("state.sqlite", "this is not a state\n")
    let outcome = try sample.sync("apply", "--yes")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("state"), "\(outcome.errors)")
    #expect(!outcome.wasSignalled)
  }

  @Test("a second run in the same environment is refused while the first holds the lock")
  func secondRun() throws {
    let sample = try Sample()
    #expect(try sample.sync("apply", "custompms-to-customerp", "--yes").status != 1)
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/env")
    holder.arguments = ["flock", "\(sample.path)/state.sqlite.lock", "sh", "-c", "echo held; exec sleep 30"]
    let output = Pipe()
    holder.standardOutput = output
    try holder.run()
    defer { holder.terminate() }
    // It says so when it has the lock.
    _ = output.fileHandleForReading.availableData
    let outcome = try sample.sync("apply", "custompms-to-customerp")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("in use"), "\(outcome.errors)")
    // Looking is allowed.
    #expect(try sample.sync("status").status != 1)
  }

  @Test("an environment file with a fault is shown at its place")
  func environmentFault() throws {
    let folder = try TemporaryDirectory()
    try folder.write("environments/test.yaml", "state: x.sqlite\nsystms: {}\n")
    let outcome = try Program.run("sync", ["plan", "--environment", "test"], directory: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("environments/test.yaml:2:"), "\(outcome.errors)")
    let missing = try Program.run("sync", ["plan", "--environment", "nowhere"], directory: folder.path)
    #expect(missing.status == 1)
    #expect(missing.errors.contains("environments/nowhere.yaml"))
  }

  @Test("the first run is only planned until it is approved, with the status 3")
  func firstRunIsHeld() throws {
    let sample = try Sample()
    let outcome = try sample.sync("apply", "custompms-to-customerp")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("--yes"))
    #expect(outcome.output.contains("would be written"))
    #expect(try sample.sync("status").output.contains("nothing has run yet"))
  }

  @Test("real records are not written until the environment says so, whatever its comments say")
  func production() throws {
    let sample = try Sample()
    let file = sample.path + "/environments/test.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try sample.folder.write("environments/test.yaml", "# writes: true, some day\nproduction: true\n" + text)
    let refused = try sample.sync("apply", "custompms-to-customerp", "--yes")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("writes: true"))
    #expect(try sample.sync("status").output.contains("nothing has run yet"))
    try sample.folder.write("environments/test.yaml", "writes: true\nproduction: true\n" + text)
    #expect(try sample.sync("apply", "custompms-to-customerp", "--yes").status != 1)
  }

  @Test("a dataflow that does not exist is wrong usage, with the names that do")
  func wrongName() throws {
    let outcome = try Program.run("sync", ["plan", "no-such-flow"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("custompms-to-customerp"))
  }
}
