extension SampleEdits {
  /// Custom CRM to Customerp.
  static func betweenCRMAndERP(_ world: SampleWorld) -> [SampleEdit] {
    let manager = world.people[14]
    let caller = world.people[6]
    let buyer = world.people[15]
    let chair = world.articles[0]
    let renamed = world.articles[3]
    let order = world.sales[5]
    let quote = world.offers[5]
    let rejected = world.offers[3]
    return [
      SampleEdit(
        "Sales renames customer 10001.",
        [.edit(.customCRM, "UPDATE Customer SET name = 'Nordlys & Sønner' WHERE customerNumber = '10001'")],
        arrives: [
          .expect(
            "Nordlys & Sønner", in: .customERP, "name of customer 10001",
            "SELECT name FROM Customer WHERE number = 10001"),
          .expect(
            "Nordlys & Sønner", in: .exactOnline, "name of account 10001",
            "SELECT Name FROM Accounts WHERE Code = '10001'"),
          .expect(
            "Nordlys & Sønner", in: .customPMS, "name of customer 10001, by way of ERP",
            "SELECT name FROM Customer WHERE customerCode = '10001'"),
          .expect(
            "Nordlys & Sønner", in: .salesforce, "name of division 10001, by way of ERP",
            "SELECT Name FROM Division WHERE SortOrder = 10001"),
        ]),
      SampleEdit(
        "The back office gives a contact person a new job title.",
        [.edit(.customERP, "UPDATE Contact SET jobTitle = 'Økonomisjef' WHERE email = \(manager.email.sql)")],
        arrives: [
          .expect(
            "Økonomisjef", in: .customCRM, "job title of \(manager.email)",
            "SELECT jobTitle FROM Contact WHERE email = \(manager.email.sql)")
        ]),
      SampleEdit(
        "Sales clears the telephone number of customer 10002.",
        [.edit(.customCRM, "UPDATE Customer SET phone = NULL WHERE customerNumber = '10002'")],
        arrives: [
          .expect(nil, in: .customERP, "phone of customer 10002", "SELECT phone FROM Customer WHERE number = 10002")
        ]),
      SampleEdit(
        "Sales corrects a mobile number, an element of a list.",
        [
          .edit(
            .customCRM,
            """
            UPDATE Contact SET phones = json_set(phones, '$[0].number', '+31 6 11112222')
            WHERE email = \(caller.email.sql)
            """)
        ],
        arrives: [
          .expect(
            "+31 6 11112222", in: .customERP, "mobile of \(caller.email)",
            "SELECT mobile FROM Contact WHERE email = \(caller.email.sql)")
        ]),
      SampleEdit(
        "The back office promotes customer 10003 to GOLD, which CRM calls A.",
        [.edit(.customERP, "UPDATE Customer SET priceGroup = 'GOLD' WHERE number = 10003")],
        arrives: [
          .expect(
            "A", in: .customCRM, "segment of customer 10003",
            "SELECT segment FROM Customer WHERE customerNumber = '10003'")
        ]),
      SampleEdit(
        "The back office moves customer 10004; CRM keeps the city inside the address.",
        [.edit(.customERP, "UPDATE Customer SET city = 'Bodø' WHERE number = 10004")],
        arrives: [
          .expect(
            "Bodø", in: .customCRM, "address.city of customer 10004",
            "SELECT json_extract(address, '$.city') FROM Customer WHERE customerNumber = '10004'")
        ]),
      SampleEdit(
        "The back office enters a new cost price.",
        [.edit(.customERP, "UPDATE Product SET costPrice = 123.45 WHERE sku = \(chair.sku.sql)")],
        arrives: [
          .expect(
            "123.45", in: .customCRM, "cost price of \(chair.sku)",
            "SELECT costPrice FROM Product WHERE sku = \(chair.sku.sql)"),
          .expect(
            "123.45", in: .exactOnline, "cost price of \(chair.sku), by way of CRM",
            "SELECT CostPriceStandard FROM Items WHERE Code = \(chair.sku.sql)"),
        ]),
      SampleEdit(
        "Sales names another contact person in order \(order.number).",
        [
          .edit(
            .customCRM,
            "UPDATE \"Order\" SET contactId = \(CustomCRMSample.key(buyer)) WHERE orderNumber = \(order.number.sql)")
        ],
        arrives: [
          .expect(
            buyer.email, in: .customERP, "contact of order \(order.number)",
            """
            SELECT Contact.email FROM "Order" JOIN Contact ON Contact.id = "Order".contactId
            WHERE orderNumber = \(order.number.sql)
            """)
        ]),
      SampleEdit(
        "Both rename quote \(quote.number); the back office does it later, and the newest edit wins.",
        [
          .edit(
            .customCRM,
            """
            UPDATE Quote SET title = 'Title of sales', modifiedAt = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-2 hours')
            WHERE quoteNumber = \(quote.number.sql)
            """),
          .edit(
            .customERP, "UPDATE Quote SET subject = 'Title of the back office' WHERE quoteNumber = \(quote.number.sql)"),
        ],
        arrives: [
          .expect(
            "Title of the back office", in: .customCRM, "title of quote \(quote.number)",
            "SELECT title FROM Quote WHERE quoteNumber = \(quote.number.sql)"),
          .expect(
            "Title of the back office", in: .customERP, "subject of quote \(quote.number)",
            "SELECT subject FROM Quote WHERE quoteNumber = \(quote.number.sql)"),
        ]),
      SampleEdit(
        "Both rename article \(renamed.sku); whoever is later, the document says that CRM wins.",
        [
          .edit(
            .customCRM,
            """
            UPDATE Product SET name = 'Name of sales', modifiedAt = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-2 hours')
            WHERE sku = \(renamed.sku.sql)
            """),
          .edit(.customERP, "UPDATE Product SET description = 'Other name' WHERE sku = \(renamed.sku.sql)"),
        ],
        arrives: [
          .expect(
            "Name of sales", in: .customERP, "description of \(renamed.sku)",
            "SELECT description FROM Product WHERE sku = \(renamed.sku.sql)")
        ]),
      SampleEdit(
        "Sales wins a new customer, 10990.",
        [
          .edit(
            .customCRM,
            """
            INSERT INTO Customer (customerNumber, name, status, segment, address)
            VALUES ('10990', 'Żółta Łódź', 'active', 'A', '{"city": "Gdańska Brücke", "country": "DE"}')
            """)
        ],
        arrives: [
          .expect(
            "Żółta Łódź", in: .customERP, "name of customer 10990", "SELECT name FROM Customer WHERE number = 10990"),
          .expect(
            "C", in: .exactOnline, "status of account 10990", "SELECT Status FROM Accounts WHERE Code = '10990'"),
        ]),
      SampleEdit(
        "Sales deletes customer 10017; ERP closes it and the bookkeeping blocks it.",
        [.edit(.customCRM, "DELETE FROM Customer WHERE customerNumber = '10017'")],
        arrives: [
          .expect("C", in: .customERP, "status of customer 10017", "SELECT status FROM Customer WHERE number = 10017"),
          .expect(
            "1", in: .exactOnline, "blocking of account 10017", "SELECT Blocked FROM Accounts WHERE Code = '10017'"),
        ]),
      SampleEdit(
        "Sales deletes quote \(rejected.number), and with it the others' copies.",
        [.edit(.customCRM, "DELETE FROM Quote WHERE quoteNumber = \(rejected.number.sql)")],
        arrives: [
          .expect(
            "0", in: .customERP, "number of quotes \(rejected.number)",
            "SELECT count(*) FROM Quote WHERE quoteNumber = \(rejected.number.sql)"),
          .expect(
            "0", in: .exactOnline, "number of quotations \(rejected.number)",
            "SELECT count(*) FROM Quotations WHERE YourRef = \(rejected.number.sql)"),
          .expect(
            "0", in: .salesforce, "number of quotes \(rejected.number), by way of ERP",
            "SELECT count(*) FROM Quote WHERE Name = \(rejected.title.sql) AND IsDeleted = 0"),
        ]),
    ]
  }
}
