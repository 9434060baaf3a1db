import Foundation
import TestSupport
import Testing

/// A copy of the generated example, type-checked with another hand-written file beside it.
@Suite("What is missing or wrong in hand-written code is an error at the document's line")
struct CompileErrorTests {
  private static let example = Program.package + "/Documentation/Extending"

  /// What the compiler says of the generated code with an extension; empty where it takes it.
  private func errors(_ custom: (String) -> String) throws -> [String] {
    let folder = try TemporaryDirectory()
    var files: [String] = []
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.example + "/Generated/Swift").sorted()
    // What the generator remembers may stand there too.
    for name in names where name.hasSuffix(".swift") {
      files.append(
        try folder.write(name, String(contentsOfFile: "\(Self.example)/Generated/Swift/\(name)", encoding: .utf8)))
    }
    let written = try String(contentsOfFile: Self.example + "/Custom.swift", encoding: .utf8)
    files.append(try folder.write("Custom.swift", custom(written)))
    files.append(Self.example + "/Policies.swift")
    let modules = URL(filePath: Program.path(of: "tandem")).deletingLastPathComponent().path
    let outcome = try Self.run(
      "swiftc", ["-typecheck", "-swift-version", "6", "-module-name", "Extending", "-I", modules + "/Modules"] + files)
    return outcome.split(separator: "\n").map(String.init).filter { $0.contains(": error:") }
  }

  /// Runs a tool of the PATH and returns what it wrote to both streams.
  private static func run(_ tool: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    process.currentDirectoryURL = URL(filePath: Program.package)
    let folder = try TemporaryDirectory()
    let path = try folder.write("output", "")
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  /// The line of the document's row that names a function, and the path before it.
  private func place(_ function: String) throws -> String {
    let path = "Documentation/Extending/Specs/shop-to-ledger.yaml"
    let text = try String(contentsOfFile: "\(Program.package)/\(path)", encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("\"\(function)\"") })
    return "\(path):\(line + 1):"
  }

  @Test("the right one compiles")
  func right() throws {
    #expect(try errors { $0 } == [])
  }

  @Test("a function that is missing")
  func missing() throws {
    let found = try errors {
      $0.replacing("static func loyaltyTier(_ points", with: "static func otherTier(_ points")
    }
    let place = try place("loyaltyTier")
    #expect(found.contains { $0.hasPrefix(place) && $0.contains("does not conform to protocol") }, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix(place) }, "\(found)")
  }

  @Test("the way back that is missing")
  func missingWayBack() throws {
    let found = try errors {
      $0.replacing("static func debtorCode(undoing code", with: "static func debtorCode(back code")
    }
    let place = try place("debtorCode")
    #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix(place) }, "\(found)")
  }

  @Test("a function of other types")
  func wrongTypes() throws {
    let found = try errors {
      $0.replacing("static func loyaltyTier(_ points: Int64)", with: "static func loyaltyTier(_ points: Double)")
    }
    let place = try place("loyaltyTier")
    #expect(found.contains { $0.hasPrefix(place) && $0.contains("does not conform to protocol") }, "\(found)")
  }

  @Test("a file that was forgotten")
  func forgotten() throws {
    let found = try errors { _ in "" }
    let places = try [place("debtorCode"), place("loyaltyTier")]
    for place in places { #expect(found.contains { $0.hasPrefix(place) }, "\(place) \(found)") }
  }

  @Test("gdb stops at a line of the document")
  func breakpoint() throws {
    guard try Self.run("gdb", ["--version"]).contains("GNU gdb") else {
      print("gdb is not installed; the breakpoint at a document's line was not tried")
      return
    }
    let line = try place("loyaltyTier").dropLast().split(separator: ":").last ?? ""
    let runner = Self.runner
    let output = try Self.run(
      "gdb",
      ["-batch", "-nx", "-ex", "set breakpoint pending off", "-ex", "break shop-to-ledger.yaml:\(line)", runner])
    #expect(output.contains("Breakpoint 1 at "), "\(output.suffix(600))")
    #expect(output.contains("shop-to-ledger.yaml"), "\(output.suffix(600))")
    let other = try Self.run(
      "gdb",
      ["-batch", "-nx", "-ex", "set breakpoint pending off", "-ex", "break no-such-document.yaml:\(line)", runner])
    #expect(!other.contains("Breakpoint 1 at "))
  }

  /// The program of the tests, which holds the example.
  private static var runner: String {
    let directory = URL(filePath: Program.path(of: "tandem")).deletingLastPathComponent().path
    let bundles = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return "\(directory)/\(bundles.first { $0.hasSuffix(".xctest") } ?? "tandemPackageTests.xctest")"
  }
}
