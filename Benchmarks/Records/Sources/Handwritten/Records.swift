import TandemValues

/// The source record as one would declare it by hand.
public struct Lead: Sendable {
  public var leadNumber: String?
  public var name: String?
  public var city: String?
  public var status: String?
  public var description: String?
  public var email: String?
  public var phone: String?
  public var street: String?
  public var postalCode: String?
  public var countryCode: String?
  public var currency: String?
  public var amount: DecimalNumber?
  public var discount: DecimalNumber?
  public var quantity: Int64?
  public var isActive: Bool?
  public var orderedOn: String?
  public var deliveredAt: Timestamp?
  public var remarks: String?
  public var externalReference: String?
  public var weight: DecimalNumber?

  public init() {}
}

/// The target record as one would declare it by hand.
public struct Account: Sendable {
  public var number: String?
  public var title: String?
  public var town: String?
  public var state: String?
  public var notes: String?
  public var mail: String?
  public var telephone: String?
  public var address: String?
  public var zip: String?
  public var country: String?
  public var currency: String?
  public var total: DecimalNumber?
  public var reduction: DecimalNumber?
  public var pieces: Int64?
  public var active: Bool?
  public var orderDate: CalendarDate?
  public var delivered: Timestamp?
  public var comment: String?
  public var reference: String?
  public var grossWeight: String?

  public init() {}
}
