import TandemRuntime
import TandemValues

/// An entity as generated code declares it, with a property of every kind.
struct StoredCustomer: StoredEntity {
  var name: String?
  var visits: Int64?
  var credit: DecimalNumber?
  var rating: Double?
  var isActive: Bool?
  var since: CalendarDate?
  var opensAt: TimeOfDay?
  var seenAt: Timestamp?
  var identifier: GUID?
  var picture: [UInt8]?
  var tags: [String]?
  var address: Address?
  var phones: [Phone]?

  static let names = [
    "name", "visits", "credit", "rating", "is active", "since", "opensAt", "seenAt", "identifier", "picture", "tags",
    "address", "phones",
  ]

  static let schema = EntitySchema(
    reference: EntityReference(system: "CRM", entity: "Customer"), label: "Customer", resource: "customer",
    properties: names.map { PropertySchema(name: $0, type: .string(maximumLength: nil)) }, key: 0, title: nil,
    modified: nil, externalKey: nil, changes: ChangeFeed(cursor: 1, kind: .rowVersion, deletions: .keyListing),
    isReadOnly: false)

  static let layout = RecordLayout<Self>(
    schema,
    [
      \.name, \.visits, \.credit, \.rating, \.isActive, \.since, \.opensAt, \.seenAt, \.identifier, \.picture, \.tags,
      \.address, \.phones,
    ])

  struct Address: StructuredProperty {
    var street: String?
    var number: Int64?
    static let layout = RecordLayout<Self>(["street", "number"], [\.street, \.number])
  }

  struct Phone: StructuredProperty {
    var kind: String?
    var number: String?
    static let layout = RecordLayout<Self>(["kind", "number"], [\.kind, \.number])
  }

  /// A record with a value everywhere.
  static var full: StoredCustomer {
    var customer = StoredCustomer()
    customer.name = "Zoë \"Z\" O'Hara\n"
    customer.visits = -9_007_199_254_740_993
    customer.credit = DecimalNumber("12345678901234567890.123456789")
    customer.rating = 0.1
    customer.isActive = true
    customer.since = CalendarDate("2024-02-29")
    customer.opensAt = TimeOfDay("07:41:19.250")
    customer.seenAt = Timestamp("2024-09-11T07:41:19Z")
    customer.identifier = GUID("3f2504e0-4f89-11d3-9a0c-0305e82c3301")
    customer.picture = [0, 255, 16]
    customer.tags = ["red", ""]
    var address = Address()
    address.street = "Long Street"
    address.number = 7
    customer.address = address
    var phone = Phone()
    phone.kind = "mobile"
    phone.number = "+31"
    customer.phones = [phone, Phone()]
    return customer
  }
}
