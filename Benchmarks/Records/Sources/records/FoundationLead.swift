import Foundation

/// The source record with synthesised Codable; days and moments stay text, which spares Foundation work that Tandem does.
struct FoundationLead: Codable {
  var leadNumber: String?
  var name: String?
  var city: String?
  var status: String?
  var description: String?
  var email: String?
  var phone: String?
  var street: String?
  var postalCode: String?
  var countryCode: String?
  var currency: String?
  var amount: Decimal?
  var discount: Decimal?
  var quantity: Int64?
  var isActive: Bool?
  var orderedOn: String?
  var deliveredAt: String?
  var remarks: String?
  var externalReference: String?
  var weight: Decimal?
}
