import Handwritten
import Mapping
import TandemRuntime

/// Maps a million records with generated code and with the same mapping written by hand, taking turns.
enum MappingMeasurement {
  private static let batch = 10_000
  private static let rounds = 100

  static func run(_ runs: Int, only: String? = nil) throws {
    var sample = Sample(seed: 1)
    let leads = (0..<batch).map { _ in sample.lead() }
    let records = leads.map(Shop.Lead.init)
    let context = MappingContext()
    let all = PropertySet(all: ShopToLedgerDataflow.LeadToAccount.declaration.properties.count)
    for (lead, record) in zip(leads, records) {
      let account = try mapped(record, all, context)
      guard try Handwritten.Account(lead).isSame(account) else { throw Difference() }
    }
    print("\(batch) records have the same \(all.indices.count) outputs; mapping \(batch * rounds) of them:")
    var hand: [Double] = []
    var own: [Double] = []
    // Results are kept for a while, as a batch that is written would be.
    var handwritten = [Handwritten.Account](repeating: Handwritten.Account(), count: 1024)
    var generated = [Ledger.Account](repeating: Ledger.Account(), count: 1024)
    for _ in 0..<runs {
      if only != "generated" {
        hand.append(
          try seconds {
            for _ in 0..<rounds {
              for place in leads.indices { handwritten[place & 1023] = try Handwritten.Account(leads[place]) }
            }
          })
      }
      if only != "hand" {
        own.append(
          try seconds {
            for _ in 0..<rounds {
              for place in records.indices {
                generated[place & 1023] = try mapped(records[place], all, context)
              }
            }
          })
      }
    }
    guard only == nil else { return }
    report("by hand", hand)
    report("generated", own)
    ratio("speed of generated / by hand", hand, own, goal: "at least 0.9")
  }

  @inline(__always)
  private static func mapped(
    _ record: Shop.Lead, _ all: PropertySet, _ context: MappingContext
  ) throws(MappingError) -> Ledger.Account {
    var account = Ledger.Account()
    let shared = try ShopToLedgerDataflow.LeadToAccount.view(of: record, context)
    try ShopToLedgerDataflow.LeadToAccount.put(shared, changed: all, into: &account, context)
    return account
  }

  struct Difference: Error {}
}

/// Keeps the optimiser from dropping a result.
@inline(never)
func consume<Result>(_ result: Result) {}
