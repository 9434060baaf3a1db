import TandemSandbox

/// Somebody who works for a company.
struct SamplePerson {
  /// Counted from 0.
  let index: Int
  let company: SampleCompany
  let firstName: String
  let lastName: String
  let mobile: String
  let workPhone: String
  let jobTitle: String

  var email: String { "\(firstName.asciiLetters(or: "contact")).\(index)@\(company.number).example.com" }
  var privateEmail: String { "\(firstName.asciiLetters(or: "me")).\(index)@home.example.org" }
  var birthDate: String {
    "19\(60 + index % 39)-\(SampleTime.padded(1 + index % 12))-\(SampleTime.padded(1 + index % 28))"
  }
  var department: String? { index % 4 == 0 ? nil : ["Einkauf", "Innkjøp", "Sales"][index % 3] }
  var language: String { ["english", "dutch", "german", "norwegian"][index % 4] }
  var languageInERP: String { ["EN", "NL", "DE", "NO"][index % 4] }
  var salutation: String { "Dear \(firstName) \(lastName)" }
  var takesMailings: Bool { index % 3 == 0 }

  // Which systems know the person: of ten, four are in CRM alone, four in CRM and ERP, two in ERP alone.
  var isInCRM: Bool { index % 10 < 8 }
  var isInERP: Bool { index % 10 >= 4 }
  /// Without a business address in CRM: found in ERP by name and date of birth.
  var hasEmailInCRM: Bool { index % 10 != 7 && index % 10 != 2 }
  /// With a private address only, which then stands in for the business one.
  var hasPrivateEmail: Bool { index % 10 == 2 || index % 10 == 4 }
  var isInExact: Bool { company.isInExact && (index % 10 == 5 || index % 10 == 6) }
  var isInSalesforce: Bool { index % 10 == 6 || index % 10 == 9 }
  var isInCRMOffice: Bool { index % 10 == 8 }

  init(_ index: Int, company: SampleCompany, _ random: inout SandboxRandom) {
    self.index = index
    self.company = company
    let given = SandboxPools.givenNames
    let family = SandboxPools.familyNames
    firstName = given[index % given.count]
    // No two people have one name, as long as there are fewer than a thousand.
    lastName = family[(index / given.count + index * 7) % family.count]
    mobile = "+31 6 \(10_000_000 + random.number(below: 80_000_000))"
    workPhone = "+31 30 \(1_000_000 + random.number(below: 8_000_000))"
    jobTitle = random.element(of: SandboxPools.positions) ?? "Director"
  }
}

extension String {
  /// The letters of a name that addresses hold, or a word where there are none.
  func asciiLetters(or word: String) -> String {
    let letters = String(decoding: lowercased().utf8.filter { (0x61...0x7A).contains($0) }, as: UTF8.self)
    return letters.isEmpty ? word : letters
  }
}
