import TandemSyntax

/// The language on one page, made from the tables that the readers use; `tandem explain language` prints it.
public enum LanguagePage {
  /// The page, in Markdown.
  public static var text: String {
    var lines = [
      "<!-- Written by 'make generate' from the tables of the language. Edits are lost. -->", "",
      "# The language of dataflow documents", "",
      "A document keeps the entities of two systems in step. It is written in RST or in YAML; both say the same.", "",
      "## A first document", "", "In RST, every sentence to the letter, headings underlined over their whole length:",
      "",
      "```rst", exampleRST, "```", "", "The same in YAML:", "", "```yaml", exampleYAML, "```", "",
      "Check it with `tandem check FILE`; the systems are described in a directory `systems` beside or above it.", "",
      "## Sentences of a section (RST)", "",
      "In this order; each is a paragraph of its own unless the example shows otherwise. `{source}` and `{target}` are the",
      "names of the heading, `{expression}` is an expression between double back quotes.", "",
    ]
    for form in SentenceForm.all { lines += ["    \(form.template.text)", "", form.summary, ""] }
    lines.removeLast()
    lines += ["", "## Keys of a flow (YAML)", "", "| key | words | the same in RST |", "|---|---|---|"]
    lines += PolicyForm.all.map { form in
      let sentence = form.sentence.map { "\(code(SentenceForm.of($0).template.text))" } ?? "(no sentence)"
      return "| `\(form.key)` | `\(form.words.text)` | \(sentence) |"
    }
    lines += [
      "",
      "`match` is a list: each item maps properties of the source to properties of the target that must all be equal.",
      "Pairs whose cells have conditions, or that name a property twice, stand as a list of rows with `source` and `target`.",
      "`deletion` maps the name of the system in which a record is deleted to one of its words.", "",
      "## Columns of the property table", "", "| column in RST | key in YAML |", "|---|---|",
    ]
    lines += (ColumnForm.properties.required + ColumnForm.properties.optional).map { column in
      "| \(column.heading.text) | \(column.key.map { "`\($0)`" } ?? "see below") |"
    }
    lines += ["", "## Directions", "", "The Direction column, or the key `\(DirectionForm.key)`:", ""]
    lines += DirectionForm.all.map { "- `\($0.template.text)`: \($0.summary)" }
    lines += [
      "", "## Rules of a row", "", "Clauses of the Rule column, separated by `;`, or keys of the YAML row:", "",
    ]
    lines += ["| clause in RST | key in YAML | what it does |", "|---|---|---|"]
    lines += ClauseForm.all.map { "| \(code($0.template.text)) | `\($0.key)` | \($0.summary) |" }
    lines += [
      "",
      "A cell may end in `(\(DependencyForm.template.text))`, which selects the element of a list (or the record) whose",
      "property has the value; in YAML the keys are `\(DependencyForm.keys.source)` and `\(DependencyForm.keys.target)`.",
      "",
      "## Expressions", "",
      "Property paths (`status`, `address.city`), parameters (`$name`), literals (`\"text\"`, numbers, `true`, `false`);",
      "`=`, `!=`, `<`, `<=`, `>`, `>=`, `in (...)`, `not in (...)`, `is empty`, `is not empty`, `and`, `or`, `not`, parentheses.",
      "",
      "## Value maps and parameters", "",
      "In RST a last section `\(HeadingForm.values.text)` holds a table of two columns, one value of each system a row; the left",
      "cell `\(ColumnForm.otherwise.word)` says what happens to all others: `\(ColumnForm.otherwise.error)`, `\(ColumnForm.otherwise.keep)`, `\(ColumnForm.otherwise.empty)`, or a value in quotation marks.",
      "A section `\(HeadingForm.parameters)` names values that differ per environment, with their types and defaults.",
      "In YAML these are the keys `values` and `parameters` of the document. A value map that has a value twice is a list.",
      "",
      "## The other notation", "",
      "`tandem convert FILE --to yaml` prints a document in the other notation, `--to rst` back; the bytes are the same again.",
      "What an RST document lays out otherwise than usual stands in YAML under the key `\(LayoutForm.documentKey)`; lines are counted in the RST:",
      "", "| key | what stands there |", "|---|---|",
    ]
    lines += LayoutForm.all.map { "| `\($0.key)` | \($0.summary) |" }
    lines += CommentsSection.lines
    lines += [
      "",
      "## What is not understood never writes", "",
      "A flow with an empty property table, a condition in prose, or a type `N/A` that nothing resolves is held: it is checked",
      "and generated, and `sync plan` says why it does not run.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A code span whose fence is longer than any run of back quotes in it.
  private static func code(_ text: String) -> String {
    text.contains("`") ? "``` \(text) ```" : "`\(text)`"
  }

  /// A small document in RST; a test checks it against the sample systems.
  static let exampleRST = """
    =================================
    Custom CRM to Salesforce Dataflow
    =================================

    Generated: 2026-11-01 09:00:00

    Introduction
    ------------

    The customers of Custom CRM are the accounts of Salesforce.

    Custom CRM Customer to Salesforce Account
    -----------------------------------------
    Every Custom CRM Customer will be synchronized with a Salesforce Account.

    If a matching Salesforce Account already exists, the Custom CRM Customer will be merged with the existing one.
    If no matching Salesforce Account is found, a new Salesforce Account will be created.

    A Custom CRM Customer will merge with a Salesforce Account if one of the following property combinations match:

    .. list-table::
       :header-rows: 1

       * - Custom CRM Customer Property
         - Salesforce Account Property
       * - customerNumber
         - AccountNumber

    Once a link between a Custom CRM Customer and a Salesforce Account is established, it will keep in sync between the two systems, regardless of where it is edited.

    The following properties are synchronized between a Custom CRM Customer and a Salesforce Account:

    .. list-table::
       :header-rows: 1

       * - Custom CRM Customer Property
         - Salesforce Account Property
         - Salesforce Data Type
         - Direction
         - Rule
       * - customerNumber
         - AccountNumber
         - "string"
         - to Salesforce
         -
       * - name
         - Name
         - "string"
         -
         - Custom CRM wins
       * - phone
         - Phone
         - "string"
         -
         -
    """

  /// The same document in YAML.
  static let exampleYAML = """
    dataflow: Custom CRM to Salesforce
    generated: "2026-11-01 09:00:00"
    introduction: The customers of Custom CRM are the accounts of Salesforce.
    flows:
    - flow: Custom CRM Customer to Salesforce Account
      create: always
      match:
      - {customerNumber: AccountNumber}
      properties:
      - {source: customerNumber, target: AccountNumber, type: string, direction: to Salesforce}
      - {source: name, target: Name, type: string, wins: Custom CRM}
      - {source: phone, target: Phone, type: string}
    """
}
