import Handwritten
import Mapping
import TandemValues

/// Records that look like those of a business system; the same for the same seed.
struct Sample {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private static let words = [
    "delivery", "north", "quarterly", "order", "Müller", "warehouse", "second", "invoice", "urgent", "contract", "Åsa",
    "pallet", "customer", "returns", "before", "office", "annual", "spare", "parts", "agreed",
  ]

  /// Words with blanks between them; one text in twenty has blanks around it, as people type them.
  private mutating func text(_ least: Int, _ most: Int) -> String {
    let words = (0..<(least + next(most - least + 1))).map { _ in Self.words[next(Self.words.count)] }
    let text = words.joined(separator: " ")
    return next(20) == 0 ? " \(text) " : text
  }

  private mutating func optional<Result>(_ make: (inout Sample) -> Result) -> Result? {
    next(10) == 0 ? nil : make(&self)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The next record.
  mutating func lead() -> Lead {
    var lead = Lead()
    lead.leadNumber = "L-\(100_000 + next(900_000))"
    lead.name = text(2, 3)
    lead.city = optional { $0.text(1, 1) }
    lead.status = ["open", "active", "closed"][next(3)]
    lead.description = optional { $0.text(6, 20) }
    lead.email = optional { "\(Self.words[$0.next(4)]).\($0.next(9_999))@example.com" }
    lead.phone = optional { "+31 20 \(1_000_000 + $0.next(8_999_999))" }
    lead.street = optional { "\($0.text(1, 2)) \($0.next(200))" }
    lead.postalCode = optional { "\(1_000 + $0.next(8_999)) AB" }
    lead.countryCode = optional { ["NL", "DE", "BE"][$0.next(3)] }
    lead.currency = next(4) == 0 ? nil : "EUR"
    lead.amount = optional { DecimalNumber(coefficient: Int128($0.next(100_000_000)), scale: 4) ?? .zero }
    lead.discount = optional { DecimalNumber(coefficient: Int128($0.next(10_000)), scale: 2) ?? .zero }
    lead.quantity = optional { Int64($0.next(500)) }
    lead.isActive = next(2) == 0
    lead.orderedOn = optional {
      "\(Self.padded(1 + $0.next(28))).\(Self.padded(1 + $0.next(12))).\(2000 + $0.next(26))"
    }
    lead.deliveredAt = optional { Timestamp(microseconds: Int64(1_500_000_000 + $0.next(200_000_000)) * 1_000_000) }
    lead.remarks = optional { $0.text(4, 30) }
    lead.externalReference = optional { "REF/\($0.next(99_999_999))" }
    lead.weight = optional { DecimalNumber(coefficient: Int128($0.next(1_000_000)), scale: 2) ?? .zero }
    return lead
  }
}

extension Shop.Lead {
  /// The same record in the generated struct.
  init(_ lead: Handwritten.Lead) {
    self.init()
    leadNumber = lead.leadNumber
    name = lead.name
    city = lead.city
    status = lead.status
    description = lead.description
    email = lead.email
    phone = lead.phone
    street = lead.street
    postalCode = lead.postalCode
    countryCode = lead.countryCode
    currency = lead.currency
    amount = lead.amount
    discount = lead.discount
    quantity = lead.quantity
    isActive = lead.isActive
    orderedOn = lead.orderedOn
    deliveredAt = lead.deliveredAt
    remarks = lead.remarks
    externalReference = lead.externalReference
    weight = lead.weight
  }
}

extension Handwritten.Account {
  /// True when every property is equal to the one of the generated struct.
  func isSame(_ account: Ledger.Account) -> Bool {
    number == account.number && title == account.title && town == account.town && state == account.state
      && notes == account.notes && mail == account.mail && telephone == account.telephone
      && address == account.address && zip == account.zip && country == account.country
      && currency == account.currency && total == account.total && reduction == account.reduction
      && pieces == account.pieces && active == account.active && orderDate == account.orderDate
      && delivered == account.delivered && comment == account.comment && reference == account.reference
      && grossWeight == account.grossWeight
  }
}
