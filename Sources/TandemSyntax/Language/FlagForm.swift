/// The words of flags, and those that people write for them.
public enum FlagForm {
  /// Yes.
  public static let on = "true"
  /// No.
  public static let off = "false"
  /// The word of a flag.
  public static func text(of flag: Bool) -> String { flag ? on : off }

  /// The flag that a word is; `nil` for any other.
  static func read(_ word: String) -> Bool? { word == on ? true : word == off ? false : nil }

  /// The word of the language for one that YAML or people use.
  static func nearest(to word: String) -> String? {
    switch word.lowercased() {
    case "yes", "on", on: return on
    case "no", "off", off: return off
    default: return nil
    }
  }
}
