import TandemValues

/// What the reference says of one conversion, all of it from the conversion's own file.
struct ConversionEntry {
  private let type: any NamedConversion.Type

  /// The name.
  var name: String { type.name }
  /// What it does to a value of the source.
  var forward: String { type.page.forward }
  /// What it does to a value of the target.
  var backward: String { type.page.backward }
  /// The arguments that it takes.
  var parameters: [ConversionParameter] { type.parameters }
  private var conversion: any Conversion { type.page.example }
  private var sample: Value { type.page.sample }

  /// All conversions, in the order of the catalog.
  static let all: [ConversionEntry] = ConversionCatalog.all.map { ConversionEntry(type: $0) }

  /// How a row comes to it.
  var origin: String {
    switch type.page.use {
    case .types(let further): return "from the types" + (further.map { ", " + $0 } ?? "")
    case .named: return "`conversion: \(name)`"
    case .clause(let clause): return clause
    }
  }

  /// The name with the labels of its arguments: `decimalScale(scale, precision)`.
  var signature: String {
    name + (parameters.isEmpty ? "" : "(\(parameters.map(\.label).joined(separator: ", ")))")
  }

  /// What it takes, where it refuses other values: ` Takes the numbers 0 and 1.`
  var takes: String { conversion.domain.map { " Takes \($0)." } ?? "" }

  /// What happens to a value that travels there and back.
  var laws: String {
    switch conversion.effectiveLaws {
    case .exact: return "Changes nothing."
    case .normalising(let losses): return "Brings a value to its normal form; lost: \(Self.listed(losses))."
    case .lossy(let losses): return "May change a value; lost: \(Self.listed(losses))."
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

  private static func listed(_ losses: [Loss]) -> String { losses.map(\.words).joined(separator: ", ") }

  private static func shown(_ value: Value) -> String {
    switch value {
    case .absent, .null: return "nothing"
    case .string(let text): return "`\"\(text)\"`"
    case .list(let elements): return "[" + elements.map(shown).joined(separator: ", ") + "]"
    default: return "`\(value.displayText)`"
    }
  }
}
