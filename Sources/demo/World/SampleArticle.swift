import TandemSandbox

/// Something that is sold.
struct SampleArticle {
  /// Counted from 0.
  let index: Int
  let name: String
  let sku: String
  /// In ten-thousandths of a euro.
  let price: Int
  /// In cents.
  let cost: Int
  let weightInGrams: Int

  private var kind: Int { index % 3 }
  var category: String { ["hardware", "consumable", "service"][kind] }
  var groupInERP: String { ["10", "20", "30"][kind] }
  var unit: String { ["piece", "box", "hour"][kind] }
  var unitInERP: String { ["PCS", "BOX", "HUR"][kind] }
  var unitInExact: String { ["pc", "box", "hour"][kind] }
  var unitInSalesforce: String { ["Each", "Box", "Hour"][kind] }
  var familyInSalesforce: String { ["Hardware", "Consumables", "Services"][kind] }
  var vatClass: String { ["high", "low", "high"][kind] }
  var vatInERP: String { ["H", "L", "H"][kind] }
  var vatInExact: String { ["4", "2", "4"][kind] }
  var description: String? { index % 5 == 4 ? nil : "\(name): \(SandboxPools.notes[index % SandboxPools.notes.count])" }
  var launchDay: String { SampleTime.day(index * 4) }
  /// The same day as CRM writes it.
  var launchDayInCRM: String {
    let parts = launchDay.split(separator: "-")
    return "\(parts[2]).\(parts[1]).\(parts[0])"
  }
  /// Every eleventh may no longer be sold.
  var isActive: Bool { index % 11 != 10 }
  var supplier: String? { index % 2 == 0 ? "\(SandboxPools.companyWords[index % 30]) Leverandør \(index)" : nil }
  var supplierNumber: String { "SUP-\(5_000 + index)" }
  var supplierKind: String { index % 4 == 0 ? "Supplier" : "Manufacturer" }
  var supplierWebsite: String { "https://supplier.example.com/\(index)" }

  var isInCRM: Bool { index % 10 != 9 }
  var isInERP: Bool { index % 10 < 7 || index % 10 == 9 }
  var isInExact: Bool { isInCRM && index % 3 == 1 }
  var isInSalesforce: Bool { index % 4 == 1 }
  var isInCRMOffice: Bool { index % 5 == 2 && isInERP }

  init(_ index: Int, _ random: inout SandboxRandom) {
    self.index = index
    let product = SandboxPools.products[index % SandboxPools.products.count]
    name = index < SandboxPools.products.count ? product.name : "\(product.name), \(index)"
    sku = "\(product.code)-\(1_000 + index)"
    // The last two digits are lost in ERP, which rounds them down.
    price = 100 * (100 + random.number(below: 90_000)) + random.number(below: 40)
    cost = 10 * (10 + random.number(below: 5_000))
    weightInGrams = 10 * (1 + random.number(below: 2_000))
  }
}

/// Exact numbers as text.
enum SampleDecimal {
  /// A number of the smallest units with some decimal places: `(12345, 2)` is `123.45`.
  static func text(_ units: Int, places: Int) -> String {
    let digits = String(units)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
