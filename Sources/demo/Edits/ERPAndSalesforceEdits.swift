extension SampleEdits {
  /// Customerp to Salesforce.
  static func betweenERPAndSalesforce(_ world: SampleWorld) -> [SampleEdit] {
    let order = world.sales[9]
    let billed = world.sales[2]
    let person = world.people[16]
    let colleague = world.colleagues[1]
    return [
      SampleEdit(
        "The back office describes order \(order.number) anew.",
        [
          .edit(.customERP, "UPDATE \"Order\" SET description = 'Ettersending' WHERE orderNumber = \(order.number.sql)")
        ],
        arrives: [
          .expect(
            "Ettersending", in: .salesforce, "name of order \(order.number)",
            "SELECT Name FROM \"Order\" WHERE OrderReferenceNumber = \(order.number.sql)")
        ]),
      SampleEdit(
        "An account manager gives invoice \(billed.number) more time.",
        [.edit(.salesforce, "UPDATE Invoice SET DueDate = '2026-12-31' WHERE InvoiceNumber = \(billed.number.sql)")],
        arrives: [
          .expect(
            "2026-12-31", in: .customERP, "payment due of order \(billed.number)",
            "SELECT paymentDue FROM \"Order\" WHERE orderNumber = \(billed.number.sql)")
        ]),
      SampleEdit(
        "An account manager learns a telephone number.",
        [.edit(.salesforce, "UPDATE Contact SET Phone = '+47 55 55 00 00' WHERE Email = \(person.email.sql)")],
        arrives: [
          .expect(
            "+47 55 55 00 00", in: .customERP, "phone of \(person.email)",
            "SELECT phone FROM Contact WHERE email = \(person.email.sql)"),
          .expect(
            "+47 55 55 00 00", in: .customCRM, "work phone of \(person.email), by way of ERP",
            """
            SELECT json_extract(phone.value, '$.number') FROM Contact, json_each(phones) AS phone
            WHERE email = \(person.email.sql) AND json_extract(phone.value, '$.kind') = 'work'
            """),
        ]),
      SampleEdit(
        "Salesforce's administrator moves a user to another department.",
        [
          .edit(
            .salesforce, "UPDATE User SET Department = 'Kundeservice' WHERE EmployeeNumber = \(colleague.number.sql)")
        ],
        arrives: [
          .expect(
            "Kundeservice", in: .customERP, "department of \(colleague.number)",
            "SELECT department FROM Employee WHERE number = \(colleague.number.sql)")
        ]),
      SampleEdit(
        "The back office hires a colleague, E1990.",
        [
          .edit(
            .customERP,
            """
            INSERT INTO Employee (number, initials, firstName, lastName, email, login, active)
            VALUES ('E1990', 'LÅ1990', 'Łucja', 'Ångström', 'lucja@tandem.example', 'lucja@tandem.example', 1)
            """)
        ],
        arrives: [
          .expect(
            "Ångström", in: .salesforce, "last name of user E1990",
            "SELECT LastName FROM User WHERE EmployeeNumber = 'E1990'"),
          .expect(
            "Łucja", in: .crmOffice, "first name of contact E1990",
            "SELECT Firstname FROM Contacts WHERE PersonNumber = 'E1990'"),
        ]),
    ]
  }
}
