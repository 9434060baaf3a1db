import TandemSemantics
import TandemValues

/// Concrete values for a tester to type, chosen by type and constraints; the same for the same property in every run.
enum SampleValues {
  /// Two different typical values that the property accepts; fewer where its type has fewer.
  static func typical(_ property: PropertyModel, type: ValueType) -> [Value] {
    switch type {
    case .string(let maximum):
      let texts = text(for: property.name)
      return texts.map { .string(String($0.prefix(maximum ?? $0.count))) }
    case .integer: return [.integer(42), .integer(7)]
    case .decimal(let precision, let scale):
      let digits = scale ?? 2
      let fits = (precision ?? 18) - digits >= 4
      let coefficients: [Int128] = fits ? [123_450, 98_010] : [12, 9]
      return coefficients.compactMap { DecimalNumber(coefficient: $0, scale: min(digits, 2)).map(Value.decimal) }
    case .float: return [.float(12.5), .float(0.25)]
    case .boolean: return [.boolean(true), .boolean(false)]
    case .date: return [.date(CalendarDate(daysSinceEpoch: 19_979)), .date(CalendarDate(daysSinceEpoch: 19_782))]
    case .time:
      return [.time(TimeOfDay(microseconds: 34_200_000_000)), .time(TimeOfDay(microseconds: 62_100_000_000))]
    case .datetime:
      return [
        .datetime(Timestamp(microseconds: 1_726_040_479_000_000)),
        .datetime(Timestamp(microseconds: 1_709_209_800_000_000)),
      ]
    case .guid: return [.guid(GUID(bits: 0x0F8F_AD5B_D9CB_469F_A165_7086_7728_950E))]
    case .enumeration(let values, _): return values.prefix(2).map { .string($0) }
    case .binary, .json, .object, .list: return []
    }
  }

  private static func text(for name: String) -> [String] {
    let name = name.lowercased()
    let known: [(String, [String])] = [
      ("mail", ["aase.oedegaard@example.com", "jose.munoz@example.org"]),
      ("phone", ["+47 22 33 44 55", "+31 20 555 0100"]), ("mobile", ["+47 91 23 45 67", "+31 6 5550 0100"]),
      ("firstname", ["Åse", "José"]), ("lastname", ["Ødegård", "Muñoz"]), ("city", ["Ålesund", "Łódź"]),
      ("street", ["Sjøgata 12 B", "Ulica Piotrkowska 7"]), ("country", ["NO", "PL"]), ("zip", ["6003", "90-001"]),
      ("postcode", ["6003", "90-001"]), ("postal", ["6003", "90-001"]),
      ("web", ["https://example.com", "https://example.org"]),
      ("number", ["10042", "20077"]), ("code", ["A-100", "B-200"]), ("sku", ["SKU-1001", "SKU-2002"]),
      ("currency", ["EUR", "NOK"]), ("name", ["Ødegård & Sønner AS", "Café Zürich"]),
    ]
    return known.first { name.contains($0.0) }?.1 ?? ["Prøve Ünïcode", "Second text"]
  }
}
