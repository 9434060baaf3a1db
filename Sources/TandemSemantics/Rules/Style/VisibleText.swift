/// Names as people see them.
enum VisibleText {
  /// True when the two differ in nothing but invisible characters. The readers report such characters; that the spelling
  /// differs is no help then.
  static func isSame(_ left: String, _ right: String) -> Bool { visible(left) == visible(right) }

  /// The words of a text, divided by blanks of any kind.
  static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { $0.properties.isWhitespace || !isVisible($0) }.map {
      String(String.UnicodeScalarView($0))
    }
  }

  private static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter(isVisible)))
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .surrogate: return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
