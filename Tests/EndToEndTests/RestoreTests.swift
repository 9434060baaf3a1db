import Foundation
import Generated
import Logging
import TandemRuntime
import TandemSQLite
import Testing

@Suite("A system that is restored from a backup", .serialized)
struct RestoreTests {
  @Test("stops its flows and the command fails; nothing is written to it, and the newer file goes on where it was")
  func restored() async throws {
    let systems = try SampleSystems(.small)
    let sync = ["apply", "--yes"]
    let first = try BuiltProgram.sync.run(sync, in: systems.home)
    #expect(first.status != 2, "\(first.output)")
    let file = "\(systems.directory)/custom-erp.sqlite"
    try FileManager.default.copyItem(atPath: file, toPath: file + ".backup")
    try systems.execute("Custom ERP", "UPDATE Contact SET jobTitle = 'Newer' WHERE id = 3005")
    _ = try BuiltProgram.sync.run(sync, in: systems.home)
    try FileManager.default.moveItem(atPath: file, toPath: file + ".newer")
    try FileManager.default.copyItem(atPath: file + ".backup", toPath: file)
    try systems.execute("Custom CRM", "UPDATE Contact SET jobTitle = 'Edited' WHERE id = 105")
    let before = try systems.dump()
    let run = try BuiltProgram.sync.run(sync, in: systems.home)
    #expect(run.status == 1 && run.output.contains("custom-erp.sqlite is older than what was read from it before"))
    let written = Set(try systems.dump()).subtracting(before).filter { $0.hasPrefix("Custom ERP") }
    #expect(written.isEmpty, "\(written)")
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.moveItem(atPath: file + ".newer", toPath: file)
    let again = try BuiltProgram.sync.run(sync, in: systems.home)
    #expect(!again.output.contains("is older than"), "\(again.output)")
    let store = try SQLiteStateStore(path: systems.statePath, environment: "default", access: .readOnly)
    #expect(try await LinkCheck(systems, store).broken.isEmpty)
  }
}
