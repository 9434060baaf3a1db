import TandemRuntime

/// How a sandbox database behaves where an entity's description leaves it open.
public struct SandboxStyle: Sendable {
  /// The beginning of keys that are text, per entity; without an entry the first three letters of the entity's name.
  public var keyPrefixes: [String: String]
  /// The length of keys that are text and have no shorter limit: 18, as Salesforce has them.
  public var keyLength: Int
  /// Further SQL that runs after the tables are made: additional columns, rules or triggers of a real system.
  public var additionalSQL: [String]

  /// Makes a style.
  public init(keyPrefixes: [String: String] = [:], keyLength: Int = 18, additionalSQL: [String] = []) {
    self.keyPrefixes = keyPrefixes
    self.keyLength = keyLength
    self.additionalSQL = additionalSQL
  }

  /// The usual behaviour.
  public static let standard = SandboxStyle()

  func keyPrefix(of entity: EntityReference) -> String {
    if let prefix = keyPrefixes[entity.entity] { return prefix }
    let letters = entity.entity.uppercased().utf8.filter { (0x41...0x5A).contains($0) }.prefix(3)
    return String(decoding: letters, as: UTF8.self)
  }
}
