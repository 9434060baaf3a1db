import TandemSandbox

/// What Custom ERP knows of the sample world: who is delivered to, who works here, and a part of what was sold.
enum CustomERPSample {
  // Other numbers than in CRM, so that nothing comes right by accident.
  static func key(_ company: SampleCompany) -> Int { 1_001 + company.index }
  static func key(_ person: SamplePerson) -> Int { 3_001 + person.index }
  static func key(_ article: SampleArticle) -> Int { 5_001 + article.index }
  static func key(_ offer: SampleOffer) -> Int { 7_001 + offer.index }
  static func key(_ project: SampleProject) -> Int { 9_001 + project.index }

  /// The bookkeepers have closed the years before 2020.
  static let closedPeriod = """
    CREATE TRIGGER "Order closed period" BEFORE INSERT ON "Order" WHEN NEW.orderDate < '2020-01-01'
    BEGIN SELECT RAISE(ABORT, 'the order date lies in a closed period'); END
    """

  static func fill(_ database: SampleDatabase, _ world: SampleWorld) throws {
    try database.insert("Customer", world.companies.filter(\.isInERP).map(customer) + namesakes())
    try database.insert("Contact", world.people.filter(\.isInERP).map(contact) + switchboards(world))
    try database.insert("Employee", world.colleagues.map(employee))
    try database.insert("Product", world.articles.filter(\.isInERP).map(product))
    try database.insert("Quote", world.offers.filter(\.isInERP).map(quote))
    try database.insert("Order", world.sales.filter(\.isInERP).map(order))
    try database.insert(
      "Project", world.projects.filter(\.isInERP).map(project) + world.tasks.filter(\.isInERP).map(activity))
  }

  private static func customer(_ company: SampleCompany) -> SampleRecord {
    let index = company.index
    return [
      "id": key(company), "number": company.numberInERP, "name": company.name,
      "registrationNumber": index % 6 == 1 ? nil : company.registrationNumber,
      "vatNumber": index % 8 == 7 ? nil : company.vatNumber, "status": company.statusInERP,
      "priceGroup": company.segmentInERP, "email": index % 7 == 2 ? nil : company.email,
      "invoiceEmail": index % 3 == 0 ? nil : company.email, "phone": company.phone, "street": company.street,
      "postcode": company.postalCode, "city": company.city, "countryCode": company.countryOfThreeLetters,
      "creditLimit": index % 5 == 2 ? nil : "\(company.creditLimit).00", "customerSince": SampleTime.day(index),
      "modifiedAt": SampleTime.edited(index, hour: index % 2 == 0 ? 10 : 14),
    ]
  }

  /// Two customers for each VAT number of a customer of CRM: which one is meant, only a person knows.
  private static func namesakes() -> [SampleRecord] {
    (1...6).map { number in
      [
        "id": 1_900 + number, "number": 19_100 + number, "name": "Zwilling und Söhne, Filiale \(number)",
        "vatNumber": "NL90000000\((number + 1) / 2)B01", "status": "A", "city": "Görlitz", "countryCode": "DEU",
        "modifiedAt": SampleTime.edited(number, hour: 10),
      ]
    }
  }

  private static func contact(_ person: SamplePerson) -> SampleRecord {
    let index = person.index
    return [
      "id": key(person), "customerId": key(person.company), "firstName": person.firstName,
      "lastName": person.lastName, "displayName": index % 3 == 1 ? nil : "\(person.firstName) \(person.lastName)",
      "email": person.email, "jobTitle": index % 12 == 9 ? "\(person.jobTitle)  " : person.jobTitle,
      "department": person.department, "phone": person.workPhone, "mobile": index % 3 == 0 ? nil : person.mobile,
      "salutation": person.isInCRM ? nil : person.salutation,
      "languageCode": index % 5 == 4 ? nil : person.languageInERP, "birthDate": person.birthDate,
      "mailing": person.takesMailings, "modifiedAt": SampleTime.edited(index, hour: index % 2 == 0 ? 10 : 14),
    ]
  }

  /// Two people behind each of two addresses that one contact of CRM has as well.
  private static func switchboards(_ world: SampleWorld) -> [SampleRecord] {
    (1...4).map { number in
      [
        "id": 3_900 + number, "customerId": key(world.companies[3]), "firstName": "Vermittlung",
        "lastName": "Platz \(number)", "email": "zentrale.\((number + 1) / 2)@example.com", "mailing": false,
        "modifiedAt": SampleTime.edited(number, hour: 10),
      ]
    }
  }

  private static func employee(_ colleague: SampleColleague) -> SampleRecord {
    [
      "id": 101 + colleague.index, "number": colleague.number, "initials": colleague.initials,
      "firstName": colleague.firstName, "lastName": colleague.lastName, "email": colleague.email,
      "login": colleague.email, "jobTitle": colleague.jobTitle, "department": colleague.department,
      "phone": colleague.index % 4 == 2 ? nil : "+31 30 555 \(1_000 + colleague.index)",
      "mobile": colleague.index % 4 == 1 ? nil : colleague.mobile,
      "birthDate": "1980-\(SampleTime.padded(1 + colleague.index % 12))-15", "hiredOn": colleague.hiredOn,
      "active": colleague.isActive, "modifiedAt": SampleTime.edited(colleague.index, hour: 10),
    ]
  }

  private static func product(_ article: SampleArticle) -> SampleRecord {
    [
      "id": key(article), "sku": article.sku, "description": article.name, "longText": article.description,
      "productGroup": article.groupInERP, "salesPrice": SampleDecimal.text(article.price / 100, places: 2),
      "costPrice": SampleDecimal.text(article.cost, places: 2), "unitCode": article.unitInERP,
      "vatCode": article.vatInERP, "weight": article.category == "service" ? nil : article.weightInGrams,
      "availableFrom": article.index % 8 == 6 ? nil : article.launchDay, "blocked": article.isActive ? "N" : "Y",
      "supplierName": article.supplier, "supplierNumber": article.supplier.map { _ in article.supplierNumber },
      "supplierKind": article.supplier.map { _ in article.supplierKind },
      "supplierWebsite": article.supplier.map { _ in article.supplierWebsite },
      "modifiedAt": SampleTime.edited(article.index, hour: 10),
    ]
  }

  private static func quote(_ offer: SampleOffer) -> SampleRecord {
    [
      "id": key(offer), "quoteNumber": offer.number, "customerId": key(offer.person.company),
      "contactId": offer.hasContact && offer.person.isInERP ? key(offer.person) : nil,
      "accountNumber": "\(offer.person.company.number)", "opportunityName": offer.opportunity,
      "priceList": "Standard Price Book", "subject": offer.title, "state": offer.stateInERP, "quoteDate": offer.day,
      "validUntil": offer.validUntil, "total": SampleDecimal.text(offer.total, places: 2), "currencyCode": "EUR",
      "modifiedAt": SampleTime.edited(offer.index, hour: 10),
    ]
  }

  private static func order(_ sale: SampleSale) -> SampleRecord {
    [
      "id": 8_001 + sale.index, "orderNumber": sale.number, "origin": "ORDER",
      "customerId": key(sale.person.company),
      "contactId": sale.hasContact && sale.person.isInERP ? key(sale.person) : nil,
      "accountNumber": "\(sale.person.company.number)", "description": sale.subject, "status": sale.statusInERP,
      "orderDate": SampleTime.day(sale.dayNumber), "deliveryDate": sale.deliverBy,
      "paymentDue": sale.index % 10 == 6 ? SampleTime.day(sale.dayNumber + 30) : nil,
      "total": SampleDecimal.text(sale.total, places: 2), "currencyCode": "EUR", "remarks": sale.notes,
      "modifiedAt": SampleTime.edited(sale.index, hour: 10),
    ]
  }

  private static func project(_ project: SampleProject) -> SampleRecord {
    [
      "id": key(project), "code": project.code, "name": project.title, "level": "PROJECT",
      "customerId": key(project.company), "status": project.statusInERP, "priority": "\(project.urgency)",
      "startDate": project.start, "endDate": project.end, "budget": SampleDecimal.text(project.budget, places: 2),
      "plannedHours": project.index % 10 == 8 ? nil : SampleDecimal.text(project.hours, places: 2),
      "manager": project.manager.email, "location": project.index % 2 == 0 ? "Møterom 3, Tromsø" : nil,
      "notes": project.summary, "modifiedAt": SampleTime.edited(project.index, hour: 10),
    ]
  }

  private static func activity(_ task: SampleTask) -> SampleRecord {
    [
      "code": task.number, "name": task.title, "level": "ACTIVITY",
      "parentId": task.project.isInERP ? key(task.project) : nil, "status": task.statusInERP,
      "priority": "\(task.urgency)", "startDate": task.start, "endDate": task.deadline,
      "manager": task.assignee.email, "notes": task.instructions,
      "modifiedAt": SampleTime.edited(task.index, hour: 10),
    ]
  }
}
