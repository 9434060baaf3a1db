import Testing

@testable import TandemEmit

@Suite("Swift names")
struct SwiftNamesTests {
  @Test(
    "types follow the API Design Guidelines",
    arguments: [
      ("Customer", "Customer"), ("Business_entity", "BusinessEntity"), ("Product2", "Product2"),
      ("custom-crm", "CustomCrm"),
      ("Custom CRM", "CustomCRM"), ("SalesOrders", "SalesOrders"), ("2fast", "_2fast"), ("", "Unnamed"),
      ("---", "Unnamed"),
      ("Type", "TypeEntity"), ("String", "StringEntity"), ("Ålesund", "Ålesund"), ("a'b\"c", "ABC"),
    ])
  func types(name: String, expected: String) {
    #expect(SwiftNames.type(name) == expected)
  }

  @Test(
    "properties begin small, acronyms included, and keywords are quoted",
    arguments: [
      ("id", "id"), ("ID", "id"), ("VATNumber", "vatNumber"), ("AccountId", "accountId"), ("Sync_Id__c", "syncIdC"),
      ("SystemModstamp", "systemModstamp"), ("first name", "firstName"), ("class", "`class`"), ("Self", "selfValue"),
      ("self", "selfValue"),
      ("Type", "type"), ("init", "`init`"), ("isNAV", "isNAV"), ("AmountFC", "amountFC"), ("3com", "_3com"),
    ])
  func properties(name: String, expected: String) {
    #expect(SwiftNames.property(name) == expected)
  }

  @Test("no two names of one list collide, nor do they meet a reserved one")
  func unique() {
    #expect(SwiftNames.unique(["name", "name", "name2", "name"]) == ["name", "name2", "name22", "name3"])
    #expect(SwiftNames.unique(["schema", "values"], reserved: ["schema"]) == ["schema2", "values"])
    #expect(SwiftNames.unique(["`class`", "`class`"]) == ["`class`", "class2"])
  }
}
