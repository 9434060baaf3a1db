import TandemCompiler
import TandemEmit
import TandemSyntax

/// Systems and documents with hostile names and texts, and what is generated from them.
public struct HostileProject: Sendable {
  /// The documents that have no error.
  public private(set) var documents: [SourceFile] = []
  /// The systems of those documents.
  public private(set) var systems: [SourceFile] = []
  /// The documents with errors: their text with what was said, because a name or text cannot be written there.
  public private(set) var refused: [(document: SourceFile, systems: [SourceFile], reasons: [String])] = []
  /// The texts that the literals of the generated code must say, in UTF-8.
  public private(set) var texts: Set<[UInt8]> = []

  /// Makes a project.
  ///
  /// - Parameters:
  ///   - seed: The same seed gives the same project.
  ///   - pairs: The number of documents; each has two systems of its own.
  ///   - words: Further names, such as those that generated code itself uses.
  public init(seed: UInt64, pairs: Int, words: [String] = []) {
    var names = HostileNames(seed: seed, words: words)
    for number in 0..<pairs {
      let pair = HostilePair(number: number, names: &names)
      let compilation = Compiler.check(documents: [pair.document], systems: pair.systems)
      if compilation.hasErrors {
        refused.append((pair.document, pair.systems, Self.errors(compilation)))
      } else {
        documents.append(pair.document)
        systems += pair.systems
        texts.formUnion(pair.texts)
      }
    }
  }

  /// The errors of a compilation with their places.
  public static func errors(_ compilation: Compilation) -> [String] {
    compilation.diagnostics.filter { $0.severity == .error }.prefix(8)
      .map { "\($0.rule.code) \($0.span.file.path):\($0.span.start.line) \($0.message)" }
  }

  /// All of it, compiled together.
  public func compile() -> Compilation { Compiler.check(documents: documents, systems: systems) }

  /// Looks at generated files without compiling them: nothing left its literal or comment, and what the documents say stands
  /// in literals as it is.
  ///
  /// - Throws: The first property that does not hold.
  public func check(_ files: [GeneratedFile]) throws(Violation) {
    var literals: Set<[UInt8]> = []
    for file in files {
      let text = SwiftText(file.contents)
      if let fault = text.fault { throw Violation("no text leaves its literal or comment", "\(file.path): \(fault)") }
      if let word = text.words.first(where: { $0.contains(HostileWords.mark) }) {
        throw Violation("no text becomes code", "\(file.path): \(word)")
      }
      literals.formUnion(text.literals)
    }
    if let lost = texts.first(where: { !literals.contains($0) }) {
      throw Violation("every text stands in a literal as it is", String(decoding: lost, as: UTF8.self).debugDescription)
    }
  }

  /// The words that generated files use outside of literals, as names for another project.
  public static func words(of files: [GeneratedFile]) -> [String] {
    files.reduce(into: Set<String>()) { $0.formUnion(SwiftText($1.contents).words) }
      .filter { $0.first?.isNumber == false && $0.count < 60 }.sorted()
  }
}
