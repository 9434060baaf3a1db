import TandemValues

/// What the reference says of one conversion. Its name, arguments, domain and laws, and what it makes of the example, come
/// from the conversion itself.
struct ConversionEntry {
  /// The name.
  let name: String
  /// How a row comes to it.
  let origin: String
  /// What it does to a value of the source.
  let forward: String
  /// What it does to a value of the target.
  let backward: String
  private let conversion: any Conversion
  private let sample: Value

  init?(
    _ conversion: any Conversion, _ origin: String, there forward: String, back backward: String, _ sample: Value?
  ) {
    guard let sample else { return nil }
    name = type(of: conversion).name
    self.conversion = conversion
    self.origin = origin
    self.forward = forward
    self.backward = backward
    self.sample = sample
  }

  /// All conversions, in the order of the catalog.
  static let all: [ConversionEntry] = ConversionCatalog.names.compactMap { name in
    ConversionSamples.all.first { $0.name == name }
  }

  /// The conversions of the catalog that have no entry; a test finds them.
  static var missing: [String] { ConversionCatalog.names.filter { name in !all.contains { $0.name == name } } }

  /// The name with the labels of its arguments: `decimalScale(scale, precision)`.
  var signature: String {
    let labels = ConversionCatalog.labels(of: name) ?? []
    return name + (labels.isEmpty ? "" : "(\(labels.joined(separator: ", ")))")
  }

  /// What it takes, where it refuses other values: ` Takes the numbers 0 and 1.`
  var takes: String { conversion.domain.map { " Takes \($0)." } ?? "" }

  /// What happens to a value that travels there and back.
  var laws: String {
    switch conversion.effectiveLaws {
    case .exact: return "Changes nothing."
    case .normalising(let what): return "Brings a value to its normal form; lost: \(what)."
    case .lossy(let what): return "May change a value; lost: \(what)."
    case .oneWay(let why): return "There is none: \(why)."
    }
  }

  /// The example, as the conversion runs it: `" Ada "` → `"Ada"` → `"Ada"`, with its arguments before it.
  var example: String {
    let arguments = conversion.arguments.filter { $0.value != .none }
    let given = arguments.map { "\($0.label): \($0.value.summary)" }.joined(separator: ", ")
    var stations = [Self.shown(sample)]
    if let there = try? conversion.forward(sample) {
      stations.append(Self.shown(there))
      if let back = try? conversion.backward(there) { stations.append(Self.shown(back)) }
    }
    return (given.isEmpty ? "" : "`\(given)`: ") + stations.joined(separator: " → ")
  }

  private static func shown(_ value: Value) -> String {
    switch value {
    case .absent, .null: return "nothing"
    case .string(let text): return "`\"\(text)\"`"
    case .list(let elements): return "[" + elements.map(shown).joined(separator: ", ") + "]"
    default: return "`\(value.displayText)`"
    }
  }
}
