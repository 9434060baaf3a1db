import TandemSemantics
import TandemSyntax

/// Documents whose empty tables hold what is suggested for them.
struct FilledTables {
  var documents: [SourceFile]
  /// The number of rows that were written.
  var count = 0

  init(unfilled documents: [SourceFile]) { self.documents = documents }

  /// Fills what can be filled without an error. Where a section would have one (a property that the target cannot do
  /// without, and nothing in the source fits), its tables stay empty: then the section is held, and the rest runs.
  init(_ documents: [SourceFile], systems: [SourceFile]) {
    self.documents = documents
    let descriptions = systems.map { SystemReader.read($0) }
    var suggestions = Suggesting(documents: documents, systems: systems).suggestions()
    // Each round leaves out one section at least, or is the last one.
    for _ in 0...suggestions.reduce(0, { $0 + $1.sections.count }) {
      let files = documents.map { document in
        suggestions.first { $0.dataflow.file.path == document.path }?.text ?? document
      }
      let errors = Compiler.check(documents: files, descriptions: descriptions).diagnostics.filter {
        $0.severity == .error
      }
      self.documents = files
      var isSettled = true
      for index in suggestions.indices where suggestions[index].leaveOutFaults(errors) { isSettled = false }
      if isSettled { break }
    }
    for suggestion in suggestions where suggestion.filled != nil {
      count += suggestion.sections.indices.reduce(0) { $0 + suggestion.writtenRows($1).count }
    }
  }
}

extension DocumentSuggestions {
  /// Leaves the tables of those sections empty in which errors stand.
  ///
  /// - Returns: True when there were such sections, so that the document is another one now.
  fileprivate mutating func leaveOutFaults(_ errors: [Diagnostic]) -> Bool {
    guard let filled else { return false }
    var faults: [(section: Int, message: String)] = []
    for (number, section) in sections.enumerated() where !writtenRows(number).isEmpty {
      let start = filled.flows[section.flow].title.lowerBound
      let next = section.flow + 1 < filled.flows.count ? filled.flows[section.flow + 1].title.lowerBound : Int.max
      let error = errors.first { $0.span.file === filled.file && (start..<next).contains($0.span.lowerBound) }
      if let error { faults.append((number, error.message)) }
    }
    for fault in faults { leaveOut(section: fault.section, because: fault.message) }
    return !faults.isEmpty
  }
}
