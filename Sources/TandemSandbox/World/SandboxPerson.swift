/// A person or company as several systems may hold them: made once, so that their records correspond.
public struct SandboxPerson: Sendable, Hashable {
  /// The given name.
  public var given: String
  /// The family name.
  public var family: String
  /// A company's name.
  public var company: String
  /// The e-mail address, in ASCII.
  public var email: String
  /// The telephone number with the country's code.
  public var phone: String
  /// The street with its number.
  public var street: String
  /// The city.
  public var city: String
  /// The postal code.
  public var postalCode: String
  /// The country's code of two letters.
  public var country: String

  /// The person with a number, drawn from a generator; the number makes the address unique.
  public init(number: Int, random: inout SandboxRandom) {
    given = random.element(of: SandboxPools.givenNames) ?? ""
    family = random.element(of: SandboxPools.familyNames) ?? ""
    let word = random.element(of: SandboxPools.companyWords) ?? ""
    let form = random.element(of: SandboxPools.companyForms) ?? ""
    company = "\(word) \(form)"
    let name = [given, family].map(Self.asciiLetters).filter { !$0.isEmpty }.joined(separator: ".")
    email = "\(name.isEmpty ? "contact" : name).\(number)@example.com"
    let digits = (0..<8).map { _ in String(random.number(below: 10)) }.joined()
    phone = "+\(random.element(of: ["31", "45", "46", "47", "48", "49", "33", "32", "353"]) ?? "31") \(digits)"
    let place = random.element(of: SandboxPools.cities) ?? ("", "", "")
    street = "\(random.element(of: SandboxPools.streets) ?? "") \(1 + random.number(below: 200))"
    city = place.0
    country = place.1
    var code = ""
    for character in place.2 { code += character == "9" ? String(random.number(below: 10)) : String(character) }
    postalCode = code
  }

  /// The letters of a name that e-mail addresses can hold.
  private static func asciiLetters(_ name: String) -> String {
    String(decoding: name.lowercased().utf8.filter { (0x61...0x7A).contains($0) }, as: UTF8.self)
  }
}
