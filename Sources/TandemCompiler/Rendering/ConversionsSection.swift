import TandemValues

/// The chapter of the language's page on what each conversion of the catalog does.
enum ConversionsSection {
  static func write(to page: inout ReferencePage) {
    page.heading("What each conversion does", "conversions")
    page.paragraph(
      "Most conversions follow from the two types; a row may name one, with arguments where it takes some",
      "(`conversion: upperCase`, `conversion: 'phoneNumber(defaultPrefix: \"+31\")'`), and clauses bring others. A value travels",
      "*there* into the target's type, and an edit of the target travels *back*. What a conversion cannot take is an error",
      "at that record, and nothing is written. The examples are what the conversions themselves give.")
    page.table(
      ["conversion", "in a row", "there", "back", "a round trip", "example"],
      ConversionEntry.all.map { entry in
        [
          "`\(entry.signature)`", entry.origin, entry.forward + entry.takes, entry.backward, entry.laws,
          entry.example,
        ]
      })
    page.paragraph(
      "The arguments stand between brackets behind the name, each with its label: text between quotation marks, whole numbers,",
      "`true` and `false`, lists between square brackets. In RST the clause reads",
      "`conversion phoneNumber(defaultPrefix: \"+31\")`.")
    page.table(
      ["conversion", "argument", "is a", "needed", "means"],
      ConversionEntry.all.flatMap { entry in
        entry.parameters.map { parameter in
          [
            "`\(entry.name)`", "`\(parameter.label)`", parameter.kind.rawValue, parameter.isRequired ? "yes" : "",
            parameter.meaning,
          ]
        }
      })
  }

  static func write(_ entry: ConversionEntry, to page: inout ReferencePage) {
    page.heading("`\(entry.signature)`", "conversion-\(entry.name)", level: 3)
    var facts = [
      "- in a row: \(entry.origin)", "- there: \(entry.forward)\(entry.takes)", "- back: \(entry.backward)",
      "- a round trip: \(entry.laws)", "- example: \(entry.example)",
    ]
    for parameter in entry.parameters {
      let need = parameter.isRequired ? "" : ", may be left out"
      facts.append("- argument `\(parameter.label)`, a \(parameter.kind.rawValue)\(need): \(parameter.meaning)")
    }
    page.paragraph(facts)
  }
}
