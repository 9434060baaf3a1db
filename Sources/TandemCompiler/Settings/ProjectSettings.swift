import TandemSyntax

/// What a project decides for all of its documents, in a file `tandem.yaml`.
public struct ProjectSettings: Sendable {
  /// The file.
  public let file: SourceFile
  /// The level of each code that the file names.
  public private(set) var levels: [String: SettingsLevel] = [:]
  /// The directory of the system descriptions as written, relative to the file's own directory.
  public private(set) var systems: Located<String>?
  /// What is wrong with the file.
  public var diagnostics: [Diagnostic] {
    rules.applied(to: found) { rule in SettingsRules.all.contains { $0 === rule } ? places(of: rule) : [] }
  }

  private var found: [Diagnostic]
  private var document: SettingsDocument?
  /// The comments, where a rule has to report every one of them.
  private var comments: [SourceSpan] = []
  private let rules: RuleSet

  /// Reads the settings. What is wrong is reported, and has no effect.
  public init(_ file: SourceFile) { self.init(file, rules: .standard) }

  /// Reads the settings by the given rules.
  public init(_ file: SourceFile, rules: RuleSet) {
    self.file = file
    self.rules = rules
    let reading = SettingsReader.read(file)
    found = reading.diagnostics + CommentInSettings.check(reading.tree)
    if rules.alwaysReporting != nil {
      comments = reading.tree.tokens.filter { $0.kind == .comment }.map { SourceSpan(file: file, $0.range) }
    }
    document = reading.product
    guard let document else { return }
    systems = document.systems
    var first: [String: Located<String>] = [:]
    for (name, level) in document.severities {
      guard let rule = RuleRegistry.rule(name.value) else {
        found.append(UnknownSettingCode.diagnostic(name))
        continue
      }
      if let earlier = first[rule.code] {
        found.append(RepeatedSettingCode.diagnostic(name, rule: rule, first: earlier))
        continue
      }
      first[rule.code] = name
      if rule.severity == .error, level.value != .error {
        found.append(LoweredError.diagnostic(rule, level: level))
      } else {
        levels[rule.code] = level.value
      }
    }
  }

  /// Notes that the directory of the descriptions does not exist.
  ///
  /// - Parameter path: Where it was looked for.
  public mutating func reportMissingSystems(at path: String) {
    guard let systems else { return }
    found.append(MissingSystemsDirectory.diagnostic(systems, path: path))
  }

  /// Where a rule on settings looks.
  private func places(of rule: Rule) -> [SourceSpan] {
    if rule === MissingSystemsDirectory.rule { return [systems?.span].compactMap(\.self) }
    if rule === CommentInSettings.rule { return comments }
    return (document?.severities ?? []).map(\.0.span)
  }

  /// The severity of a diagnostic in this project; `nil` when it is switched off. Errors stay errors.
  func severity(of diagnostic: Diagnostic) -> Severity? {
    guard diagnostic.severity != .error, let level = levels[diagnostic.rule.code] else { return diagnostic.severity }
    switch level {
    case .error: return .error
    case .warning: return .warning
    case .note: return .note
    case .off: return nil
    }
  }
}

/// The rules on settings, in the order of their codes.
public enum SettingsRules {
  /// All of them.
  public static let all: [Rule] = [
    UnknownSettingCode.rule, LoweredError.rule, RepeatedSettingCode.rule, MissingSystemsDirectory.rule,
    CommentInSettings.rule,
  ]
}
