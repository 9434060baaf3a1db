/// Values of code tables that mean the same in most systems, each row beginning with the term for the others.
enum ValueTerms {
  static let synonyms: [[String]] = [
    ["true", "yes", "y", "on"],
    ["false", "no", "n", "off"],
    ["draft", "concept"],
    ["sent", "presented", "submitted", "issued"],
    ["accepted", "approved", "won", "confirmed"],
    ["rejected", "denied", "lost", "declined", "refused"],
    ["cancelled", "canceled", "void", "voided", "dropped", "aborted", "withdrawn", "stopped"],
    ["new", "open", "opened", "created"],
    ["planned", "planning", "to do", "todo", "not started", "waiting"],
    ["running", "in progress", "doing", "execution", "started", "processing", "under way"],
    ["done", "completed", "complete", "finished"],
    ["closed", "ended"],
    ["delivered", "shipped", "sent out"],
    ["paid", "settled"],
    ["prospect", "suspect", "lead", "potential"],
    ["active", "enabled"],
    ["inactive", "dormant", "disabled", "blocked", "archived"],
    ["high", "highest", "urgent"],
    ["normal", "medium", "middle"],
    ["low", "lowest", "minor"],
    ["zero", "none", "nil", "exempt"],
    ["piece", "each", "pcs", "ea", "pc", "pce", "unit"],
    ["box", "bx", "carton"],
    ["hour", "hr", "hur", "h"],
    ["day", "d"],
    ["kilogram", "kg", "kgm", "kilo"],
    ["gram", "g", "grm"],
    ["metre", "meter", "m", "mtr"],
    ["litre", "liter", "l", "ltr"],
    ["english", "en", "eng"],
    ["dutch", "nl", "nld"],
    ["german", "de", "deu", "ger"],
    ["french", "fr", "fra"],
    ["spanish", "es", "spa"],
    ["italian", "it", "ita"],
    ["norwegian", "no", "nor", "nb"],
    ["swedish", "sv", "swe"],
    ["danish", "da", "dan"],
    ["male", "man", "m", "mr"],
    ["female", "woman", "f", "mrs"],
    ["work", "business", "office"],
    ["private", "home", "personal"],
    ["service", "services"],
    ["consumable", "consumables", "supplies"],
  ]

  /// The rows that hold a text, by their numbers.
  static let rows: [String: Set<Int>] = {
    var rows: [String: Set<Int>] = [:]
    for (number, row) in synonyms.enumerated() {
      for text in row { rows[text, default: []].insert(number) }
    }
    return rows
  }()
}
