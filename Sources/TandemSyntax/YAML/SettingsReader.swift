/// What a file of settings says, word for word: which codes and directories there are, others must know.
public struct SettingsDocument: Sendable {
  /// The text.
  public var file: SourceFile
  /// For the code or name of a diagnostic, the severity that it is to have, in the order of the text.
  public var severities: [(name: Located<String>, level: Located<SettingsLevel>)] = []
  /// The directory of the system descriptions, as written.
  public var systems: Located<String>?
}

/// What a project makes of a diagnostic.
public enum SettingsLevel: String, Sendable, CaseIterable {
  /// Nothing is generated while it stands.
  case error
  /// Probably wrong.
  case warning
  /// Good to know.
  case note
  /// Not reported.
  case off
}

/// Reads the settings of a project, which stand in YAML.
public enum SettingsReader {
  /// The name of the file.
  public static let fileName = "tandem.yaml"

  /// Reads a file of settings. Any bytes are welcome; one that holds nothing sets nothing.
  public static func read(_ file: SourceFile) -> Reading<SettingsDocument> {
    var reading = YAMLContext.read(file) { root, context -> SettingsDocument? in
      guard var keys = MappingReader(root, what: KeyForm.Place.settings.title, context: context) else { return nil }
      var document = SettingsDocument(file: file)
      if let severities = keys.mapping(SettingsKey.severities) {
        document.severities = severities.entries.compactMap { entry in
          guard !context.isFaulty(entry.key.span),
            let scalar = context.scalar(entry.value, of: "the severity of `\(ClauseText.excerpt(entry.key.text))`"),
            let level = level(scalar, of: entry.key, context: context)
          else { return nil }
          return (entry.key.located, level)
        }
      }
      document.systems = keys.text(SettingsKey.systems)
      keys.finish()
      return document
    }
    reading.diagnostics.removeAll { $0.rule.code == EmptyFile.rule.code }
    reading.diagnostics = SettingsShape.advised(reading.diagnostics)
    return reading
  }

  private static func level(
    _ scalar: YAMLScalar, of key: YAMLScalar, context: YAMLContext
  ) -> Located<SettingsLevel>? {
    if let level = SettingsLevel(rawValue: scalar.text) { return Located(level, at: scalar.contentSpan) }
    let words = SettingsLevel.allCases.map(\.rawValue)
    context.report(
      YAMLMalformedValue.diagnostic(
        scalar, of: key.text, forms: words.map { "`\($0)`" },
        nearest: SpellingDistance.nearest(to: scalar.text, in: words)))
    return nil
  }
}
