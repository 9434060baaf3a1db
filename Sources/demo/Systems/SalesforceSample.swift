/// What Salesforce knows of the sample world: every account and opportunity, and some of the rest.
enum SalesforceSample {
  /// The identifier of a record that was there before the sync began: the object's prefix and a number.
  static func key(_ prefix: String, _ number: Int) -> String {
    let digits = String(number)
    return prefix + String(repeating: "0", count: 15 - digits.count) + digits
  }

  static func account(_ company: SampleCompany) -> String { key("001", company.index) }

  static func fill(_ database: SampleDatabase, _ world: SampleWorld) throws {
    try database.insert("Account", world.companies.map(account))
    try database.insert("Pricebook2", pricebooks)
    try database.insert("Opportunity", world.offers.map(opportunity))
    try database.insert("Division", world.companies.filter { $0.isInERP && $0.index % 10 == 6 }.map(division))
    try database.insert("Contact", world.people.filter(\.isInSalesforce).map(contact))
    try database.insert("User", world.colleagues.filter(\.isInSalesforce).map(user))
    try database.insert("Product2", world.articles.filter { $0.isInERP && $0.isInSalesforce }.map(product))
    try database.insert("Order", world.sales.filter { $0.isInERP && $0.isInSalesforce }.map(order))
    try database.insert("Invoice", world.sales.filter { $0.isInERP && $0.isInvoiced }.map(invoice))
    try database.insert("Quote", world.offers.filter { $0.isInERP && $0.isInSalesforce }.map(quote))
    try database.insert("Task", world.projects.filter { $0.isInERP && $0.isInSalesforce }.map(task))
  }

  private static var pricebooks: [SampleRecord] {
    ["Standard Price Book", "Partner Price Book"].enumerated().map {
      ["Id": key("01s", $0.offset + 1), "Name": $0.element, "IsActive": true]
    }
  }

  private static func account(_ company: SampleCompany) -> SampleRecord {
    [
      "Id": account(company), "Name": company.name, "AccountNumber": "\(company.number)", "Phone": company.phone,
      "BillingCity": company.city, "LastModifiedDate": SampleTime.edited(company.index, hour: 8),
    ]
  }

  private static func opportunity(_ offer: SampleOffer) -> SampleRecord {
    [
      "Id": key("006", offer.index), "Name": offer.opportunity, "AccountId": account(offer.person.company),
      "StageName": "Prospecting", "CloseDate": offer.validUntil,
      "LastModifiedDate": SampleTime.edited(offer.index, hour: 8),
    ]
  }

  private static func division(_ company: SampleCompany) -> SampleRecord {
    ["Id": key("02d", company.index), "Name": company.name, "LastModifiedDate": SampleTime.edited(1, hour: 8)]
  }

  private static func contact(_ person: SamplePerson) -> SampleRecord {
    [
      "Id": key("003", person.index), "AccountId": account(person.company), "FirstName": person.firstName,
      "LastName": person.lastName,
      // Found by the name where there is no address.
      "Email": person.index % 10 == 6 ? person.email : nil, "Phone": person.index % 4 == 2 ? "" : person.workPhone,
      "LeadSource": "Web", "LastModifiedDate": SampleTime.edited(person.index, hour: 8),
    ]
  }

  private static func user(_ colleague: SampleColleague) -> SampleRecord {
    [
      "Id": key("005", colleague.index), "Username": colleague.email, "FirstName": colleague.firstName,
      "LastName": colleague.lastName, "Alias": colleague.initials, "Email": colleague.email,
      "EmployeeNumber": colleague.isInSalesforceByLogin ? nil : colleague.number, "ProfileId": "00e000000000007AAA",
      "TimeZoneSidKey": "Europe/Amsterdam", "LocaleSidKey": "nl_NL", "LanguageLocaleKey": "en_US",
      "EmailEncodingKey": "UTF-8", "IsActive": colleague.isActive,
      "LastModifiedDate": SampleTime.edited(colleague.index, hour: 8),
    ]
  }

  private static func product(_ article: SampleArticle) -> SampleRecord {
    [
      "Id": key("01t", article.index), "Name": article.name, "StockKeepingUnit": article.sku,
      "IsActive": article.isActive, "DisplayUrl": "https://shop.example.com/\(article.sku)",
      "LastModifiedDate": SampleTime.edited(article.index, hour: 8),
    ]
  }

  private static func order(_ sale: SampleSale) -> SampleRecord {
    [
      "Id": key("801", sale.index), "AccountId": account(sale.person.company), "Name": sale.subject,
      "EffectiveDate": SampleTime.day(sale.dayNumber), "Status": "Activated", "OrderReferenceNumber": sale.number,
      "LastModifiedDate": SampleTime.edited(sale.index, hour: 8),
    ]
  }

  private static func invoice(_ sale: SampleSale) -> SampleRecord {
    [
      "Id": key("3tt", sale.index), "BillingAccountId": account(sale.person.company), "InvoiceNumber": sale.number,
      "InvoiceDate": SampleTime.day(sale.dayNumber), "DueDate": SampleTime.day(sale.dayNumber + 14),
      "LastModifiedDate": SampleTime.edited(sale.index, hour: 8),
    ]
  }

  private static func quote(_ offer: SampleOffer) -> SampleRecord {
    [
      "Id": key("0Q0", offer.index), "Name": offer.title, "OpportunityId": key("006", offer.index),
      "ExpirationDate": offer.validUntil, "Status": offer.stateInSalesforce,
      "LastModifiedDate": SampleTime.edited(offer.index, hour: 8),
    ]
  }

  private static func task(_ project: SampleProject) -> SampleRecord {
    [
      "Id": key("00T", project.index), "Subject": project.title, "ActivityDate": project.end,
      "Status": project.stateInSalesforce, "Priority": project.priorityInSalesforce,
      "LastModifiedDate": SampleTime.edited(project.index, hour: 8),
    ]
  }
}
