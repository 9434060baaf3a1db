extension SampleEdits {
  /// Custom ERP to CRMOffice.
  static func betweenERPAndCRMOffice(_ world: SampleWorld) -> [SampleEdit] {
    let colleague = world.colleagues[0]
    let supplied = world.articles[2]
    let regrouped = world.articles[4]
    let person = world.people[8]
    return [
      SampleEdit(
        "The back office enters a mobile number; CRMOffice keeps it in a list.",
        [.edit(.customERP, "UPDATE Employee SET mobile = '+47 900 11 222' WHERE number = \(colleague.number.sql)")],
        arrives: [
          .expect(
            "+47 900 11 222", in: .crmOffice, "mobile phone of \(colleague.number)",
            """
            SELECT json_extract(phone.value, '$.Value') FROM Contacts, json_each(MobilePhones) AS phone
            WHERE PersonNumber = \(colleague.number.sql) AND json_extract(phone.value, '$.Description') = 'mobile'
            """)
        ]),
      SampleEdit(
        "The back office puts the supplier of \(regrouped.sku) into another category, which is looked up by name.",
        [.edit(.customERP, "UPDATE Product SET supplierKind = 'Partner' WHERE sku = \(regrouped.sku.sql)")],
        arrives: [
          .expect(
            "Partner", in: .crmOffice, "category of the supplier of \(regrouped.sku)",
            """
            SELECT CategoryList.Name FROM Companies
            JOIN CategoryList ON CategoryList.Id = json_extract(Companies.Category, '$.Id')
            WHERE Number2 = \(regrouped.sku.sql)
            """)
        ]),
      SampleEdit(
        "The service desk corrects a supplier's website, one of two.",
        [
          .edit(
            .crmOffice,
            """
            UPDATE Companies SET Urls = json_set(Urls, '$[1].Value', 'https://ny.example.com')
            WHERE Number2 = \(supplied.sku.sql)
            """)
        ],
        arrives: [
          .expect(
            "https://ny.example.com", in: .customERP, "website of the supplier of \(supplied.sku)",
            "SELECT supplierWebsite FROM Product WHERE sku = \(supplied.sku.sql)")
        ]),
      SampleEdit(
        "The service desk notes what a person wants to be called.",
        [
          .edit(
            .crmOffice,
            """
            UPDATE Contacts SET Salutation = 'Kjære venn', NoMailing = \(person.takesMailings ? 1 : 0)
            WHERE Salutation = \(person.salutation.sql)
            """)
        ],
        arrives: [
          .expect(
            "Kjære venn", in: .customERP, "salutation of \(person.email)",
            "SELECT salutation FROM Contact WHERE email = \(person.email.sql)"),
          .expect(
            person.takesMailings ? "0" : "1", in: .customERP, "mailing of \(person.email)",
            "SELECT mailing FROM Contact WHERE email = \(person.email.sql)"),
        ]),
    ]
  }
}
