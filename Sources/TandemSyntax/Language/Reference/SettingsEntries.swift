/// What a project decides for all of its documents.
enum SettingsEntries {
  static let all: [FileEntry] = KeyForm.ofSettings.map { key in
    switch key.key {
    case SettingsKey.systems:
      return FileEntry(
        "settings-systems", "Where the system descriptions stand", in: .settings, key.summary, [key],
        "\(SettingsKey.systems): descriptions")
    default:
      return FileEntry(
        "settings-severities", "How much a finding matters", in: .settings, key.summary, [key],
        """
        \(SettingsKey.severities):
          empty-table: \(SettingsLevel.error.rawValue)
          T3023: \(SettingsLevel.note.rawValue)
          type-differs: \(SettingsLevel.warning.rawValue)
          partial-conversion: \(SettingsLevel.off.rawValue)
        """)
    }
  }
}
