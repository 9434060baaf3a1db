/// Tells faults of YAML from what follows from them, so that a person is told each fault once.
///
/// A line that is lost or moved leaves a key without its lines and puts lines where no key holds them.
enum YAMLConsequences {
  /// The diagnostics without those that follow from one of the others.
  ///
  /// - Parameters:
  ///   - diagnostics: In the order of the text.
  static func removed(from diagnostics: [Diagnostic], in file: SourceFile) -> [Diagnostic] {
    let misplaced = YAMLMisplacedList.rule.code
    let structure: Set<String> = [misplaced, YAMLBadIndentation.rule.code]
    guard diagnostics.count > 1, diagnostics.contains(where: { structure.contains($0.rule.code) }) else {
      return diagnostics
    }
    let lines = diagnostics.map { file.lineIndex(at: $0.span.lowerBound) }
    var isKept = [Bool](repeating: true, count: diagnostics.count)
    for index in diagnostics.indices {
      let code = diagnostics[index].rule.code
      for other in max(0, index - 2)..<min(diagnostics.count, index + 3) where other != index && isKept[other] {
        guard structure.contains(diagnostics[other].rule.code), abs(lines[index] - lines[other]) <= 2 else { continue }
        // What has the wrong kind stands beside what is out of its place; of two such the first is told.
        if code == YAMLWrongKind.rule.code || code == misplaced && other < index {
          isKept[index] = false
          break
        }
      }
    }
    return diagnostics.indices.filter { isKept[$0] }.map { diagnostics[$0] }
  }
}
