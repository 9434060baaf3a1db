import TandemRuntime
import TandemValues

/// Makes sample records for any entity from its description: one seed, the same records.
///
/// Values follow the names and types of properties (`Email`, `PostalCode`, `unit price`, ...), their lengths and their
/// declared values. They hold what real data holds: letters of many languages, outer blanks, empty texts, missing values,
/// and now and then two records with one e-mail address.
///
/// ```swift
/// var world = SandboxWorld(seed: 7)
/// try world.fill(database, customers, count: 100)
/// try world.fill(database, orders, count: 300, references: [2: customers.reference],
///                values: ["Status": { random, _ in .string(random.element(of: ["open", "paid"]) ?? "open") }])
/// ```
public struct SandboxWorld: Sendable {
  /// Makes the value of a property for the record with a number, counted from 0.
  public typealias ValueMaker = @Sendable (inout SandboxRandom, Int) -> Value

  /// How often real data's oddities occur, in records of a hundred.
  public struct Oddities: Sendable {
    /// Optional properties without a value.
    public var missing = 12
    /// Optional texts that are empty.
    public var empty = 3
    /// Texts with blanks before or behind them.
    public var outerBlanks = 3
    /// Records with the e-mail address of an earlier one.
    public var sharedEmail = 4

    /// The usual frequencies.
    public init() {}

    /// No oddities at all: every property has a clean value.
    public static var none: Oddities {
      var oddities = Oddities()
      oddities.missing = 0
      oddities.empty = 0
      oddities.outerBlanks = 0
      oddities.sharedEmail = 0
      return oddities
    }
  }

  /// The source of everything that is drawn.
  public var random: SandboxRandom
  /// How often oddities occur.
  public var oddities = Oddities()
  /// The keys of the records that were made, for references.
  public var keys: [EntityReference: [RecordKey]] = [:]

  /// A world that follows from a seed.
  public init(seed: UInt64) { random = SandboxRandom(seed: seed) }

  /// Makes records and inserts them as a user does; returns their keys, which later references draw from.
  ///
  /// - Parameters:
  ///   - references: for properties that refer, by position, the entity that they refer to; one that has no records yet
  ///     is left without a value.
  ///   - values: makers for properties by name, in place of the general rule.
  @discardableResult
  public mutating func fill(
    _ database: SandboxDatabase, _ entity: EntitySchema, count: Int, references: [Int: EntityReference] = [:],
    values: [String: ValueMaker] = [:]
  ) throws -> [RecordKey] {
    let records = records(of: entity, count: count, references: references, values: values)
    let added = try database.insert(records, into: entity)
    keys[entity.reference, default: []] += added
    return added
  }

  /// Makes records without inserting them: the values of all properties in order, ``TandemValues/Value/absent`` where the
  /// system assigns them itself.
  public mutating func records(
    of entity: EntitySchema, count: Int, references: [Int: EntityReference] = [:], values: [String: ValueMaker] = [:]
  ) -> [[Value]] {
    let meanings = entity.properties.map { SandboxValues.meaning(of: $0.name, in: entity.reference) }
    let emails = meanings.indices.filter { meanings[$0] == .email && values[entity.properties[$0].name] == nil }
    var records: [[Value]] = []
    records.reserveCapacity(count)
    for number in 0..<max(count, 0) {
      // Each record draws from a generator of its own, so that one more property does not change all later records.
      var random = SandboxRandom(seed: self.random.next())
      let person = SandboxPerson(number: number, random: &random)
      var record: [Value] = []
      for (position, property) in entity.properties.enumerated() {
        var generator = SandboxRandom(seed: random.next())
        if let maker = values[property.name] {
          record.append(maker(&generator, number))
        } else if isAssignedBySystem(position, entity) {
          record.append(.absent)
        } else if let target = references[position] {
          record.append(generator.element(of: keys[target] ?? [])?.value ?? .null)
        } else {
          record.append(
            value(for: property, meanings[position], number: number, person: person, random: &generator))
        }
      }
      if random.happens(percent: oddities.sharedEmail), let other = random.element(of: records) {
        for position in emails {
          if case .string = record[position], case .string = other[position] { record[position] = other[position] }
        }
      }
      records.append(record)
    }
    return records
  }

  private func isAssignedBySystem(_ position: Int, _ entity: EntitySchema) -> Bool {
    if case .flag(position) = entity.changes.deletions { return true }
    return position == entity.key || position == entity.changes.cursor || position == entity.modified
      || position == entity.externalKey || entity.properties[position].access == .readOnly
  }

  private func value(
    for property: PropertySchema, _ meaning: SandboxValues.Meaning, number: Int, person: SandboxPerson,
    random: inout SandboxRandom
  ) -> Value {
    if !property.isRequired && random.happens(percent: oddities.missing) { return .null }
    let value = SandboxValues.value(
      of: property.type, meaning, name: property.name, number: number, person: person, random: &random)
    guard case .string(let text) = value, case .string(let limit) = property.type else { return value }
    if !property.isRequired && random.happens(percent: oddities.empty) { return .string("") }
    if random.happens(percent: oddities.outerBlanks) && text.unicodeScalars.count + 2 <= limit ?? .max {
      return .string(random.happens(percent: 50) ? text + "  " : " " + text)
    }
    return value
  }
}
