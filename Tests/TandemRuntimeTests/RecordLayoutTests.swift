import TandemValues
import Testing

@testable import TandemRuntime

/// What is made from the table of key paths of a struct.
@Suite("Record layouts")
struct RecordLayoutTests {
  @Test("a record comes back from its values, whatever its properties hold")
  func roundTrip() throws {
    let values = StoredCustomer.full.values
    #expect(values.count == StoredCustomer.names.count)
    #expect(values[1] == .integer(-9_007_199_254_740_993))
    #expect(values[11] == .object([.string("Long Street"), .integer(7)]))
    #expect(values[12] == .list([.object([.string("mobile"), .string("+31")]), .object([.null, .null])]))
    #expect(try StoredCustomer(values: values).values == values)
    #expect(StoredCustomer().values.allSatisfy { $0 == .null })
  }

  @Test("a value of another type is refused with the name of its property")
  func otherType() {
    var values = StoredCustomer.full.values
    values[4] = .string("true")
    #expect(throws: MappingError(property: "is active", reason: "is neither true nor false")) {
      try StoredCustomer(values: values)
    }
    values[4] = .absent
    values[12] = .list([.object([.string("mobile"), .integer(31)])])
    #expect(
      throws: MappingError(
        property: "phones", reason: "has an element that has a member `number` that is no text")
    ) { try StoredCustomer(values: values) }
    #expect(throws: MappingError.self) { try StoredCustomer(values: Array(values.dropLast())) }
  }

  @Test("a shared view takes only the changed values, and says nothing where nothing is known")
  func sharedView() throws {
    let view = SharedView(values: [.string("Ada"), .integer(1), .string("no number"), .integer(7)])
    var changed = PropertySet()
    changed.insert(0)
    changed.insert(3)
    var shared = try Shared(view, changed: changed)
    #expect(shared.name == "Ada")
    #expect(shared.key == .integer(7))
    #expect(shared.sharedView.values == [.string("Ada"), .null, .null, .integer(7)])
    shared.unknown.insert(1)
    #expect(shared.sharedView[1] == .absent)
    changed.insert(2)
    #expect(throws: MappingError(property: "amount", reason: "is no whole number")) {
      try Shared(view, changed: changed)
    }
  }

  @Test("a set of positions holds more than 64 of them")
  func positions() {
    var set = PropertySet()
    for position in [0, 63, 64, 127, 200] { set.insert(position) }
    #expect(set.indices == [0, 63, 64, 127, 200])
    #expect(set.contains(200) && !set.contains(199) && !set.contains(1_000))
    #expect(!set.isEmpty && PropertySet().isEmpty)
    #expect(PropertySet(all: 130).indices == Array(0..<130))
  }

  struct Shared: TypedSharedView {
    var name: String?
    var city: String?
    var amount: Int64?
    var key: Value = .absent
    var unknown = PropertySet()
    static let layout = RecordLayout<Self>(["name", "city", "amount", "key"], [\.name, \.city, \.amount, \.key])
  }
}
