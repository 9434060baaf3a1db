import TandemRuntime
import TandemValues

/// Values for properties by what their names mean.
enum SandboxValues {
  /// What a property holds, as far as its name tells.
  enum Meaning: Hashable {
    case email, phone, givenName, familyName, fullName, company, street, city, postalCode, country, product, stockNumber
    case position, activity, note, currency, website, code, percentage, quantity, amount, year, unknown
  }

  /// Words in names and what they mean; the first that is contained decides.
  private static let words: [(word: String, meaning: Meaning)] = [
    ("email", .email), ("mail", .email), ("phone", .phone), ("mobile", .phone), ("fax", .phone),
    ("firstname", .givenName), ("givenname", .givenName), ("lastname", .familyName), ("familyname", .familyName),
    ("surname", .familyName), ("fullname", .fullName), ("contactname", .fullName), ("personname", .fullName),
    ("username", .email), ("company", .company), ("accountname", .company), ("customername", .company),
    ("organisation", .company), ("organization", .company), ("street", .street), ("addressline", .street),
    ("address", .street), ("city", .city), ("town", .city), ("postal", .postalCode), ("postcode", .postalCode),
    ("zip", .postalCode), ("country", .country), ("sku", .stockNumber), ("stocknumber", .stockNumber),
    ("productcode", .stockNumber), ("itemcode", .stockNumber), ("productname", .product), ("product", .product),
    ("item", .product), ("jobtitle", .position), ("position", .position), ("function", .position),
    ("subject", .activity), ("title", .activity), ("task", .activity), ("project", .activity), ("activity", .activity),
    ("description", .note), ("note", .note), ("remark", .note), ("comment", .note), ("memo", .note),
    ("currency", .currency), ("website", .website), ("url", .website), ("discount", .percentage),
    ("percent", .percentage),
    ("quantity", .quantity), ("hours", .quantity), ("stock", .quantity), ("year", .year), ("price", .amount),
    ("amount", .amount), ("total", .amount), ("cost", .amount), ("budget", .amount), ("revenue", .amount),
    ("number", .code), ("code", .code), ("reference", .code), ("name", .company),
  ]

  static func meaning(of name: String) -> Meaning {
    let letters = String(decoding: name.lowercased().utf8.filter { (0x61...0x7A).contains($0) }, as: UTF8.self)
    return words.first { contains(letters.utf8, $0.word.utf8) }?.meaning ?? .unknown
  }

  /// What a property of an entity holds: a bare `Name` or `Code` means what the entity is.
  static func meaning(of name: String, in entity: EntityReference) -> Meaning {
    let plain = meaning(of: name)
    let kind = words(in: entity.entity)
    switch plain {
    case .company where ["name", "label", entity.entity.lowercased() + "name"].contains(name.lowercased()):
      return kind ?? plain
    case .code where kind == .product: return .stockNumber
    default: return plain
    }
  }

  private static let kinds: [(word: String, meaning: Meaning)] = [
    ("product", .product), ("item", .product), ("contact", .fullName), ("user", .fullName), ("employee", .fullName),
    ("person", .fullName), ("project", .activity), ("task", .activity), ("activit", .activity), ("quot", .activity),
    ("order", .activity), ("invoice", .activity),
  ]

  private static func words(in entity: String) -> Meaning? {
    let letters = entity.lowercased()
    return kinds.first { contains(letters.utf8, $0.word.utf8) }?.meaning
  }

  private static func contains(_ text: String.UTF8View, _ word: String.UTF8View) -> Bool {
    let bytes = Array(text)
    let searched = Array(word)
    guard bytes.count >= searched.count else { return false }
    return (0...bytes.count - searched.count).contains { bytes[$0..<$0 + searched.count].elementsEqual(searched) }
  }

  // MARK: Values by type

  static func value(
    of type: ValueType, _ meaning: Meaning, name: String, number: Int, person: SandboxPerson,
    random: inout SandboxRandom
  ) -> Value {
    switch type {
    case .string(let limit):
      let text = text(meaning, name: name, number: number, person: person, random: &random)
      return .string(cut(text, to: limit))
    case .enumeration(let values, _): return random.element(of: values).map(Value.string) ?? .null
    case .integer:
      switch meaning {
      case .year: return .integer(Int64(2015 + random.number(below: 12)))
      case .percentage: return .integer(Int64(random.number(below: 10) * 5))
      case .quantity: return .integer(Int64(1 + random.number(below: 250)))
      default: return .integer(Int64(1_000 + number))
      }
    case .decimal(let precision, let scale): return decimal(meaning, precision, scale, &random)
    case .float: return .float(Double(random.number(below: 1_000_000)) / 64)
    case .boolean: return .boolean(random.happens(percent: 50))
    case .date: return .date(CalendarDate(daysSinceEpoch: 19_723 + random.number(below: 900)))
    case .time: return .time(TimeOfDay(microseconds: Int64(random.number(below: 96)) * 900_000_000))
    case .datetime:
      let seconds = 1_704_067_200 + Int64(random.number(below: 77_000_000))
      return .datetime(Timestamp(microseconds: seconds * 1_000_000 + Int64(random.number(below: 1_000)) * 1_000))
    case .guid:
      let bits = UInt128(random.next()) << 64 | UInt128(random.next())
      let version = bits & ~(UInt128(0xF) << 76) | UInt128(4) << 76
      return .guid(GUID(bits: version & ~(UInt128(3) << 62) | UInt128(2) << 62))
    case .binary: return .binary((0..<random.number(below: 64)).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    case .json: return .string("{\"sample\":\(number),\"tags\":[\"a\",\"ø\"]}")
    case .list(let element):
      return .list(
        (0..<random.number(below: 4)).map { _ in
          value(of: element, meaning, name: name, number: number, person: person, random: &random)
        })
    case .object(let members):
      return .object(
        members.map {
          value(of: $0.type, Self.meaning(of: $0.name), name: $0.name, number: number, person: person, random: &random)
        })
    }
  }

  private static func decimal(
    _ meaning: Meaning, _ precision: Int?, _ scale: Int?, _ random: inout SandboxRandom
  ) -> Value {
    let places = min(scale ?? 2, 4)
    let before = max(min((precision ?? 12) - (scale ?? 2), 5), 0)
    var bound = 1
    for _ in 0..<(places + before) { bound *= 10 }
    if meaning == .percentage { bound = min(bound, 30) }
    return DecimalNumber(coefficient: Int128(random.number(below: bound)), scale: places).map(Value.decimal) ?? .null
  }

  private static func text(
    _ meaning: Meaning, name: String, number: Int, person: SandboxPerson, random: inout SandboxRandom
  ) -> String {
    switch meaning {
    case .email: return person.email
    case .phone: return person.phone
    case .givenName: return person.given
    case .familyName: return person.family
    case .fullName: return "\(person.given) \(person.family)"
    case .company: return person.company
    case .street: return person.street
    case .city: return person.city
    case .postalCode: return person.postalCode
    case .country: return person.country
    case .product: return random.element(of: SandboxPools.products)?.name ?? ""
    case .stockNumber: return "\(random.element(of: SandboxPools.products)?.code ?? "SKU")-\(10_000 + number)"
    case .position: return random.element(of: SandboxPools.positions) ?? ""
    case .activity: return "\(random.element(of: SandboxPools.activities) ?? "") \(number + 1)"
    case .note: return random.element(of: SandboxPools.notes) ?? ""
    case .currency: return random.element(of: SandboxPools.currencies) ?? ""
    case .website: return "https://www.example.com/\(number)"
    case .code: return "\(10_000 + number)"
    case .percentage, .quantity, .amount, .year: return "\(random.number(below: 1_000))"
    case .unknown: return "\(name) \(number + 1)"
    }
  }

  private static func cut(_ text: String, to limit: Int?) -> String {
    guard let limit, text.unicodeScalars.count > limit else { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.prefix(limit))
    return String(scalars)
  }
}
