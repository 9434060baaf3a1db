import TandemSandbox

/// An order.
struct SampleSale {
  /// Counted from 0.
  let index: Int
  let person: SamplePerson
  let article: SampleArticle
  let offer: SampleOffer?
  let owner: SampleColleague
  let quantity: Int
  /// In cents.
  let total: Int

  var number: String { "S\(2_026_001 + index)" }
  var subject: String { "\(article.name) × \(quantity) (\(index + 1))" }
  var status: String { ["new", "confirmed", "shipped", "cancelled"][(index / 2) % 4] }
  var statusInERP: String { ["O", "R", "D", "X"][(index / 2) % 4] }
  var isOrdered: Bool { status == "confirmed" || status == "shipped" }
  var dayNumber: Int { 15 + index * 2 }
  var deliverBy: String? { index % 6 == 5 ? nil : SampleTime.day(dayNumber + 21) }
  var customerReference: String? { index % 3 == 0 ? "PO \(4_500 + index)" : nil }
  var webReference: String? { index % 3 == 1 ? "WEB-\(900 + index)" : nil }
  var notes: String? { index % 4 == 3 ? nil : "\(SandboxPools.notes[index % SandboxPools.notes.count])" }
  var hasContact: Bool { index % 7 != 6 }

  // Of ten, seven are in CRM alone, two in CRM and ERP, one in ERP alone.
  var isInCRM: Bool { index % 10 != 9 }
  static func isInERP(_ index: Int) -> Bool { index % 10 == 5 || index % 10 == 6 || index % 10 == 9 }
  var isInERP: Bool { Self.isInERP(index) }
  var isInExact: Bool { index % 10 == 3 && isOrdered && person.company.isInExact && article.isInExact }
  var isInSalesforce: Bool { index % 10 == 6 }
  /// Billed in Salesforce before the sync began.
  var isInvoiced: Bool { index % 10 == 5 && isOrdered }

  init(
    _ index: Int, person: SamplePerson, article: SampleArticle, offer: SampleOffer?, owner: SampleColleague,
    _ random: inout SandboxRandom
  ) {
    self.index = index
    self.person = person
    self.article = article
    self.offer = offer
    self.owner = owner
    quantity = 1 + random.number(below: 25)
    total = 100 * (20 + random.number(below: 9_000))
  }
}
