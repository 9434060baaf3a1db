import Foundation
import TestSupport
import Testing

@Suite("tandem format")
struct FormatTests {
  private let canonical = "# remark\ndataflow: Left to Right\nflows: []\n"
  private let odd = "# remark\ndataflow:  Left to Right   \n\n\n\nflows: [ ]"
  private let formatted = "# remark\ndataflow: Left to Right\n\nflows: []\n"
  private let broken = "dataflow: Left to Right\nflowz: []   \n"

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func modified(_ path: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
  }

  @Test("--check passes for everything in Specs and for the supplied documents")
  func ownDocuments() throws {
    let own = try Program.tandem("format", "--check")
    #expect(own.status == 0 && own.output.isEmpty && own.errors.isEmpty, "\(own.output)\(own.errors)")
    guard let seeds = ProcessInfo.processInfo.environment["TANDEM_SEEDS"] else {
      print("skipped: TANDEM_SEEDS does not name the directory of the supplied documents")
      return
    }
    let supplied = try Program.tandem("format", seeds, "--check")
    #expect(supplied.status == 0 && supplied.output.isEmpty, "\(supplied.output)\(supplied.errors)")
  }

  @Test("what convert prints is canonical")
  func converted() throws {
    let folder = try TemporaryDirectory()
    for name in try FileManager.default.contentsOfDirectory(atPath: Program.package + "/Specs/dataflows").sorted() {
      let path = "\(Program.package)/Specs/dataflows/\(name)"
      for form in ["yaml", "rst"] {
        let other = "\(folder.path)/\(name).\(form)"
        #expect(try Program.tandem("convert", path, "--to", form, "--output", other).status == 0)
      }
    }
    let outcome = try Program.tandem("format", folder.path, "--check")
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)\(outcome.errors)")
  }

  @Test("writes the files that change and no other, reports those with errors, and has nothing to do afterwards")
  func writes() throws {
    let folder = try TemporaryDirectory()
    let oddFile = try folder.write("a.yaml", odd)
    let brokenFile = try folder.write("b.yaml", broken)
    let canonicalFile = try folder.write("c.yaml", canonical)
    let system = try folder.write("systems/left.yaml", "system: Left\nentities: {}  \n")
    let before = try modified(canonicalFile)
    let outcome = try Program.tandem("format", folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("formatted \(oddFile)\n") && outcome.errors.contains("formatted \(system)\n"))
    #expect(!outcome.errors.contains("formatted \(canonicalFile)"))
    #expect(outcome.errors.contains("flowz") && outcome.errors.contains("'\(brokenFile)' was not formatted"))
    #expect(try text(oddFile) == formatted && text(brokenFile) == broken)
    #expect(try text(system) == "system: Left\nentities: {}\n")
    #expect(try modified(canonicalFile) == before)
    let second = try Program.tandem("format", oddFile, canonicalFile, "--quiet")
    #expect(second.status == 0 && second.errors.isEmpty && second.output.isEmpty)
  }

  @Test("--check lists what would change and --diff shows it; neither touches a file")
  func looksOnly() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("a.yaml", odd)
    try folder.write("b.yaml", canonical)
    let check = try Program.tandem("format", folder.path, "--check")
    #expect(check.status == 1 && check.output == path + "\n" && check.errors.isEmpty)
    let diff = try Program.tandem("format", folder.path, "--diff")
    #expect(diff.status == 1)
    #expect(
      diff.output == """
        --- \(path)
        +++ \(path)
        @@ -1,6 +1,4 @@
         # remark
        -dataflow:  Left to Right\("   ")
        -
        -
        +dataflow: Left to Right
        \(" ")
        -flows: [ ]
        \\ No newline at end of file
        +flows: []

        """)
    #expect(try text(path) == odd)
    #expect(try Program.tandem("format", folder.path, "--diff", "--check").status == 2)
  }

  @Test("a difference over a long document has one piece per place, and gives the new text where it is applied")
  func patches() throws {
    let folder = try TemporaryDirectory()
    let original = try text(Program.package + "/Specs/dataflows/custom-erp-to-crmoffice.rst")
    var lines = original.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[2] += "="
    lines.insert(contentsOf: ["", ""], at: 60)
    lines[200] += "  "
    lines[201] += "  "
    let path = try folder.write("flow.rst", lines.joined(separator: "\n") + "\n\n")
    let diff = try Program.tandem("format", path, "--diff")
    #expect(diff.output.split(separator: "\n").count { $0.hasPrefix("@@ ") } == 4, "\(diff.output)")
    #expect(applied(diff.output, to: lines + ["", ""]).joined(separator: "\n") == original)
  }

  /// The lines of a text after a difference, each of whose pieces must fit where it says.
  private func applied(_ diff: String, to lines: [String]) -> [String] {
    var result: [String] = []
    var position = 0
    for line in diff.split(separator: "\n").dropFirst(2) {
      let text = String(line.dropFirst())
      switch line.first {
      case "@":
        let start = Int(line.split { "-, ".contains($0) }[1]) ?? 0
        result += lines[position..<start - 1]
        position = start - 1
        #expect(line.contains(" +\(result.count + 1),"), "\(line)")
      case "+": result.append(text)
      default:
        #expect(lines[position] == text, "\(line)")
        if line.first == " " { result.append(text) }
        position += 1
      }
    }
    return result + lines[position...]
  }

  @Test("follows a link, keeps the rights of a file, and says what stands in the way")
  func odditiesOfFiles() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("real/a.yaml", odd)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let link = folder.path + "/link.yaml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real/a.yaml")
    #expect(try Program.tandem("format", link).status == 0)
    #expect(try text(path) == formatted)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/a.yaml")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber == 0o640)
    try folder.write("real/a.yaml", odd)
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let readOnly = try Program.tandem("format", path)
    #expect(readOnly.status == 1 && readOnly.errors.contains("is read-only and was not formatted"))
    #expect(try text(path) == odd)
    let missing = try Program.tandem("format", folder.path + "/nothing.rst")
    #expect(missing.status == 1 && missing.errors.contains("there is no file"))
    try FileManager.default.createDirectory(atPath: folder.path + "/empty", withIntermediateDirectories: true)
    let empty = try Program.tandem("format", folder.path + "/empty")
    #expect(empty.status == 1 && empty.errors.contains("no document was found"))
    let help = try Program.tandem("format", "--help")
    #expect(help.status == 0 && help.output.contains("tandem format my-flow.yaml --diff"))
  }

  @Test("formats standard input for editors, in either notation")
  func standardInput() throws {
    let folder = try TemporaryDirectory()
    let rst = "\n\n" + (try text(Program.package + "/Specs/dataflows/custompms-to-customerp.rst"))
    for (input, output) in [(odd, formatted), (rst, String(rst.dropFirst(2)))] {
      let path = try folder.write("input", input)
      #expect(try formattedInput(path) == output)
    }
    #expect(try Program.tandem("format", "-", "Specs").status == 2)
  }

  /// What the program prints for a file on its standard input.
  private func formattedInput(_ path: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: Program.path(of: "tandem"))
    process.arguments = ["format", "-"]
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: path))
    process.standardOutput = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text
  }
}
