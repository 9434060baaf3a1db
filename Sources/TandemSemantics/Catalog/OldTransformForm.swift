/// One of the transforms that the oldest documents print in the Data Type column, every opening bracket lost.
public struct OldTransformForm: Sendable {
  /// The text of the cell.
  public let text: String
  /// What it means, in one sentence.
  public let summary: String
  /// A source and a target of the example's systems between which it may stand.
  let example: (source: String, target: String)

  /// The clause that says the same today; `nil` where the types say it.
  public var clause: String? { OldTransform(text)?.clause }

  /// All of them.
  public static let all: [OldTransformForm] = [
    OldTransformForm(
      "\"datetime-format\",\"%Y-%m-%d\",\"_.\"]", "Writes a date as text.", ("since", "Email2")),
    OldTransformForm(
      "\"datetime-format\",\"%Y-%m-%dT%H:%M:%S\",\"_.\"]", "Writes a moment as text.", ("joined", "Email2")),
    OldTransformForm(
      "\"datetime-format\",\"%Y-%m-%dT%H:%M:%SZ\",\"_.\"]", "The same with the letter of the world's time.",
      ("joined", "Email2")),
    OldTransformForm("\"replace\",\" \",\"\", \"string\"]", "Removes the blanks.", ("email", "Email")),
    OldTransformForm("\"integer\", \"decimal\"]", "A decimal, cut to a whole number.", ("balance", "Points")),
    OldTransformForm(
      "\"if\", \"is-decimal\", \"decimal\", \"integer\"]", "A decimal where it is one, else a whole number.",
      ("points", "Points")),
    OldTransformForm(
      "\"if\", \"neq\", \"_.\", \"X\"], \"integer\", \"string\"]", "A whole number, unless the value is `X`.",
      ("points", "Email2")),
    OldTransformForm(
      "\"if\",\"or\",\"is-empty\",\"_.\"],\"eq\",\"\",\"_.\"]],\"-\",\"_.\"]", "A dash where there is no value.",
      ("email", "Email")),
    OldTransformForm(
      "\"if\",\"matches\",\"+* *\",\"_.\"],\"join\",\" \",\"slice\", 1,\"split\", \" \",\"_.\"]]],\"_.\"]",
      "Drops the country's prefix of a telephone number.", ("email", "Mobile")),
    OldTransformForm(
      "\"if\",\"matches\",\"+*\",\"_.\"],\"join\",\" \",\"slice\", 1,\"split\", \" \",\"_.\"]]],\"_.\"]", "The same.",
      ("email", "Mobile")),
  ]

  private init(_ text: String, _ summary: String, _ example: (source: String, target: String)) {
    self.text = text
    self.summary = summary
    self.example = example
  }
}
