/// What Exact Online knows of the sample world: what the bookkeeper entered before the sync began.
enum ExactOnlineSample {
  /// Kinds of records, as they stand in their identifiers.
  enum Kind: Int {
    case account = 1
    case contact, item, group, quotation, order, user
  }

  /// The identifier of a record that was there before the sync began.
  static func key(_ kind: Kind, _ number: Int) -> String {
    let digits = String(number)
    return "e0a0000\(kind.rawValue)-0000-4000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)"
  }

  static func fill(_ database: SampleDatabase, _ world: SampleWorld) throws {
    try database.insert("ItemGroups", groups)
    try database.insert("Users", world.colleagues.filter(\.isInCRM).map(user))
    try database.insert(
      "Accounts",
      world.companies.filter { $0.isInCRM && $0.isInExact }.map(account) + (0..<world.unsharedCount).map(supplier))
    try database.insert("Contacts", world.people.filter { $0.isInCRM && $0.isInExact }.map(contact))
    try database.insert("Items", world.articles.filter(\.isInExact).map(item))
    try database.insert("Quotations", try world.offers.filter(\.isInExact).map(quotation))
    try database.insert("SalesOrders", try world.sales.filter(\.isInExact).map(order))
  }

  private static let categories = ["hardware", "consumable", "service"]
  private static var groups: [SampleRecord] {
    categories.enumerated().map {
      ["ID": key(.group, $0.offset + 1), "Code": $0.element, "Description": "Group \($0.element)", "IsDefault": 0]
    }
  }

  private static func user(_ colleague: SampleColleague) -> SampleRecord {
    [
      "UserID": key(.user, colleague.index), "UserName": colleague.initials, "FirstName": colleague.firstName,
      "LastName": colleague.lastName, "FullName": "\(colleague.firstName) \(colleague.lastName)",
      "Email": colleague.email,
    ]
  }

  private static func account(_ company: SampleCompany) -> SampleRecord {
    [
      "ID": key(.account, company.index), "Code": company.isInExactWithoutNumber ? nil : "\(company.number)",
      "Name": company.name, "Status": ["C", "P", "C", "S", "C"][company.index % 5], "VATNumber": company.vatNumber,
      "Email": company.index % 3 == 0 ? "" : company.email, "Phone": company.phone, "City": company.city,
      "Country": company.country, "PaymentConditionSales": "14", "Blocked": false,
      "Modified": SampleTime.edited(company.index, hour: 8),
    ]
  }

  /// A supplier that only the bookkeeper knows.
  private static func supplier(_ index: Int) -> SampleRecord {
    [
      "ID": key(.account, 5001 + index), "Code": "\(70_001 + index)", "Name": "Leverandør \(index + 1) BV",
      "Status": "S", "City": "Köln", "Country": "DE", "PaymentConditionSales": "30", "Blocked": false,
      "Modified": SampleTime.edited(index, hour: 8),
    ]
  }

  private static func contact(_ person: SamplePerson) -> SampleRecord {
    [
      "ID": key(.contact, person.index), "Account": key(.account, person.company.index),
      "FirstName": person.firstName, "LastName": person.lastName,
      // Found by the name where there is no address.
      "BusinessEmail": person.index % 10 == 5 ? person.email : nil, "BusinessPhone": person.workPhone,
      "IsMailingExcluded": !person.takesMailings, "Notes": "Entered by the bookkeeper",
      "Modified": SampleTime.edited(person.index, hour: 8),
    ]
  }

  private static func item(_ article: SampleArticle) -> SampleRecord {
    [
      "ID": key(.item, article.index), "Code": article.sku, "Description": article.name,
      "ItemGroup": key(.group, 1 + article.index % 3), "Unit": article.unitInExact,
      "SalesVatCode": article.vatInExact, "IsSalesItem": article.isActive,
      "Modified": SampleTime.edited(article.index, hour: 8),
    ]
  }

  private static func quotation(_ offer: SampleOffer) throws -> SampleRecord {
    [
      "QuotationID": key(.quotation, offer.index), "QuotationNumber": 7_000 + offer.index,
      "OrderAccount": key(.account, offer.person.company.index), "Description": offer.title, "YourRef": offer.number,
      "QuotationDate": "\(offer.day)T00:00:00.000Z", "Currency": "EUR",
      "QuotationLines": try lines(offer.article, offer.quantity), "Modified": SampleTime.edited(offer.index, hour: 8),
    ]
  }

  private static func order(_ sale: SampleSale) throws -> SampleRecord {
    [
      "OrderID": key(.order, sale.index), "OrderNumber": 4_000 + sale.index,
      "OrderedBy": key(.account, sale.person.company.index), "InvoiceTo": key(.account, sale.person.company.index),
      "Description": sale.subject, "PaymentReference": sale.number, "Currency": "EUR",
      "SalesOrderLines": try lines(sale.article, sale.quantity), "Modified": SampleTime.edited(sale.index, hour: 8),
    ]
  }

  /// The line that the sync keeps, and the bookkeeper's own for the freight.
  private static func lines(_ article: SampleArticle, _ quantity: Int) throws -> String {
    try JSONColumn.text([
      ["Item": key(.item, article.index), "Notes": "main", "Quantity": quantity] as [String: Any],
      ["Item": key(.item, article.index), "Notes": "freight", "Quantity": 1, "NetPrice": 7.5] as [String: Any],
    ])
  }
}
