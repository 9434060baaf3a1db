import Foundation
import TestSupport
import Testing

@Suite("make install")
struct InstallTests {
  private func shell(_ command: String, in directory: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1\n" + command]
    process.currentDirectoryURL = URL(filePath: directory)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test("puts the program and its completions below a prefix, and takes them away again")
  func script() throws {
    let folder = try TemporaryDirectory()
    let script = "'\(Program.package)/Scripts/install.sh'"
    let prefix = folder.path + "/a prefix"
    let install = try shell("\(script) install '\(Program.path(of: "tandem"))' '\(prefix)'", in: folder.path)
    #expect(install.status == 0, "\(install.output)")
    #expect(install.output.contains("is not on the PATH yet"))
    let version = try shell("PATH=\"\(prefix)/bin:$PATH\" tandem --version", in: folder.path)
    #expect(version.status == 0)
    let bash = prefix + "/share/bash-completion/completions/tandem"
    #expect(try shell("bash -n '\(bash)' && grep -q checklist '\(bash)'", in: folder.path).status == 0)
    for file in ["share/zsh/site-functions/_tandem", "share/fish/vendor_completions.d/tandem.fish"] {
      #expect(try String(contentsOfFile: "\(prefix)/\(file)", encoding: .utf8).contains("checklist"), "\(file)")
    }

    let uninstall = try shell("\(script) uninstall '\(prefix)'", in: folder.path)
    #expect(uninstall.status == 0, "\(uninstall.output)")
    #expect(try shell("find '\(prefix)' -type f", in: folder.path).output == "")
  }

  @Test("says what to do where it may not write")
  func notWritable() throws {
    let folder = try TemporaryDirectory()
    try folder.write("file", "not a directory")
    let outcome = try shell(
      "'\(Program.package)/Scripts/install.sh' install '\(Program.path(of: "tandem"))' '\(folder.path)/file'",
      in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("PREFIX=$HOME/.local"), "\(outcome.output)")
  }
}
