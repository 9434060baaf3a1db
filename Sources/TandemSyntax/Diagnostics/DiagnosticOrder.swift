/// The order in which diagnostics are shown: by file as it was given, then by place, then as found.
public enum DiagnosticOrder {
  /// The diagnostics in that order; those of files that were not given come last.
  public static func sorted(_ diagnostics: [Diagnostic], files: [SourceFile]) -> [Diagnostic] {
    var ranks: [ObjectIdentifier: Int] = [:]
    for (rank, file) in files.enumerated() where ranks[ObjectIdentifier(file)] == nil {
      ranks[ObjectIdentifier(file)] = rank
    }
    // Diagnostics are large, so their places are sorted instead of themselves.
    let places = diagnostics.enumerated().map { position, diagnostic in
      Place(
        file: ranks[ObjectIdentifier(diagnostic.span.file)] ?? .max, offset: diagnostic.span.lowerBound,
        position: position)
    }
    return places.sorted().map { diagnostics[$0.position] }
  }

  private struct Place: Comparable {
    var file: Int
    var offset: Int
    var position: Int

    static func < (left: Place, right: Place) -> Bool {
      if left.file != right.file { return left.file < right.file }
      if left.offset != right.offset { return left.offset < right.offset }
      return left.position < right.position
    }
  }
}
