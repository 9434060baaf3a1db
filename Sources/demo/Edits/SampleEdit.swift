/// What a user does, and where it must be seen afterwards: both in one place, so that they cannot drift apart.
struct SampleEdit {
  /// What happens, for people.
  let sentence: String
  /// The statements, each in the database of one system. Every one must change a record.
  let steps: [Step]
  /// Where the edit must have arrived after the next run.
  let checks: [Check]

  /// One statement.
  struct Step {
    let system: SampleSystem
    let sql: String
  }

  /// One value of one record of another system, found by a key that people know.
  struct Check {
    let system: SampleSystem
    /// The record and the property, for people.
    let place: String
    /// Selects the value.
    let sql: String
    /// The value as text; `nil` for none.
    let expected: String?
  }

  init(_ sentence: String, _ steps: [Step], arrives checks: [Check]) {
    self.sentence = sentence
    self.steps = steps
    self.checks = checks
  }
}

extension SampleEdit.Step {
  static func edit(_ system: SampleSystem, _ sql: String) -> Self { Self(system: system, sql: sql) }
}

extension SampleEdit.Check {
  static func expect(_ expected: String?, in system: SampleSystem, _ place: String, _ sql: String) -> Self {
    Self(system: system, place: place, sql: sql, expected: expected)
  }
}
