extension SampleEdits {
  /// CustomCRM to ExactOnline.
  static func betweenCRMAndExact(_ world: SampleWorld) -> [SampleEdit] {
    let quote = world.offers[1]
    return [
      SampleEdit(
        "Sales enters the website of customer 10006.",
        [
          .edit(.customCRM, "UPDATE Customer SET website = 'https://størst.example.com' WHERE customerNumber = '10006'")
        ],
        arrives: [
          .expect(
            "https://størst.example.com", in: .exactOnline, "website of account 10006",
            "SELECT Website FROM Accounts WHERE Code = '10006'")
        ]),
      SampleEdit(
        "The bookkeeper numbers the quotation for \(quote.number).",
        [.edit(.exactOnline, "UPDATE Quotations SET QuotationNumber = 8123 WHERE YourRef = \(quote.number.sql)")],
        arrives: [
          .expect(
            "8123", in: .customCRM, "number in the bookkeeping of \(quote.number)",
            "SELECT bookkeepingNumber FROM Quote WHERE quoteNumber = \(quote.number.sql)")
        ]),
      SampleEdit(
        "The bookkeeper moves account 10013.",
        [.edit(.exactOnline, "UPDATE Accounts SET City = 'Świnoujście' WHERE Code = '10013'")],
        arrives: [
          .expect(
            "Świnoujście", in: .customCRM, "address.city of customer 10013",
            "SELECT json_extract(address, '$.city') FROM Customer WHERE customerNumber = '10013'"),
          .expect(
            "Świnoujście", in: .customERP, "city of customer 10013, by way of CRM",
            "SELECT city FROM Customer WHERE number = 10013"),
        ]),
    ]
  }
}
