import TandemSandbox

/// A company that buys, is delivered to, or has projects.
struct SampleCompany {
  /// Counted from 0; number 0 is the trading company itself, under which colleagues buy.
  let index: Int
  let name: String
  let street: String
  let postalCode: String
  let city: String
  /// Two letters.
  let country: String
  let phone: String
  /// Whole euros.
  let creditLimit: Int

  /// The customer number, the same in every system.
  var number: Int { 10_000 + index }
  var registrationNumber: String { "\(61_000_000 + index * 37)" }
  var vatNumber: String { "\(country)\(800_000_000 + index * 113)B01" }
  var email: String { "office.\(number)@example.com" }
  var website: String { "https://www.example.com/\(number)" }
  var countryOfThreeLetters: String { Self.places.first { $0.country == country }?.longCountry ?? "" }

  // Which systems know it: seven of ten are known to CRM and ERP, two to CRM alone, one to ERP alone.
  var isInCRM: Bool { index % 10 != 9 }
  var isInERP: Bool { index % 10 < 7 || index % 10 == 9 }
  var isInPMS: Bool { index % 4 == 1 && index % 10 < 7 }
  /// In the bookkeeping under its number, or found there by its VAT number.
  var isInExact: Bool { index % 5 == 1 || isInExactWithoutNumber }
  var isInExactWithoutNumber: Bool { index % 5 == 3 && index % 2 == 1 }

  /// In ERP under another number than in CRM; found by its VAT number.
  var numberInERP: Int { index == 12 || index == 22 ? number + 18_000 : number }
  /// In PMS under a code of its own; found by name and city.
  var codeInPMS: String { index % 8 == 5 ? "\(number + 60_000)" : "\(number)" }

  static let statuses = ["active", "prospect", "active", "dormant", "active"]
  var status: String { Self.statuses[index % 5] }
  var statusInERP: String { ["A", "P", "A", "D", "A"][index % 5] }
  /// B or C: A is what an edit changes it to.
  var segment: String? { index % 7 == 6 ? nil : ["B", "C"][index % 2] }
  var segmentInERP: String? { index % 7 == 6 ? nil : ["SILVER", "BRONZE"][index % 2] }

  init(_ index: Int, _ random: inout SandboxRandom) {
    self.index = index
    let place = Self.places[index % Self.places.count]
    name =
      index == 0
      ? "Tandem Trading B.V."
      : "\(Self.words[index % Self.words.count]) \(Self.trades[(index / 3) % Self.trades.count]) "
        + "\(Self.forms[index % Self.forms.count])\(index >= 30 ? " \(1 + index / 30)" : "")"
    city = place.city
    country = place.country
    street = "\(Self.streets[(index * 5) % Self.streets.count]) \(1 + random.number(below: 180))"
    postalCode = "\(1_000 + random.number(below: 8_999))"
    phone = "+\(place.dialling) \(10_000_000 + random.number(below: 80_000_000))"
    creditLimit = 500 * (1 + random.number(below: 80))
  }

  private static let words = [
    "Nordlys", "Blå Hav", "Gebrüder Groß", "Łódź", "Kvist", "Brûlerie", "Fjord", "Weinhaus", "Stålverk", "Mikołaj",
    "Zürich", "Delta", "Ærø", "東京", "Заря", "Ελαιώνας", "Żubr", "Saffron", "Øst", "Ångström",
    "Harbour", "Rivière", "Tamm", "Orchard", "Jürgens", "Świt", "Håp", "O'Neill", "Søndre", "Größer",
  ]
  private static let trades = ["Papier", "Handel", "Optik", "Møbler", "Büro", "Logistikk", "Druck"]
  private static let forms = ["B.V.", "AS", "GmbH", "Sp. z o.o.", "A/S", "AB", "Ltd", "SARL", "& Co"]
  private static let streets = [
    "Storgata", "Königstraße", "Rue de l'Église", "Kerkstraat", "Åboulevarden", "High Street", "Nørregade",
    "Große Bleichen", "Østre Vei", "Plein 1944", "Łąkowa",
  ]
  private static let places: [(city: String, country: String, longCountry: String, dialling: String)] = [
    ("Utrecht", "NL", "NLD", "31"), ("Tromsø", "NO", "NOR", "47"), ("Düsseldorf", "DE", "DEU", "49"),
    ("Liège", "BE", "BEL", "32"), ("Malmö", "SE", "SWE", "46"), ("København", "DK", "DNK", "45"),
    ("Besançon", "FR", "FRA", "33"), ("'s-Hertogenbosch", "NL", "NLD", "31"), ("Ålesund", "NO", "NOR", "47"),
    ("Görlitz", "DE", "DEU", "49"), ("King's Lynn", "GB", "GBR", "44"),
  ]
}
