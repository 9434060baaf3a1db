import TandemSyntax

/// Why a text is not in the notation that it seems to have.
struct ExportFault: Error {
  /// Where.
  var span: SourceSpan
  /// What is wrong there, as messages print it.
  var message: String
  /// The notation: `JSON`, `XML`.
  var notation: String
}
