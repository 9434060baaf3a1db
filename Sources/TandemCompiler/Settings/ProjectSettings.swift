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
  public private(set) var diagnostics: [Diagnostic]

  /// Reads the settings. What is wrong is reported, and has no effect.
  public init(_ file: SourceFile) {
    self.file = file
    let reading = SettingsReader.read(file)
    diagnostics = reading.diagnostics + CommentInSettings.check(reading.tree)
    guard let document = reading.product else { return }
    systems = document.systems
    var first: [String: Located<String>] = [:]
    for (name, level) in document.severities {
      guard let rule = RuleRegistry.rule(name.value) else {
        diagnostics.append(UnknownSettingCode.diagnostic(name))
        continue
      }
      if let earlier = first[rule.code] {
        diagnostics.append(RepeatedSettingCode.diagnostic(name, rule: rule, first: earlier))
        continue
      }
      first[rule.code] = name
      if rule.severity == .error, level.value != .error {
        diagnostics.append(LoweredError.diagnostic(rule, level: level))
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
    diagnostics.append(MissingSystemsDirectory.diagnostic(systems, path: path))
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
