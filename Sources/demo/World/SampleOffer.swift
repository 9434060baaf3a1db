import TandemSandbox

/// A quote.
struct SampleOffer {
  /// Counted from 0.
  let index: Int
  let person: SamplePerson
  let article: SampleArticle
  let owner: SampleColleague
  let quantity: Int
  /// In cents.
  let total: Int

  var number: String { "Q\(2_026_001 + index)" }
  var title: String { "\(SandboxPools.activities[index % SandboxPools.activities.count]) – \(number)" }
  var opportunity: String { "\(person.company.name) \(index + 1)" }
  var status: String { ["draft", "sent", "accepted", "rejected"][index % 4] }
  var stateInERP: String { ["D", "S", "A", "R"][index % 4] }
  var stateInSalesforce: String { ["Draft", "Presented", "Accepted", "Denied"][index % 4] }
  var day: String { SampleTime.day(10 + index * 2) }
  var validUntil: String { SampleTime.day(60 + index * 2) }
  /// Some quotes name no contact person.
  var hasContact: Bool { index % 5 != 4 }

  // Of ten, seven are in CRM alone, two in CRM and ERP, one in ERP alone.
  var isInCRM: Bool { index % 10 != 9 }
  static func isInERP(_ index: Int) -> Bool { index % 10 == 5 || index % 10 == 6 || index % 10 == 9 }
  var isInERP: Bool { Self.isInERP(index) }
  var isInExact: Bool { index % 10 == 3 && person.company.isInExact && article.isInExact }
  var isInSalesforce: Bool { index % 10 == 6 }

  init(
    _ index: Int, person: SamplePerson, article: SampleArticle, owner: SampleColleague, _ random: inout SandboxRandom
  ) {
    self.index = index
    self.person = person
    self.article = article
    self.owner = owner
    quantity = 1 + random.number(below: 40)
    total = 100 * (50 + random.number(below: 20_000))
  }
}
