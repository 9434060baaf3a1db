/// What CRMOffice knows of the sample world: the service desk's colleagues, suppliers and appointments.
enum CRMOfficeSample {
  static func fill(_ database: SampleDatabase, _ world: SampleWorld) throws {
    try database.insert("CategoryList", categories)
    try database.insert("Associates", world.colleagues.map(associate))
    try database.insert(
      "Contacts",
      try world.colleagues.filter(\.isInCRMOffice).map(colleague)
        + world.people.filter { $0.isInERP && $0.isInCRMOffice }.map(person))
    try database.insert(
      "Companies",
      try world.articles.filter(\.isInCRMOffice).map(company) + (0..<world.unsharedCount).map(prospect))
    try database.insert("Activities", world.projects.filter { $0.isInERP && $0.isInCRMOffice }.map(activity))
  }

  private static var categories: [SampleRecord] {
    ["Customer", "Supplier", "Manufacturer", "Partner", "Other"].enumerated().map {
      ["Id": $0.offset + 1, "Name": $0.element, "Rank": $0.offset + 1, "Deleted": false]
    }
  }

  private static func associate(_ colleague: SampleColleague) -> SampleRecord {
    [
      "AssociateId": 11 + colleague.index, "Name": colleague.initials, "UserName": colleague.email,
      "Type": "InternalAssociate", "Deleted": false,
    ]
  }

  private static func colleague(_ colleague: SampleColleague) throws -> SampleRecord {
    [
      "PersonId": 201 + colleague.index, "Firstname": colleague.firstName, "Lastname": colleague.lastName,
      "PersonNumber": colleague.number, "Title": colleague.index % 2 == 0 ? nil : colleague.jobTitle,
      "Emails": try JSONColumn.text([["Value": colleague.email, "Description": "work"]]),
      "Retired": !colleague.isActive,
    ]
  }

  private static func person(_ person: SamplePerson) throws -> SampleRecord {
    [
      "PersonId": 401 + person.index, "Firstname": person.firstName, "Lastname": person.lastName,
      "Salutation": person.salutation, "NoMailing": !person.takesMailings,
      // A private number that nobody maps must stay where it is.
      "MobilePhones": try JSONColumn.text([["Value": "+47 900 00 \(100 + person.index)", "Description": "private"]]),
    ]
  }

  private static func company(_ article: SampleArticle) throws -> SampleRecord {
    [
      "ContactId": 701 + article.index, "Name": article.supplier ?? article.name, "Department": article.name,
      "Number2": article.sku, "OrgNr": article.supplier.map { _ in article.supplierNumber },
      "Urls": article.supplier == nil
        ? nil
        : try JSONColumn.text([
          ["Value": "https://info.example.com", "Description": "info"],
          ["Value": article.supplierWebsite, "Description": "supplier"],
        ]),
      "Xstop": !article.isActive,
    ]
  }

  /// A company that only the service desk knows.
  private static func prospect(_ index: Int) -> SampleRecord {
    [
      "ContactId": 4001 + index, "Name": "Prøvekunde \(index + 1) AS", "Department": "Prospect \(index + 1)",
      "Number2": "X-\(index + 1)", "Xstop": false,
    ]
  }

  private static func activity(_ project: SampleProject) -> SampleRecord {
    [
      "AppointmentId": 901 + project.index, "Title": project.title, "InternalNotes": project.code,
      "Type": "inChecklist", "Completed": project.stateInCRMOffice, "StartDate": "\(project.start)T00:00:00.000Z",
    ]
  }
}
