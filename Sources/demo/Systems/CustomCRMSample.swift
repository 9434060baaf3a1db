import TandemSandbox

/// What Custom CRM knows of the sample world: nearly everything that is sold, to whom and by whom.
enum CustomCRMSample {
  static func key(_ company: SampleCompany) -> Int { 1 + company.index }
  static func key(_ person: SamplePerson) -> Int { 1 + person.index }
  static func key(_ colleague: SampleColleague) -> Int { 1 + colleague.index }
  static func key(_ article: SampleArticle) -> Int { 1 + article.index }
  static func key(_ offer: SampleOffer) -> Int { 1 + offer.index }
  static func key(_ sale: SampleSale) -> Int { 1 + sale.index }

  static func fill(_ database: SampleDatabase, _ world: SampleWorld) throws {
    try database.insert("Product", world.articles.filter(\.isInCRM).map(product))
    try database.insert("Customer", try world.companies.filter(\.isInCRM).map(customer) + oddCustomers())
    try database.insert("User", world.colleagues.filter(\.isInCRM).map(user))
    try database.insert("Contact", try world.people.filter(\.isInCRM).map(contact) + oddContacts(world))
    try database.insert("Quote", world.offers.filter(\.isInCRM).map(quote))
    try database.insert("Order", world.sales.filter(\.isInCRM).map(order) + [closedPeriodOrder(world)])
  }

  private static func customer(_ company: SampleCompany) throws -> SampleRecord {
    let index = company.index
    return [
      "id": key(company), "customerNumber": "\(company.number)",
      "name": index % 13 == 5 ? "  \(company.name) " : company.name,
      "organisationNumber": index % 6 == 4 ? nil : company.registrationNumber, "vatNumber": company.vatNumber,
      "status": company.status, "segment": company.segment,
      "email": index % 7 == 3 ? "" : company.email, "phone": index % 9 == 8 ? nil : company.phone,
      "website": index % 5 == 4 ? nil : company.website,
      "address": index % 11 == 10
        ? nil
        : try JSONColumn.object([
          "street": company.street, "postalCode": company.postalCode, "city": company.city, "country": company.country,
        ]),
      "creditLimit": index % 4 == 3 ? nil : "\(company.creditLimit).00", "customerSince": SampleTime.day(index),
      "accountManagerId": 1 + index % 10, "createdAt": SampleTime.edited(index, hour: 7),
      "modifiedAt": SampleTime.edited(index, hour: 12),
    ]
  }

  /// Customers that need a person: each of three has two namesakes in ERP with its VAT number, and one lives in a country
  /// for which ERP has no code.
  private static func oddCustomers() throws -> [SampleRecord] {
    var records: [SampleRecord] = try (1...3).map { number in
      [
        "id": 900 + number, "customerNumber": "\(19_000 + number)", "name": "Zwilling & Söhne \(number)",
        "vatNumber": "NL90000000\(number)B01", "status": "active", "email": "zwilling.\(number)@example.com",
        "address": try JSONColumn.object(["city": "Görlitz", "country": "DE"]),
        "modifiedAt": SampleTime.edited(number, hour: 12),
      ]
    }
    records.append([
      "id": 911, "customerNumber": "19201", "name": "Wrocławskie Młyny", "status": "prospect",
      "email": "biuro@example.com",
      "address": try JSONColumn.object(["street": "Świdnicka 4", "city": "Wrocław", "country": "PL"]),
      "modifiedAt": SampleTime.edited(1, hour: 12),
    ])
    return records
  }

  private static func contact(_ person: SamplePerson) throws -> SampleRecord {
    [
      "id": key(person), "customerId": key(person.company), "firstName": person.firstName,
      "lastName": person.index % 17 == 3 ? "\(person.lastName) " : person.lastName,
      "email": person.hasEmailInCRM ? person.email : person.index % 2 == 0 ? "" : nil,
      "privateEmail": person.hasPrivateEmail ? person.privateEmail : nil, "jobTitle": person.jobTitle,
      "department": person.department, "phones": try phones(person), "language": person.language,
      "birthDate": person.birthDate, "newsletter": person.takesMailings,
      "createdAt": SampleTime.edited(person.index, hour: 7), "modifiedAt": SampleTime.edited(person.index, hour: 12),
    ]
  }

  private static func phones(_ person: SamplePerson) throws -> String? {
    let mobile = ["kind": "mobile", "number": person.mobile]
    let work = ["kind": "work", "number": person.workPhone]
    switch person.index % 6 {
    case 5: return nil
    case 4: return try JSONColumn.text([work])
    case 3:
      return try JSONColumn.text([["kind": "home", "number": "+31 20 \(5_550_000 + person.index)"], mobile, work])
    default: return try JSONColumn.text([mobile, work])
    }
  }

  /// Two people whose address two people in ERP have as well, and two who share an address that nobody else has.
  private static func oddContacts(_ world: SampleWorld) -> [SampleRecord] {
    let company = world.companies[3]
    func record(_ id: Int, _ first: String, _ last: String, _ email: String) -> SampleRecord {
      [
        "id": id, "customerId": key(company), "firstName": first, "lastName": last, "email": email,
        "language": "german", "newsletter": false, "modifiedAt": SampleTime.edited(id, hour: 12),
      ]
    }
    return [
      record(901, "Zentrale", "Eins", "zentrale.1@example.com"),
      record(902, "Zentrale", "Zwei", "zentrale.2@example.com"),
      record(903, "Gudrun", "Ågesen", "felles@example.com"), record(904, "Håkon", "Ågesen", "felles@example.com"),
    ]
  }

  private static func user(_ colleague: SampleColleague) -> SampleRecord {
    [
      "id": key(colleague), "userName": colleague.initials.lowercased(), "staffNumber": colleague.number,
      "firstName": colleague.firstName, "lastName": colleague.lastName, "email": colleague.email, "customerId": 1,
      "productId": 1 + colleague.index % 3, "department": colleague.department, "active": colleague.isActive,
      "hiredOn": colleague.hiredOn, "discount": colleague.index % 4 == 3 ? nil : "\(5 + colleague.index).50",
      "modifiedAt": SampleTime.edited(colleague.index, hour: 12),
    ]
  }

  private static func product(_ article: SampleArticle) -> SampleRecord {
    [
      "id": key(article), "sku": article.sku, "name": article.name, "description": article.description,
      "category": article.category, "unitPrice": SampleDecimal.text(article.price, places: 4),
      "costPrice": article.index % 6 == 5 ? nil : SampleDecimal.text(article.cost, places: 2), "unit": article.unit,
      "vatClass": article.vatClass, "weightInGrams": article.category == "service" ? nil : article.weightInGrams,
      "launchDate": article.index % 8 == 7 ? nil : article.launchDayInCRM, "active": article.isActive,
      "modifiedAt": SampleTime.edited(article.index, hour: 12),
    ]
  }

  private static func quote(_ offer: SampleOffer) -> SampleRecord {
    [
      "id": key(offer), "quoteNumber": offer.number, "customerId": key(offer.person.company),
      "contactId": offer.hasContact ? key(offer.person) : nil, "ownerId": key(offer.owner),
      "accountNumber": "\(offer.person.company.number)", "opportunityName": offer.opportunity, "title": offer.title,
      "productId": key(offer.article), "quantity": "\(offer.quantity).00",
      "unitPrice": SampleDecimal.text(offer.article.price / 100, places: 2), "status": offer.status,
      "quoteDate": offer.day, "validUntil": offer.validUntil,
      "deliveryDate": offer.index % 3 == 0 ? nil : SampleTime.day(90 + offer.index * 2),
      "customerReference": offer.index % 3 == 2 ? "Ref. \(offer.index)" : nil,
      "total": SampleDecimal.text(offer.total, places: 2), "currency": offer.index % 5 == 0 ? nil : "EUR",
      "probability": offer.index % 4 == 3 ? nil : 10 * (offer.index % 10),
      "notes": offer.index % 4 == 1 ? nil : SandboxPools.notes[offer.index % SandboxPools.notes.count],
      "modifiedAt": SampleTime.edited(offer.index, hour: 12),
    ]
  }

  private static func order(_ sale: SampleSale) -> SampleRecord {
    [
      "id": key(sale), "orderNumber": sale.number, "customerId": key(sale.person.company),
      "contactId": sale.hasContact ? key(sale.person) : nil, "quoteId": sale.offer.map(key), "ownerId": key(sale.owner),
      "accountNumber": "\(sale.person.company.number)", "subject": sale.subject, "productId": key(sale.article),
      "quantity": "\(sale.quantity).00", "unitPrice": SampleDecimal.text(sale.article.price / 100, places: 2),
      "status": sale.status,
      "placedAt": SampleTime.moment(sale.dayNumber, hour: 8 + sale.index % 10, minute: sale.index),
      "deliverBy": sale.deliverBy, "customerReference": sale.customerReference, "webReference": sale.webReference,
      "total": SampleDecimal.text(sale.total, places: 2), "currency": "EUR", "notes": sale.notes,
      "modifiedAt": SampleTime.edited(sale.index, hour: 12),
    ]
  }

  /// An order of a year that the bookkeepers have closed, which ERP refuses.
  private static func closedPeriodOrder(_ world: SampleWorld) -> SampleRecord {
    [
      "id": 901, "orderNumber": "S2019999", "customerId": key(world.companies[1]), "accountNumber": "10001",
      "subject": "Nachlieferung 2019", "productId": 1, "quantity": "1.00", "status": "new",
      "placedAt": "2019-12-30T10:00:00.000Z", "total": "99.00", "currency": "EUR",
      "modifiedAt": SampleTime.edited(1, hour: 12),
    ]
  }
}
