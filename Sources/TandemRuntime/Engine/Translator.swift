import TandemValues

/// Translates references and natural keys between the two sides of a flow; see ``SharedProperty/Translation``.
struct Translator {
  let table: FlowTable
  let reader: any StateReader

  /// A record whose link (or natural key) is missing.
  struct Awaited: Hashable, Sendable {
    var flow: FlowIdentifier
    var side: Side
    var key: RecordKey
  }

  /// What a shared value is on the side that it is written to.
  enum Outgoing {
    case value(Value)
    case awaits(Awaited)
    /// No or several records have the natural key; the text says so without the value.
    case notFound(Awaited, String)
  }

  /// Brings a view of a side into the shared form. What cannot be translated becomes absent, and is listed.
  func shared(_ view: SharedView, _ side: Side, _ flow: FlowUnit) throws -> (view: SharedView, awaited: [Awaited]) {
    var view = view
    var awaited: [Awaited] = []
    for (index, property) in flow.declaration.properties.enumerated() {
      guard let translation = property.translation, !view[index].isMissing else { continue }
      switch (translation, side) {
      case (.reference, .source): break
      case (.reference(let other, let reversed), .target):
        view[index] = try mapped(view[index]) { key in
          let awaitedSide: Side = reversed ? .source : .target
          if let link = try reader.link(other, awaitedSide, key: RecordKey(key)) {
            return (reversed ? link.target : link.source).value
          }
          awaited.append(Awaited(flow: other, side: awaitedSide, key: RecordKey(key)))
          return nil
        }
      case (.lookup, .source): view[index] = naturalText(view[index]).map { .string($0) } ?? .null
      case (.lookup(let entity, let position), .target):
        view[index] = try mapped(view[index]) { key in
          try reader.observation(of: entity, key: RecordKey(key)).flatMap {
            $0.record.values.indices.contains(position) ? naturalText($0.record.values[position]) : nil
          }.map { .string($0) }
        }
      }
    }
    return (view, awaited)
  }

  /// Brings a value of the shared form into the form of the side that it is written to.
  func outgoing(_ value: Value, _ property: SharedProperty, to side: Side) throws -> Outgoing {
    guard let translation = property.translation, !value.isMissing else { return .value(value) }
    var missing: Outgoing?
    let result: Value
    switch (translation, side) {
    case (.reference, .source): return .value(value)
    case (.reference(let other, let reversed), .target):
      result = try mapped(value) { key in
        let awaited = Awaited(flow: other, side: reversed ? .target : .source, key: RecordKey(key))
        if let link = try reader.link(other, awaited.side, key: awaited.key), link.status == .live {
          return (reversed ? link.source : link.target).value
        }
        missing = .awaits(awaited)
        return nil
      }
    case (.lookup(let entity, let position), _):
      let name = table.schemas[entity].map { $0.properties[position].name } ?? ""
      result = try mapped(value) { natural in
        guard let text = naturalText(natural) else { return nil }
        let keys = try reader.indexed(.lookup(entity, property: position), text: text)
        if keys.count == 1, let key = keys.first {
          if side == .target { return key.value }
          return try reader.observation(of: entity, key: key)?.record.values[position] ?? natural
        }
        let awaited = Awaited(
          flow: .lookup(entity, position), side: .target, key: RecordKey(.string(text)))
        missing = .notFound(
          awaited, "\(keys.isEmpty ? "no" : "more than one") \(entity) has this \(name)")
        return nil
      }
    }
    return missing ?? .value(result)
  }

  /// Translates a key, or each key of a list; absent as soon as one has no translation.
  private func mapped(_ value: Value, _ translate: (Value) throws -> Value?) throws -> Value {
    guard case .list(let elements) = value else { return try translate(value) ?? .absent }
    var result: [Value] = []
    for element in elements {
      guard let translated = try translate(element) else { return .absent }
      result.append(translated)
    }
    return .list(result)
  }
}

extension FlowIdentifier {
  /// Not a flow: what records wait for that need a record with a natural key.
  static func lookup(_ entity: EntityReference, _ property: Int) -> FlowIdentifier {
    FlowIdentifier("lookup:\(entity)#\(property)")
  }

  /// Not a flow: what records wait for whose match is ambiguous.
  static func match(_ flow: FlowIdentifier, _ alternative: Int) -> FlowIdentifier {
    FlowIdentifier("match:\(flow)#\(alternative)")
  }
}
