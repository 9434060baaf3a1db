import Foundation
import TestSupport
import Testing

@Suite("Generating again does what is needed, and nothing else")
struct GenerationTests {
  private static let remembered = "nothing changed since the last time"

  private func system(_ name: String, _ property: String) -> String {
    """
    system: \(name)
    changes: {cursor: version, kind: rowversion, deletes: {kind: keys}}
    entities:
      Item:
        externalKey: tag
        properties:
          id: {type: integer, key: true, readOnly: true}
          tag: {type: string, max: 40, unique: true}
          \(property)
          version: {type: integer, readOnly: true}

    """
  }

  private func document(_ target: String) -> String {
    """
    dataflow: Shop to \(target)
    flows:
    - flow: Shop Item to \(target) Item
      conflict: Shop wins
      properties:
      - {source: made, target: Day, type: date}

    """
  }

  /// A project of two documents between three systems, with a warning each (a moment becomes a day), generated once.
  private func project() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try folder.write("specs/shop-to-ledger.yaml", document("Ledger"))
    try folder.write("specs/shop-to-office.yaml", document("Office"))
    try folder.write("specs/systems/shop.yaml", system("Shop", "made: {type: datetime}"))
    try folder.write("specs/systems/ledger.yaml", system("Ledger", "Day: {type: date}"))
    try folder.write("specs/systems/office.yaml", system("Office", "Day: {type: date}"))
    let first = try generate(folder)
    #expect(first.status == 0 && first.errors.contains("out: 6 written, 0 unchanged, 0 removed"), "\(first.errors)")
    return folder
  }

  private func generate(_ folder: TemporaryDirectory, _ more: String...) throws -> Program.Outcome {
    try Program.run("tandem", ["generate", "specs", "--output", "out"] + more, directory: folder.path)
  }

  private func text(_ folder: TemporaryDirectory, _ name: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
  }

  /// Number and time of last change of everything below the folder, directories too.
  private func stamps(_ folder: TemporaryDirectory) throws -> [String: String] {
    let files = FileManager.default
    var result: [String: String] = [:]
    for name in try files.subpathsOfDirectory(atPath: folder.path) {
      let attributes = try files.attributesOfItem(atPath: "\(folder.path)/\(name)")
      let date = try #require(attributes[.modificationDate] as? Date)
      result[name] = "\(attributes[.systemFileNumber] ?? "") \(date.timeIntervalSinceReferenceDate)"
    }
    return result
  }

  /// Changes a file to a text of the same length and puts its time back, as `touch -r` does.
  private func changeUnseen(_ folder: TemporaryDirectory, _ name: String, _ old: String, _ new: String) throws {
    let path = "\(folder.path)/\(name)"
    let before = try FileManager.default.attributesOfItem(atPath: path)
    let text = try text(folder, name)
    let changed = text.replacing(old, with: new)
    #expect(changed != text && changed.utf8.count == text.utf8.count)
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.write(contentsOf: Data(changed.utf8))
    try handle.close()
    let date = try #require(before[.modificationDate] as? Date)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
  }

  @Test("where nothing changed no file is touched, and the warnings are told again")
  func unchanged() throws {
    let folder = try project()
    let before = try stamps(folder)
    let second = try generate(folder)
    #expect(second.status == 0 && second.errors.contains(Self.remembered), "\(second.errors)")
    #expect(second.errors.components(separatedBy: "warning[T2002]").count == 3, "\(second.errors)")
    #expect(second.errors.contains("0 errors, 2 warnings"), "\(second.errors)")
    let quiet = try generate(folder, "--quiet")
    #expect(quiet.errors.contains("warning[T2002]") && !quiet.errors.contains("errors,"), "\(quiet.errors)")
    #expect(try stamps(folder) == before)
  }

  @Test("an edit by hand is noticed even where size and time are as before, told, undone, and kept")
  func editedOutput() throws {
    let folder = try project()
    let generated = try text(folder, "out/ShopSystem.swift")
    try changeUnseen(folder, "out/ShopSystem.swift", "public struct Item", "public struct Mine")
    let edited = try text(folder, "out/ShopSystem.swift")
    let outcome = try generate(folder, "--quiet")
    #expect(
      outcome.errors.contains("out/ShopSystem.swift did not hold what tandem wrote last")
        && outcome.errors.contains("out/.tandem/replaced/ShopSystem.swift"), "\(outcome.errors)")
    #expect(try text(folder, "out/ShopSystem.swift") == generated)
    #expect(try text(folder, "out/.tandem/replaced/ShopSystem.swift") == edited)
    try changeUnseen(folder, "out/ShopSystem.swift", "public struct Item", "public struct Ours")
    #expect(try generate(folder).errors.contains("replaced/ShopSystem.swift.2"))
    #expect(try text(folder, "out/.tandem/replaced/ShopSystem.swift") == edited)
  }

  @Test("a changed document is noticed even where size and time are as before")
  func editedDocument() throws {
    let folder = try project()
    let before = try stamps(folder)
    try changeUnseen(folder, "specs/shop-to-office.yaml", "conflict: Shop wins", "conflict: newest   ")
    let outcome = try generate(folder)
    #expect(outcome.errors.contains("out: 1 written, 5 unchanged, 0 removed"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("kept in"), "\(outcome.errors)")
    let after = try stamps(folder)
    #expect(after["out/ShopToOfficeDataflow.swift"] != before["out/ShopToOfficeDataflow.swift"])
    #expect(after["out/ShopToLedgerDataflow.swift"] == before["out/ShopToLedgerDataflow.swift"])
  }

  @Test("a changed description gives its own file and those of the documents that use it anew, and no other")
  func editedDescription() throws {
    let folder = try project()
    let before = try stamps(folder)
    try folder.write("specs/systems/office.yaml", system("Office", "Day: {type: datetime}"))
    let outcome = try generate(folder)
    #expect(outcome.errors.contains("out: 2 written, 4 unchanged, 0 removed"), "\(outcome.errors)")
    let after = try stamps(folder)
    for name in ["OfficeSystem", "ShopToOfficeDataflow"] {
      #expect(after["out/\(name).swift"] != before["out/\(name).swift"])
    }
    #expect(after["out/ShopToLedgerDataflow.swift"] == before["out/ShopToLedgerDataflow.swift"])
    #expect(try generate(folder).errors.contains(Self.remembered))
  }

  @Test("a generated file that is missing is made again; one that nothing asks for is removed")
  func missingAndLeft() throws {
    let folder = try project()
    try FileManager.default.removeItem(atPath: folder.path + "/out/Dataflows.swift")
    try folder.write("out/Mine.swift", "// Written by hand.\n")
    #expect(try generate(folder).errors.contains("out: 1 written, 5 unchanged, 0 removed"))
    #expect(try generate(folder).errors.contains(Self.remembered))
    try folder.write("out/OldDataflow.swift", "// Generated by tandem from old.yaml, then edited.\n")
    let removed = try generate(folder)
    #expect(removed.errors.contains("out: 0 written, 6 unchanged, 1 removed"), "\(removed.errors)")
    #expect(try text(folder, "out/.tandem/replaced/OldDataflow.swift").contains("then edited"))
    try FileManager.default.removeItem(atPath: folder.path + "/specs/shop-to-office.yaml")
    let fewer = try generate(folder)
    #expect(fewer.errors.contains("out: 1 written, 4 unchanged, 1 removed"), "\(fewer.errors)")
    #expect(!fewer.errors.contains("kept in"), "what tandem wrote itself goes without a word")
    #expect(try text(folder, "out/Mine.swift") == "// Written by hand.\n")
  }

  @Test("what comes beside the documents is noticed: another document, settings, descriptions that are nearer")
  func additions() throws {
    let folder = try project()
    let ledger = document("Office").replacing("Shop", with: "Ledger").replacing("made", with: "Day")
    try folder.write("specs/more/ledger-to-office.yaml", ledger)
    #expect(try generate(folder).errors.contains("LedgerToOffice") == false)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/out/LedgerToOfficeDataflow.swift"))
    try folder.write("tandem.yaml", "severities: {T2002: note}\n")
    #expect(try generate(folder).errors.contains("0 errors, 0 warnings"))
    try folder.write("tandem.yaml", "severities: {T2002: error}\n")
    #expect(try generate(folder).status == 1)
    try folder.write("tandem.yaml", "severities: {T2002: note}\n")
    #expect(try generate(folder).errors.contains(Self.remembered))
  }

  @Test("documents with errors leave everything as it was")
  func errors() throws {
    let folder = try project()
    let before = try stamps(folder).filter { $0.key.hasPrefix("out") }
    try folder.write("specs/shop-to-office.yaml", document("Office").replacing("made", with: "maid"))
    for _ in 0..<2 {
      let outcome = try generate(folder)
      #expect(outcome.status == 1 && outcome.errors.contains("nothing was generated"), "\(outcome.errors)")
    }
    #expect(try stamps(folder).filter { $0.key.hasPrefix("out") } == before)
    try folder.write("specs/shop-to-office.yaml", document("Office"))
    #expect(try generate(folder).errors.contains(Self.remembered))
  }

  @Test("what is remembered can be damaged or gone: that costs time and changes nothing")
  func damage() throws {
    let folder = try project()
    let path = folder.path + "/out/.tandem/manifest"
    let whole = try Data(contentsOf: URL(filePath: path))
    let before = try stamps(folder).filter { $0.key.hasSuffix(".swift") }
    var damaged: [Data] = [Data(), Data(count: 8), Data(count: 40), whole + whole, whole.dropLast(), whole.dropFirst()]
    for place in stride(from: 0, to: whole.count, by: 97) {
      var bytes = whole
      bytes[place] ^= 0x80
      damaged.append(bytes)
      if place % 388 == 0 { damaged.append(whole.prefix(place)) }
    }
    for bytes in damaged {
      try bytes.write(to: URL(filePath: path))
      let outcome = try generate(folder)
      #expect(outcome.status == 0 && !outcome.wasSignalled)
      #expect(outcome.errors.contains("out: 0 written, 6 unchanged, 0 removed\n"), "\(outcome.errors)")
      #expect(try Data(contentsOf: URL(filePath: path)) == whole)
    }
    #expect(try stamps(folder).filter { $0.key.hasSuffix(".swift") } == before)
  }

  @Test("deleting the generated files and generating again gives no difference in git, nor does what is remembered")
  func repository() throws {
    let folder = try project()
    func git(_ arguments: String) throws -> String {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "git -c user.name=t -c user.email=t@example.com \(arguments)"]
      process.currentDirectoryURL = URL(filePath: folder.path)
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      return String(decoding: output, as: UTF8.self)
    }
    _ = try git("init -q . && git add . && git -c user.name=t -c user.email=t@example.com commit -qm one")
    #expect(try git("ls-files out").split(separator: "\n").count == 6)
    try FileManager.default.removeItem(atPath: folder.path + "/out")
    #expect(try generate(folder).errors.contains("out: 6 written"))
    #expect(try git("status --porcelain --untracked-files=all") == "")
  }
}
