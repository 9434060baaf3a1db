import Testing

@testable import TandemEmit

@Suite("Swift names")
struct SwiftNamesTests {
  @Test(
    "types follow the API Design Guidelines",
    arguments: [
      ("Customer", "Customer"), ("Business_entity", "BusinessEntity"), ("Product2", "Product2"),
      ("custom-crm", "CustomCRM"), ("Custom CRM", "CustomCRM"), ("custom crm ids", "CustomCRMIDs"),
      ("SalesOrders", "SalesOrders"), ("2fast", "_2fast"), ("", "Unnamed"), ("---", "Unnamed"), ("🦊", "Unnamed"),
      ("Type", "Type"), ("ORDER_LINE", "OrderLine"), ("KUNNR", "KUNNR"), ("Invoice__c", "Invoice"), ("__c", "C"),
      ("Ålesund", "Ålesund"), ("a'b\"c", "ABC"), ("a\u{202E}b", "AB"), ("\u{3164}", "Unnamed"),
    ])
  func types(name: String, expected: String) {
    #expect(SwiftNames.type(name) == expected)
  }

  @Test("nothing hides a type that generated code needs")
  func reservedTypes() {
    #expect(SwiftNames.entity("Type") == "TypeEntity")
    #expect(SwiftNames.entity("string") == "StringEntity")
    #expect(SwiftNames.system("String") == "StringSystem")
    #expect(SwiftNames.system("A to B Dataflow") == "AToBDataflowSystem")
    #expect(SwiftNames.system("Dataflows") == "DataflowsSystem")
  }

  @Test(
    "properties begin small, acronyms have one case, and keywords are quoted",
    arguments: [
      ("id", "id"), ("ID", "id"), ("VATNumber", "vatNumber"), ("AccountId", "accountID"), ("Sync_Id__c", "syncID"),
      ("DisplayUrl", "displayURL"), ("salesVatCode", "salesVATCode"), ("SystemModstamp", "systemModstamp"),
      ("first name", "firstName"), ("ORDER_DATE", "orderDate"), ("CUSTOMER_ID", "customerID"), ("class", "`class`"),
      ("Self", "selfValue"), ("self", "selfValue"), ("Type", "type"), ("init", "`init`"), ("isNAV", "isNAV"),
      ("AmountFC", "amountFC"), ("3com", "_3com"), ("ids", "ids"), ("\u{345}x", "_\u{345}x"), ("Address", "address"),
    ])
  func properties(name: String, expected: String) {
    #expect(SwiftNames.property(name) == expected)
  }

  private func properties(_ spellings: String..., reserved: Set<String> = []) -> [String] {
    SwiftNameList.unique(spellings, reserved: reserved) { SwiftNames.property($0, with: $1) }
  }

  @Test("no two names of one scope collide, nor do they meet a reserved one")
  func unique() {
    let names = properties("name", "Name", "NAME", "name ", "class", "Class", "init", "values", reserved: ["values"])
    #expect(Set(names).count == names.count)
    #expect(names[0] == "name" && names[4] == "`class`" && names[6] == "`init`")
    #expect(names[5].hasPrefix("classX") && names[7].hasPrefix("valuesX"), "\(names)")
    #expect(properties("a b", "a b", "a b") == ["aB", "aB2", "aB3"])
  }

  @Test("a property that is added changes no name of the others; before them, only that of the one that it equals")
  func stable() throws {
    let before = properties("name", "Name", "first name", "firstName", "id")
    let after = properties("FirstName", "other", "name", "Name", "NAME", "first name", "firstName", "id", "FIRST NAME")
    #expect(after[2...3] == before[0...1] && after[7] == before[4])
    #expect(after[6] == before[3], "what was told apart by its spelling still is")
    let behind = properties("name", "Name", "first name", "firstName", "id", "NAME", "first_name", "ID")
    #expect(Array(behind.prefix(5)) == before)
  }

  @Test("a name that stands there already is not taken by one that has to give way")
  func natural() {
    let given = properties("name", "Name")[1]
    #expect(properties("name", "Name", given)[2] == given)
  }
}
