import Foundation
import TandemCompiler
import TandemEmit
import TandemSemantics
import TandemSyntax

/// What holds for everything behind the readers: checking, reports, safe fixes and what is generated.
public enum PipelineProperties {
  /// Compiles an input together with the systems of the rules' examples and looks at all that must hold.
  ///
  /// - Parameters:
  ///   - bytes: Any bytes.
  ///   - kind: What they are read as.
  /// - Throws: The first property that does not hold.
  public static func check(_ bytes: [UInt8], as kind: InputKind) throws(Violation) {
    let compilation = compile(bytes, as: kind)
    for file in compilation.documents + ExampleSystems.all {
      try ReaderProperties.check(compilation.diagnostics, in: file)
    }
    try checkReports(compilation)
    if !compilation.hasErrors {
      for file in compilation.swift() + compilation.checklists(.rst) + compilation.checklists(.markdown) {
        if file.contents.isEmpty { throw Violation("what is generated is not empty", file.path) }
      }
    }
    if kind != .system { try checkSafeFixes(compilation, as: kind) }
  }

  private static let systems = ExampleSystems.all.map(SystemReader.read)

  /// True for an input whose slips are looked for. The search reads a text a hundred times, and what it finds is made of
  /// the same parts as other findings, so one input of eight is enough; the same ones in every run.
  private static func isAdvised(_ bytes: [UInt8]) -> Bool {
    bytes.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) } % 8 == 0
  }

  /// Compiles an input as the document, or as one of the two systems of a document.
  private static func compile(_ bytes: [UInt8], as kind: InputKind) -> Compilation {
    switch kind {
    case .rst, .yaml:
      let file = SourceFile(path: "input.\(kind.fileExtension)", bytes: bytes)
      return Compiler.check(documents: [file], descriptions: systems, isAdvised: isAdvised(bytes))
    case .expression:
      let file = SourceFile(path: "input.rst", bytes: ExpressionDocument.bytes(around: bytes))
      return Compiler.check(documents: [file], descriptions: systems, isAdvised: isAdvised(bytes))
    case .system:
      let document = SourceFile(path: "document.rst", bytes: ExpressionDocument.bytes(around: Array("vip".utf8)))
      let system = SourceFile(path: "systems/input.yaml", bytes: bytes)
      return Compiler.check(documents: [document], descriptions: [SystemReader.read(system)] + systems.dropFirst())
    }
  }

  // MARK: - Reports

  private static func checkReports(_ compilation: Compilation) throws(Violation) {
    let renderer = TextReport(usesColour: false)
    for diagnostic in compilation.diagnostics {
      let text = renderer.render(diagnostic)
      // A terminal would obey them.
      if let control = text.unicodeScalars.first(where: {
        $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0.value == 0x7F
      }) {
        throw Violation("a report holds no control characters", "\(control.value) in \(text.debugDescription)")
      }
    }
    for (name, text) in [
      ("json", JSONReport.render(compilation)), ("sarif", SARIFReport.render(compilation.diagnostics)),
    ] where (try? JSONSerialization.jsonObject(with: Data(text.utf8))) == nil {
      throw Violation("a report for programs is valid JSON", "\(name): \(text)")
    }
    let commands = GitHubReport.render(compilation.diagnostics).split(separator: "\n", omittingEmptySubsequences: false)
    guard commands.dropLast().allSatisfy({ $0.hasPrefix("::") }),
      commands.count == compilation.diagnostics.count + 1
    else { throw Violation("a report for GitHub has one command for each line", "\(commands)") }
  }

  // MARK: - Safe fixes

  /// Applying what is safe comes to an end, and what could be read can be read afterwards.
  private static func checkSafeFixes(_ first: Compilation, as kind: InputKind) throws(Violation) {
    var compilation = first
    for _ in 0..<10 {
      let fixes = SafeFixes(compilation.diagnostics)
      guard let change = fixes.files.first(where: { $0.file === compilation.documents.first }) else { return }
      let before = errors(compilation)
      let file = SourceFile(path: change.file.path, bytes: change.bytes)
      compilation = Compiler.check(documents: [file], descriptions: systems, isAdvised: isAdvised(file.bytes))
      if before == 0, errors(compilation) > 0, !hidMore(first) {
        let messages = compilation.diagnostics.filter { $0.severity == .error }.map { "\($0.rule.code) \($0.message)" }
        throw Violation(
          "safe fixes bring no further faults of form", "\(before) before, then \(messages) in\n\(file.text)")
      }
    }
    throw Violation("safe fixes come to an end", compilation.documents.first?.text ?? "")
  }

  /// The errors of the reader; what a corrected line says is checked for the first time then.
  private static func errors(_ compilation: Compilation) -> Int {
    compilation.diagnostics.count { $0.severity == .error && $0.rule.category == .syntax }
  }

  /// True when more may be wrong than was told: lines that hold strange bytes are not read, and the list may be full.
  private static func hidMore(_ compilation: Compilation) -> Bool {
    compilation.diagnostics.count > 490 || compilation.diagnostics.contains { $0.rule.code <= "T0007" }
  }
}
