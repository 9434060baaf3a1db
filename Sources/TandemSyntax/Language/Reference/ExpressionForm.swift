/// One form of the expression language with an example, for the documentation and the completions. What an expression
/// may be says the grammar of ``ExpressionReader``.
public struct ExpressionForm: Sendable {
  /// How it reads: `a in (b, c)`.
  public let form: String
  /// What it says, in one sentence.
  public let summary: String
  /// A whole condition that uses it, on a customer of the example's shop.
  public let example: String

  private typealias Word = ExpressionWord

  init(_ form: String, _ summary: String, _ example: String) {
    self.form = form
    self.summary = summary
    self.example = example
  }

  /// All forms: operands first, then what is said of them, then what joins conditions.
  public static let all: [ExpressionForm] = [
    ExpressionForm("property", "The value of a property; a flag is a condition by itself.", "vip"),
    ExpressionForm("a.b", "A part of a property.", "address.city = \"Utrecht\""),
    ExpressionForm("$name", "A parameter.", "name != $rank"),
    ExpressionForm(
      "\"text\"", "Text; a quotation mark in it is written `\\\"`, a backslash `\\\\`.",
      "name = \"Shop \\\"De Hoek\\\"\""),
    ExpressionForm("12, -1.5", "A number.", "points = 12"),
    ExpressionForm("\(Word.true), \(Word.false)", "A flag.", "vip = true"),
    ExpressionForm("\"2024-12-31\"", "A date, a time or a moment stands in quotation marks.", "since = \"2024-12-31\""),
    ExpressionForm("a = b", "Both are equal.", "status = \"active\""),
    ExpressionForm("a != b", "They differ.", "status != \"blocked\""),
    ExpressionForm("a < b", "The first is less, or earlier.", "points < 100"),
    ExpressionForm("a <= b", "The first is not greater.", "points <= 100"),
    ExpressionForm("a > b", "The first is greater, or later.", "since > \"2024-01-01\""),
    ExpressionForm("a >= b", "The first is not less.", "points >= 100"),
    ExpressionForm("a \(Word.in) (b, c)", "It is one of these.", "status in (\"active\", \"blocked\")"),
    ExpressionForm("a \(Word.not) \(Word.in) (b, c)", "It is none of these.", "name not in (\"Test\", \"Demo\")"),
    ExpressionForm("a \(Word.is) \(Word.empty)", "It has no value.", "email is empty"),
    ExpressionForm("a \(Word.is) \(Word.not) \(Word.empty)", "It has a value.", "email is not empty"),
    ExpressionForm("\(Word.not) a", "The condition does not hold.", "not vip"),
    ExpressionForm("a \(Word.and) b", "Both hold. It binds more tightly than `or`.", "vip and points > 100"),
    ExpressionForm("a \(Word.or) b", "At least one holds.", "vip or points > 100 and email is not empty"),
    ExpressionForm(
      "(a \(Word.or) b) \(Word.and) c", "Parentheses group.", "(vip or points > 100) and email is not empty"),
  ]
}
