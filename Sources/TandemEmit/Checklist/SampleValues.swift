import TandemSemantics
import TandemValues

/// Concrete values for a tester to type, chosen by what a property is called, its type and its length; the same for the
/// same property in every run.
struct SampleValues {
  let words: FlowWords

  /// Values that a user would enter, the best first; `variant` turns the list, so that several checks of one property use
  /// different ones.
  func values(_ path: ResolvedPath, _ side: FlowSide, variant: Int = 0) -> [Value] {
    guard let model = words.model(path, side) else { return [] }
    let all = candidates(model, path, words.entity(side), variant).filter { $0.conforms(to: path.type) == nil }
    guard !all.isEmpty else { return [] }
    let start = variant % all.count
    let turned = Array(all[start...] + all[..<start])
    if variant < 2 { return turned }
    return turned.map { value in
      let varied = Self.vary(value, variant)
      return varied.conforms(to: path.type) == nil ? varied : value
    }
  }

  private func candidates(
    _ model: PropertyModel, _ path: ResolvedPath, _ entity: EntityModel, _ variant: Int
  ) -> [Value] {
    switch path.type {
    case .string(let maximum): return texts(model, path, entity, maximum, variant).map(Value.string)
    case .integer:
      if Self.isCode(model.name) { return [.integer(Int64(10_042 + variant)), .integer(Int64(20_077 + variant))] }
      if Self.has(model, ["percent", "probability"]) { return [.integer(25), .integer(80)] }
      return [.integer(42), .integer(750)]
    case .decimal(let precision, let scale):
      let digits = min(scale ?? 2, 2)
      let fits = (precision ?? 18) - (scale ?? 2) >= 4 && !Self.has(model, ["percent", "discount", "quantity"])
      let coefficients: [Int128] = fits ? [123_450, 98_075] : [1250, 375]
      return coefficients.compactMap { DecimalNumber(coefficient: $0, scale: 2)?.rounded(toScale: digits) }.map(
        Value.decimal)
    case .float: return Self.has(model, ["fraction"]) ? [.float(0.055), .float(0.25)] : [.float(12.5), .float(980.75)]
    case .boolean: return [.boolean(true), .boolean(false)]
    case .date:
      return Self.has(model, ["birth"])
        ? Self.dates(["1984-02-29", "1991-12-31"]) : Self.dates(["2028-02-29", "2027-12-31"])
    case .time: return ["09:30:00", "17:15:00"].compactMap(TimeOfDay.init).map(Value.time)
    case .datetime:
      let texts =
        Self.has(model, ["birth"])
        ? ["1984-02-29T00:00:00Z", "1991-12-31T00:00:00Z"] : ["2028-02-29T09:30:00Z", "2027-12-31T13:15:00Z"]
      return texts.compactMap(Timestamp.init).map(Value.datetime)
    case .guid: return [.guid(GUID(bits: 0x0F8F_AD5B_D9CB_469F_A165_7086_7728_950E))]
    case .enumeration(let values, _): return values.map(Value.string)
    case .binary, .json, .object, .list: return []
    }
  }

  private func texts(
    _ model: PropertyModel, _ path: ResolvedPath, _ entity: EntityModel, _ maximum: Int?, _ variant: Int
  ) -> [String] {
    let name = Self.letters(model.name)
    if name.contains("country") {
      let two = maximum.map { $0 >= 3 } ?? false ? ["NOR", "POL"] : ["NO", "PL"]
      return two
    }
    // What an element of a list is, its list says: `Emails.Value`; and some labels say more than the names.
    let words = Self.letters(path.text) + Self.letters(model.label)
    for (needles, texts) in Self.known where needles.contains(where: words.contains) { return texts }
    if Self.isCode(model.name) { return codes(model, maximum, variant) }
    if name.contains("name") || name.contains("title") || name.contains("subject") || name == "description" {
      return Self.titles(entity)
    }
    return Self.remarks
  }

  /// The example that the description gives (`T and digits, T1001.`), else digits; counted up.
  private func codes(_ model: PropertyModel, _ maximum: Int?, _ variant: Int) -> [String] {
    var example = "10042"
    for word in (model.about ?? "").split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    where word.count >= 4 && word.last?.isNumber == true && word.first?.isLetter == true {
      example = String(word)
    }
    let letters = example.prefix { $0.isLetter }
    guard let number = Int(example.dropFirst(letters.count)) else { return [example] }
    return [number + variant * 2 + 1, number + variant * 2 + 2].map { "\(letters)\($0)" }
  }

  /// A value like another one: `Ålesund 4`, `ase.odegard4@example.com`.
  private static func vary(_ value: Value, _ variant: Int) -> Value {
    switch value {
    case .string(let text):
      if let at = text.firstIndex(of: "@") { return .string("\(text[..<at])\(variant)\(text[at...])") }
      if text.count <= 3 || text.last?.isNumber == true { return value }
      return .string("\(text) \(variant)")
    case .date(let date): return .date(CalendarDate(daysSinceEpoch: date.daysSinceEpoch + variant))
    default: return value
    }
  }

  // MARK: What names mean

  private static let remarks = ["Søk «lift» at gate B", "Don't ring; use the side door"]

  /// True when nothing about the property says what its text means.
  func isUnspecific(_ path: ResolvedPath, _ side: FlowSide) -> Bool {
    guard case .string(let maximum) = path.type, let model = words.model(path, side) else { return false }
    return texts(model, path, words.entity(side), maximum, 0) == Self.remarks
  }

  private static let known: [([String], [String])] = [
    (["mail", "login", "manager"], ["ase.odegard@example.com", "jose.munoz+test@example.org"]),
    (["phone", "mobile", "fax"], ["+47 22 33 44 55", "+31 20 555 0100"]),
    (["firstname"], ["Åse", "José María"]), (["lastname"], ["Ødegård", "O'Neill"]),
    (["displayname", "fullname", "requestedby"], ["Åse Ødegård", "José O'Neill"]),
    (["initials"], ["ÅØ", "JO"]), (["salutation"], ["Kjære Åse", "Dear Mr O'Neill"]),
    (["jobtitle"], ["Einkäuferin", "R&D manager"]), (["department"], ["Økonomi", "R&D"]),
    (["city", "town"], ["Ålesund", "Łódź"]), (["street", "addressline"], ["Sjøgata 12 B", "Ulica Piotrkowska 7/9"]),
    (["zip", "postcode", "postal"], ["6003", "90-001"]),
    (["website", "url", "homepage"], ["https://example.com/a?b=1", "https://example.org"]),
    (["currency"], ["NOK", "EUR"]), (["language"], ["NO", "EN"]),
    (["vatnumber"], ["NO 987 654 321 MVA", "NL 0012 34567 B01"]),
    (["location"], ["Hall 3, gate B", "Łódź, 2. piętro"]),
    (["opportunity"], ["Nytt lager, Ålesund", "Café \"Zürich\""]),
    (["pricelist", "pricebook"], ["Standard", "Export"]),
    (["supplierkind", "category", "group"], ["Supplier", "Manufacturer"]),
    (["suppliername", "company"], ["Ødegård & Sønner AS", "Café \"Zürich\""]),
  ]

  private static func titles(_ entity: EntityModel) -> [String] {
    let name = letters(entity.name)
    func isOne(_ words: String...) -> Bool { words.contains(where: name.contains) }
    if isOne("customer", "account", "compan", "division", "supplier") {
      return ["Ødegård & Sønner AS", "Café \"Zürich\""]
    }
    if isOne("product", "item") { return ["Håndsag 45 cm", "Pipe 1/2\" (5 m)"] }
    if isOne("task", "activit") { return ["Måle taket", "Call O'Neill, 2nd try"] }
    if isOne("project") { return ["Nytt lager, Ålesund", "Café \"Zürich\": roof"] }
    if isOne("order", "quot", "invoice") { return ["40 håndsager", "Tiles & glue, 2nd delivery"] }
    return ["Prøve, nytt år", "O'Neill & \"Zürich\""]
  }

  static func isCode(_ name: String) -> Bool {
    let name = letters(name)
    return ["number", "code", "sku", "reference", "orgnr", "yourref", "accountnr"].contains(where: name.contains)
  }

  private static func has(_ model: PropertyModel, _ needles: [String]) -> Bool {
    let text = letters(model.name) + letters(model.about ?? "")
    return needles.contains(where: text.contains)
  }

  private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

  private static func dates(_ texts: [String]) -> [Value] { texts.compactMap(CalendarDate.init).map(Value.date) }
}
