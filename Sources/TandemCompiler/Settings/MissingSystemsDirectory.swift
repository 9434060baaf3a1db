import TandemSyntax

/// A directory of system descriptions that is not there.
enum MissingSystemsDirectory {
  static let rule = Rule(
    code: "T0604", name: "missing-systems-directory", category: .syntax, severity: .error,
    summary: "The settings name a directory of system descriptions that does not exist.",
    page: """
      `systems` names the directory of the descriptions, relative to the file of settings. Without the key the directory
      `systems` beside or above the first document is taken; `--systems` on the command line comes before both.
      """,
    failing: .yaml("systems: no/such/directory\n"), passing: .yaml("systems: systems\n"))

  static func diagnostic(_ systems: Located<String>, path: String) -> Diagnostic {
    Diagnostic(
      rule, "there is no directory `\(path)`",
      explanation: "Name the directory of the system descriptions, relative to this file, or remove the key.",
      at: systems.span)
  }
}
