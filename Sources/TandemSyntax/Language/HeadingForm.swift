/// The headings and fixed lines of an RST document.
public enum HeadingForm {
  /// The title, between two rules of `=`.
  public static let title = Template("{otherSystem} to {system} Dataflow")
  /// The line that tells when the document was generated.
  public static let generated = Template("\(generatedWord): {text}")
  /// The word that opens that line.
  public static let generatedWord = "Generated"
  /// The heading of the introduction; older documents end it with a full stop over a rule of twelve dashes.
  public static let introduction = (current: "Introduction", older: "Introduction.", ruleLength: 12)
  /// The heading of a section.
  public static let section = Template("{source} to {target}")
  /// The heading of the parameters.
  public static let parameters = "Parameters"
  /// The heading of a value map.
  public static let values = Template("Values: {name}")
  /// The lines that open a table, without indentation and with that of the option.
  public static let tableDirective = ".. list-table::"
  /// The option line of a table, with its indentation.
  public static let tableOption = "   :header-rows: 1"
  /// What stands before the first cell of a row.
  public static let rowOpening = "   * - "
  /// What stands before each further cell.
  public static let cellOpening = "     - "

  /// The headings and the line, for lists of everything.
  public enum Kind: Sendable, Hashable, CaseIterable {
    case title, generated, introduction, olderIntroduction, section, parameters, values

    /// How it reads.
    public var text: String {
      switch self {
      case .title: return HeadingForm.title.text
      case .generated: return HeadingForm.generated.text
      case .introduction: return HeadingForm.introduction.current
      case .olderIntroduction: return HeadingForm.introduction.older
      case .section: return HeadingForm.section.text
      case .parameters: return HeadingForm.parameters
      case .values: return HeadingForm.values.text
      }
    }
  }
}
