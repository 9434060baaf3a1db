import TandemValues
import Testing

@Suite("Values that are drawn with a seed")
struct SeededValuesTests {
  private static let types: [ValueType] = [
    .string(maximumLength: nil), .string(maximumLength: 3), .string(maximumLength: 0), .integer,
    .decimal(precision: 9, scale: 2), .decimal(precision: nil, scale: nil), .float, .boolean, .date, .time, .datetime,
    .guid, .binary, .json, .enumeration(values: ["a", "b"], open: false), .enumeration(values: [], open: true),
    .list(.string(maximumLength: 2)),
    .object([ValueType.Member(name: "x", type: .integer), ValueType.Member(name: "y", type: .list(.date))]),
  ]

  @Test("are the same for the same seed, others for another one, and values of the type", arguments: types)
  func drawn(_ type: ValueType) {
    let values = SeededValues.drawn(type, seed: 7, count: 40)
    #expect(values == SeededValues.drawn(type, seed: 7, count: 40))
    #expect(values.allSatisfy { $0.conforms(to: type) == nil })
    if case .enumeration(let named, _) = type, named.isEmpty {
      #expect(values.isEmpty)
      return
    }
    #expect(values.count > 10, "\(type): \(values.count)")
    if type != .string(maximumLength: 0) { #expect(values != SeededValues.drawn(type, seed: 8, count: 40)) }
  }

  @Test("a count of none and one below it draw nothing")
  func none() {
    #expect(SeededValues.drawn(.integer, seed: 1, count: 0).isEmpty)
    #expect(SeededValues.drawn(.integer, seed: 1, count: -1).isEmpty)
  }
}
