import TandemSyntax

/// One system of a hostile pair: three entities of the same shape, each with names of its own.
struct HostileSide {
  /// The names of an entity's properties by what they hold.
  struct Record {
    var name: String
    var text: [String]
    var whole: String
    var number: String
    var day: String
    var truth: String
    var kind: String
    var reference: String
    var object: String
    var member: [String]
    var list: String
    var element: [String]
  }

  let system: String
  let records: [Record]
  /// The description.
  let text: String

  init(
    system: String, entities: [String], values: [String], names: inout HostileNames, texts: inout Set<[UInt8]>
  ) {
    self.system = system
    var records: [Record] = []
    var text = "system: \(HostilePair.quoted(system))\nabout: \(HostilePair.quoted(names.text()))\nentities:\n"
    for entity in entities {
      // Paths reach only names that are words; further ones stand in the description.
      var own = names.distinct(17, like: HostileNames.isPathName)
      own = own.filter(HostileNames.isOperand) + own.filter { !HostileNames.isOperand($0) }
      let used = Set(own.map { NormalizedName($0) })
      let strange = names.distinct(6).filter { !used.contains(NormalizedName($0)) }
      let member = names.distinct(3, like: HostileNames.isPathName)
      let element = names.distinct(3, like: HostileNames.isPathName)
      let record = Record(
        name: entity, text: Array(own[0..<2] + own[4..<9]), whole: own[2], number: own[9], day: own[10], truth: own[3],
        kind: own[11], reference: own[16], object: own[12], member: member, list: own[13], element: element)
      records.append(record)
      let label = names.text()
      let resource = names.text()
      texts.formUnion([label, resource].map { Array($0.utf8) })
      text += "  \(HostilePair.quoted(entity)):\n    about: \(HostilePair.quoted(names.text()))\n"
      text += "    label: \(HostilePair.quoted(label))\n    resource: \(HostilePair.quoted(resource))\n"
      text += "    changes: {cursor: \(HostilePair.quoted(own[14])), kind: rowversion, deletes: {kind: keys}}\n"
      text += "    externalKey: \(HostilePair.quoted(own[0]))\n    properties:\n"
      func property(_ name: String, _ type: String) {
        text += "      \(HostilePair.quoted(name)): {type: \(type)}\n"
      }
      property(own[15], "integer, key: true, readOnly: true")
      property(own[14], "integer, readOnly: true")
      for (place, name) in record.text.enumerated() {
        property(name, "string, about: \(HostilePair.quoted(names.text()))\(place == 0 ? ", unique: true" : "")")
      }
      property(record.whole, "integer")
      property(record.reference, "integer, ref: \(HostilePair.quoted(entities[0]))")
      property(record.number, "decimal, precision: 12, scale: 2")
      property(record.day, "date")
      property(record.truth, "boolean")
      let kinds = values.map(HostilePair.quoted).joined(separator: ", ")
      property(record.kind, "enum, values: [\(kinds)]")
      func members(_ names: [String]) -> String {
        names.map { "\(HostilePair.quoted($0)): {type: string}" }.joined(separator: ", ")
      }
      property(record.object, "object, properties: {\(members(member))}")
      property(record.list, "list, of: object, properties: {\(members(element))}")
      for (place, name) in strange.enumerated() {
        switch place % 3 {
        case 0: property(name, "string, label: \(HostilePair.quoted(names.text()))")
        case 1: property(name, "object, properties: {\(members(names.distinct(2)))}")
        default: property(name, "list, of: object, properties: {\(members(names.distinct(2)))}")
        }
      }
    }
    texts.formUnion(values.map { Array($0.utf8) })
    self.records = records
    self.text = text
  }
}
