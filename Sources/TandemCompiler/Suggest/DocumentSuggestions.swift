import TandemSemantics
import TandemSyntax

/// What is suggested for one document.
public struct DocumentSuggestions: Sendable {
  /// The document.
  public let dataflow: Dataflow
  /// The sections for which something is suggested, in order.
  public internal(set) var sections: [SectionSuggestion]
}
