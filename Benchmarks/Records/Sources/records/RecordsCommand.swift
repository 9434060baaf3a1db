import Foundation
import Mapping
import TandemRuntime
import TandemValues

/// `records map RUNS` measures in one process; the other commands are the processes that `measure` runs.
@main
enum RecordsCommand {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      print(
        "usage: records map RUNS | write DIRECTORY COUNT | decode tandem|foundation FILE | lines IN OUT | decoding FILE RUNS"
      )
      exit(2)
    }
    switch arguments[1] {
    case "map":
      try MappingMeasurement.run(Int(arguments[2]) ?? 5, only: arguments.count > 3 ? arguments[3] : nil)
    case "write": try write(arguments[2], Int(arguments[3]) ?? 100_000)
    case "decode": try decode(arguments[2], arguments[3])
    case "decoding": try decoding(arguments[2], Int(arguments[3]) ?? 5)
    case "lines": try lines(arguments[2], arguments[3])
    default: exit(2)
    }
  }

  /// The same records as an array, as JSON Lines and as CSV.
  private static func write(_ directory: String, _ count: Int) throws {
    var sample = Sample(seed: 2)
    let records = (0..<count).map { _ in Shop.Lead(sample.lead()) }
    let lines = JSONRecords<Shop.Lead>().writeLines(records)
    var array: [UInt8] = [UInt8(ascii: "[")]
    for line in lines.split(separator: 0x0A) {
      if array.count > 1 { array.append(UInt8(ascii: ",")) }
      array += line
    }
    array.append(UInt8(ascii: "]"))
    let names = Shop.Lead.schema.properties.map(\.name)
    var csv = names.joined(separator: ",") + "\n"
    for record in records { csv += record.values.map { "\"\($0.displayText)\"" }.joined(separator: ",") + "\n" }
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try Data(lines).write(to: URL(fileURLWithPath: directory + "/leads.jsonl"))
    try Data(array).write(to: URL(fileURLWithPath: directory + "/leads.json"))
    try Data(csv.utf8).write(to: URL(fileURLWithPath: directory + "/leads.csv"))
    print("\(count) records, \(array.count / 1_000_000) MB of JSON")
  }

  private static func decode(_ way: String, _ path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    switch way {
    case "tandem": print(try tandem(data).count)
    default: print(try JSONDecoder().decode([FoundationLead].self, from: data).count)
    }
  }

  private static func tandem(_ data: Data) throws -> [Shop.Lead] {
    var records: [Shop.Lead] = []
    try data.withUnsafeBytes { bytes in
      try JSONRecords<Shop.Lead>().forEach(inBytes: bytes.bindMemory(to: UInt8.self)) { records.append($0) }
    }
    return records
  }

  private static func decoding(_ path: String, _ runs: Int) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let records = try tandem(data)
    let other = try JSONDecoder().decode([FoundationLead].self, from: data)
    guard records.count == other.count, zip(records, other).allSatisfy(isSame) else {
      throw MappingMeasurement.Difference()
    }
    print("\(records.count) records decode to the same; \(data.count / 1_000_000) MB of JSON:")
    var theirs: [Double] = []
    var own: [Double] = []
    for _ in 0..<runs {
      theirs.append(try seconds { consume(try JSONDecoder().decode([FoundationLead].self, from: data)) })
      own.append(try seconds { consume(try tandem(data)) })
    }
    report("JSONDecoder, synthesised Codable", theirs)
    report("Tandem, table of key paths", own)
    ratio("speed of Tandem / JSONDecoder", theirs, own, goal: "at least 3")
  }

  private static func isSame(_ lead: Shop.Lead, _ other: FoundationLead) -> Bool {
    lead.leadNumber == other.leadNumber && lead.name == other.name && lead.city == other.city
      && lead.status == other.status && lead.description == other.description && lead.email == other.email
      && lead.phone == other.phone && lead.street == other.street && lead.postalCode == other.postalCode
      && lead.countryCode == other.countryCode && lead.currency == other.currency
      && lead.amount?.description == other.amount?.description
      && lead.discount?.description == other.discount?.description && lead.quantity == other.quantity
      && lead.isActive == other.isActive && lead.orderedOn == other.orderedOn
      && lead.deliveredAt?.description == other.deliveredAt && lead.remarks == other.remarks
      && lead.externalReference == other.externalReference && lead.weight?.description == other.weight?.description
  }

  /// JSON Lines of leads to JSON Lines of accounts.
  private static func lines(_ input: String, _ output: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: input), options: .alwaysMapped)
    let context = MappingContext()
    let all = PropertySet(all: ShopToLedgerDataflow.LeadToAccount.declaration.properties.count)
    var accounts: [Ledger.Account] = []
    for lead in try tandem(data) {
      var account = Ledger.Account()
      let shared = try ShopToLedgerDataflow.LeadToAccount.view(of: lead, context)
      try ShopToLedgerDataflow.LeadToAccount.put(shared, changed: all, into: &account, context)
      accounts.append(account)
    }
    try Data(JSONRecords<Ledger.Account>().writeLines(accounts)).write(to: URL(fileURLWithPath: output))
  }
}
