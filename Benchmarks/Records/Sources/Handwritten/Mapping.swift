import TandemValues

/// What cannot be mapped.
public struct LeadError: Error {
  /// The property at fault.
  public var property: String
  /// Why.
  public var reason: String
}

extension Account {
  /// The same twenty rows as `Specs/dataflows/shop-to-ledger.yaml`, written by hand: straight from struct to struct.
  public init(_ lead: Lead) throws(LeadError) {
    number = try limited(trimmed(lead.leadNumber), 20, "leadNumber")
    title = trimmed(lead.name)
    town = try limited(trimmed(lead.city), 40, "city")
    state = try translated(lead.status)
    notes = trimmed(lead.description)
    mail = trimmed(lead.email)
    telephone = trimmed(lead.phone)
    address = trimmed(lead.street)
    zip = trimmed(lead.postalCode)
    country = trimmed(lead.countryCode)
    currency = trimmed(lead.currency) ?? "EUR"
    total = try scaled(lead.amount, "amount")
    reduction = try scaled(lead.discount, "discount")
    pieces = lead.quantity
    active = lead.isActive
    orderDate = try day(lead.orderedOn)
    delivered = lead.deliveredAt
    comment = trimmed(lead.remarks)
    reference = trimmed(lead.externalReference)
    grossWeight = try limited(scaled(lead.weight, "weight")?.description, 20, "weight")
  }
}

/// The text without blanks around it; `nil` where nothing is left.
private func trimmed(_ text: String?) -> String? {
  guard let text else { return nil }
  let bytes = text.utf8
  guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
  else { return nil }
  let end = bytes.index(after: last)
  return first == bytes.startIndex && end == bytes.endIndex ? text : String(text[first..<end])
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private func limited(_ text: String?, _ maximum: Int, _ property: String) throws(LeadError) -> String? {
  guard let text, text.utf8.count > maximum, text.unicodeScalars.count > maximum else { return text }
  throw LeadError(property: property, reason: "is longer than \(maximum) characters")
}

private func translated(_ status: String?) throws(LeadError) -> String? {
  switch status {
  case nil: return nil
  case "open": return "O"
  case "active": return "A"
  case "closed": return "C"
  default: throw LeadError(property: "status", reason: "does not stand in the value map")
  }
}

private func scaled(_ number: DecimalNumber?, _ property: String) throws(LeadError) -> DecimalNumber? {
  guard let rounded = number?.rounded(toScale: 2) else { return nil }
  guard rounded.fits(precision: 12, scale: 2) else {
    throw LeadError(property: property, reason: "has more than 10 digits before the point")
  }
  return rounded
}

/// A day written as 24.12.2024.
private func day(_ text: String?) throws(LeadError) -> CalendarDate? {
  guard let text = trimmed(text) else { return nil }
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count == 3, parts[0].utf8.count == 2, parts[1].utf8.count == 2, parts[2].utf8.count == 4,
    let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
    let date = CalendarDate(year: year, month: month, day: day)
  else { throw LeadError(property: "orderedOn", reason: "is no date written as dd.MM.yyyy") }
  return date
}
