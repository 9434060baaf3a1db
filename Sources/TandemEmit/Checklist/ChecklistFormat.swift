/// The forms in which a checklist can be written.
public enum ChecklistFormat: String, Sendable, CaseIterable {
  /// The form of the supplied documents, with the checks listed under each section.
  case rst
  /// For a repository or a wiki.
  case markdown

  /// The extension of the file's name.
  public var fileExtension: String { self == .rst ? "rst" : "md" }
}
