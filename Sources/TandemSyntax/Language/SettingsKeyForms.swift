/// The words of the keys of a project's settings; ``KeyForm/ofSettings`` describes them.
enum SettingsKey {
  /// The severities of diagnostics.
  static let severities = "severities"
  /// The directory of the system descriptions.
  static let systems = "systems"
}

extension KeyForm {
  /// All keys of a project's settings.
  public static let ofSettings: [KeyForm] = [
    KeyForm(
      .settings, SettingsKey.severities, "{type-differs: note, T3001: error}",
      "For the code or the name of a diagnostic, how much it matters here. What is an error by nature stays one."),
    KeyForm(
      .settings, SettingsKey.systems, "../systems",
      "The directory of the system descriptions, seen from the directory of the settings."),
  ]
}
