import Foundation
import TestSupport
import Testing

/// The pages for those who work on Tandem name files and types; what they name must be there.
@Suite("The pages for contributors")
struct DocumentationTests {
  private static let pages = ["README.md", "Documentation/ARCHITECTURE.md", "Documentation/CONTRIBUTING.md"]

  /// Every file and directory of the package that is not built, relative to it; directories end in a slash.
  private static let files: [String] = {
    let root = URL(filePath: Program.package).resolvingSymlinksInPath().path + "/"
    var found: [String] = []
    for top in [
      "Sources", "Plugins", "Tests", "Documentation", "Specs", "Generated", "Scripts", "Fuzz", "Benchmarks",
      "environments",
    ] {
      let walk = FileManager.default.enumerator(
        at: URL(filePath: root + top), includingPropertiesForKeys: [.isDirectoryKey], options: [.skipsHiddenFiles])
      found.append(top + "/")
      while let url = walk?.nextObject() as? URL {
        let path = url.resolvingSymlinksInPath().path
        if path.hasSuffix(".build") || path.hasSuffix("/.build") { walk?.skipDescendants() }
        let isDirectory = (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
        if path.hasPrefix(root) { found.append(String(path.dropFirst(root.count)) + (isDirectory ? "/" : "")) }
      }
    }
    return found + ["Makefile", "Package.swift", "README.md", "CHANGELOG.md"]
  }()

  /// The names that the sources declare.
  private static let words: Set<Substring> = {
    var words: Set<Substring> = []
    for path in files where path.hasSuffix(".swift") && !path.hasPrefix("Generated") {
      let text = (try? String(contentsOfFile: Program.package + "/" + path, encoding: .utf8)) ?? ""
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: " ")
        for (word, next) in zip(parts, parts.dropFirst())
        where ["struct", "enum", "class", "protocol", "actor", "var", "let", "case", "func"].contains(word) {
          words.insert(next.prefix { $0.isLetter || $0.isNumber })
        }
      }
    }
    return words
  }()

  /// The texts between single back quotes, outside of blocks.
  private func spans(of page: String) throws -> [String] {
    let text = try String(contentsOfFile: Program.package + "/" + page, encoding: .utf8)
    var isBlock = false
    var spans: [String] = []
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") { isBlock.toggle() }
      if isBlock { continue }
      let parts = line.components(separatedBy: "`")
      spans += parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }
    }
    return spans
  }

  /// True when a part of a path stands for many: `CATEGORY`, `NAME.swift`.
  private func isPlaceholder(_ part: Substring) -> Bool {
    let name = part.split(separator: ".").first ?? part
    return !name.isEmpty && name.allSatisfy { $0.isUppercase }
      && !["README", "CHANGELOG", "RST", "YAML"].contains(name)
  }

  private func exists(_ path: String) -> Bool {
    let fixed = path.split(separator: "/").prefix { !isPlaceholder($0) }.joined(separator: "/")
    if fixed.isEmpty { return true }
    return Self.files.contains { file in
      let name = file.hasSuffix("/") ? String(file.dropLast()) : file
      return name == fixed || name.hasSuffix("/" + fixed)
    }
  }

  @Test("name only files and directories that are there", arguments: pages)
  func files(page: String) throws {
    #expect(Self.files.count > 500)
    let endings = [".swift", ".md", ".sh", ".rst"]
    let paths = try spans(of: page).filter { span in
      !span.contains(" ") && !span.hasPrefix(".") && (span.contains("/") || endings.contains { span.hasSuffix($0) })
    }
    let missing = paths.filter { !exists($0) }
    #expect(missing.isEmpty, "\(page) names \(missing)")
    if page.hasPrefix("Documentation") { #expect(paths.count > 15) }
  }

  @Test("name only types and members that are declared", arguments: pages)
  func types(page: String) throws {
    let names = try spans(of: page).filter { span in
      span.allSatisfy { $0.isLetter } && span.dropFirst().contains { $0.isUppercase }
        && span.contains { $0.isLowercase }
    }
    let targets = Set(Self.files.filter { $0.hasSuffix("/") }.compactMap { $0.split(separator: "/").last })
    let missing = names.filter { !Self.words.contains($0[...]) && !targets.contains($0[...]) }
    #expect(missing.isEmpty, "\(page) names \(missing)")
  }

  @Test("link to pages that are there", arguments: pages + ["Documentation/Authoring.md"])
  func links(page: String) throws {
    let text = try String(contentsOfFile: Program.package + "/" + page, encoding: .utf8)
    let directory = page.split(separator: "/").dropLast().joined(separator: "/")
    for part in text.components(separatedBy: "](").dropFirst() {
      let target = String(part.prefix { $0 != ")" && $0 != "#" })
      if target.isEmpty || target.hasPrefix("http") { continue }
      let path = (directory.isEmpty ? "" : directory + "/") + target
      #expect(FileManager.default.fileExists(atPath: Program.package + "/" + path), "\(page) links to \(path)")
    }
  }

  @Test("name only commands of make that there are", arguments: pages)
  func commands(page: String) throws {
    let makefile = try String(contentsOfFile: Program.package + "/Makefile", encoding: .utf8)
    let named = try spans(of: page).filter { $0.hasPrefix("make ") }.compactMap {
      $0.split(separator: " ").dropFirst().first
    }
    for command in named where !command.contains("=") {
      #expect(makefile.contains("\n\(command):"), "\(page) names make \(command)")
    }
  }
}
