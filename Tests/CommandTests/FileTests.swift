import Foundation
import TestSupport
import Testing

@Suite("Files are read once, written whole, and left alone where nothing changes")
struct FileTests {
  private static let document = "Specs/dataflows/custompms-to-customerp.rst"

  private func copy(into folder: TemporaryDirectory, as name: String) throws -> String {
    try folder.write(name, FileManager.default.contents(atPath: "\(Program.package)/\(Self.document)") ?? Data())
  }

  @Test("a document that is named twice, or by a link, is checked once; a copy is another document")
  func namedTwice() throws {
    let folder = try TemporaryDirectory()
    let path = try copy(into: folder, as: "flow.rst")
    let link = folder.path + "/link.rst"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let once = try Program.tandem("check", path, "\(folder.path)/./flow.rst", link, "--systems", "Specs/systems")
    #expect(once.errors.contains("1 document checked"), "\(once.errors)")
    let other = try copy(into: folder, as: "other.rst")
    let twice = try Program.tandem("check", path, other, "--systems", "Specs/systems")
    #expect(twice.errors.contains("2 documents checked"), "\(twice.errors)")
  }

  @Test("what has no size, such as a pipe, is read to its end")
  func pipe() throws {
    let folder = try TemporaryDirectory()
    let fifo = folder.path + "/flow.rst"
    #expect(mkfifo(fifo, 0o600) == 0)
    let contents = try #require(FileManager.default.contents(atPath: "\(Program.package)/\(Self.document)"))
    let writer = Thread {
      guard let handle = FileHandle(forWritingAtPath: fifo) else { return }
      try? handle.write(contentsOf: contents)
      try? handle.close()
    }
    writer.start()
    let outcome = try Program.tandem("check", fifo, "--systems", "Specs/systems")
    #expect(outcome.errors.contains("1 document checked"), "\(outcome.errors)")
    #expect(outcome.status == 0)
  }

  @Test("a file that may not be read says so")
  func forbidden() throws {
    // A loop of links can be read by nobody, not even by an administrator.
    let folder = try TemporaryDirectory()
    let path = folder.path + "/loop.rst"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    let outcome = try Program.tandem("check", path, "--systems", "Specs/systems")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("'\(path)' cannot be read"), "\(outcome.errors)")
  }

  @Test("generating again touches no file, notices an edit by hand, and keeps who may read a file")
  func unchanged() throws {
    let folder = try TemporaryDirectory()
    let output = folder.path + "/deep/down/Swift"
    let arguments = ["generate", "Specs", "--output", output]
    #expect(try Program.run("tandem", arguments).status == 0)
    let path = output + "/Dataflows.swift"
    let times = { () throws -> [Date?] in
      try FileManager.default.contentsOfDirectory(atPath: output).sorted().map { name in
        try FileManager.default.attributesOfItem(atPath: "\(output)/\(name)")[.modificationDate] as? Date
      }
    }
    let before = try times()
    let again = try Program.run("tandem", arguments)
    #expect(again.errors.contains("0 written"), "\(again.errors)")
    #expect(try times() == before)

    let generated = try #require(FileManager.default.contents(atPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    var edited = generated
    edited[edited.count - 2] = UInt8(ascii: "#")
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.write(contentsOf: edited)
    try handle.close()
    #expect(try Program.run("tandem", arguments).errors.contains("1 written"))
    #expect(FileManager.default.contents(atPath: path) == generated)
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(permissions == 0o640)
    let left = try FileManager.default.contentsOfDirectory(atPath: output).filter { !$0.hasSuffix(".swift") }
    #expect(left == [".tandem"])
  }
}
