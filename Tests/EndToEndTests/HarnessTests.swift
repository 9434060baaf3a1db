import Generated
import TandemRuntime
import Testing

@Suite("What looks at the sample systems sees faults that are planted", .serialized)
struct HarnessTests {
  @Test("two worlds differ when one value or one reference differs, and not when keys and versions do")
  func worlds() async throws {
    let original = try SampleSystems(.small)
    let world = try await CanonicalWorld(original)
    #expect(world.lines.count > 400)
    let touched = try SampleSystems(copying: original)
    try touched.execute("Custom ERP", "UPDATE Customer SET rowVersion = rowVersion + 1000, id = id + 70000")
    try touched.execute(
      "Custom ERP",
      """
      UPDATE Contact SET customerId = customerId + 70000; UPDATE Quote SET customerId = customerId + 70000;
      UPDATE "Order" SET customerId = customerId + 70000; UPDATE Project SET customerId = customerId + 70000
      """)
    #expect(try await CanonicalWorld(touched).difference(from: world).isEmpty)
    let edited = try SampleSystems(copying: original)
    try edited.execute("Salesforce", "UPDATE Contact SET LastName = 'Planted' WHERE Id = '003000000000000006'")
    #expect(try await CanonicalWorld(edited).difference(from: world).contains("Planted"))
    let moved = try SampleSystems(copying: original)
    try moved.execute("Custom ERP", "UPDATE Contact SET customerId = 1002 WHERE id = 3005")
    #expect(try await !CanonicalWorld(moved).difference(from: world).isEmpty)
    let doubled = try SampleSystems(copying: original)
    try doubled.execute(
      "Salesforce", "INSERT INTO Contact (LastName, Email) SELECT LastName, Email FROM Contact LIMIT 1")
    #expect(try await !CanonicalWorld(doubled).difference(from: world).isEmpty)
  }

  @Test("a link is broken when either side is edited behind the sync, and whole again after a run")
  func links() async throws {
    let systems = try SampleSystems(.small)
    let store = MemoryStore()
    try await systems.run(.apply, store)
    #expect(try await LinkCheck(systems, store).broken.isEmpty)
    try systems.execute("Custom ERP", "UPDATE Contact SET jobTitle = 'Planted' WHERE id = 3005")
    let broken = try await LinkCheck(systems, store).broken
    #expect(broken.contains { $0.contains("Custom CRM Contact to Custom ERP Contact") && $0.contains("jobTitle") })
    #expect(broken.contains { $0.contains("Custom ERP Contact to Salesforce Contact") && $0.contains("Title") })
    try await systems.run(.apply, store)
    #expect(try await LinkCheck(systems, store).broken.isEmpty)
  }

  @Test("edits that did not arrive are named, and the demonstration fails")
  func missingEdits() async throws {
    let systems = try SampleSystems(.small)
    let store = MemoryStore()
    try await systems.run(.apply, store)
    try systems.edit()
    let early = try systems.verify()
    #expect(early.status == 1)
    #expect(early.output.contains("expected 'Nordlys & Sønner'"))
    try await systems.run(.apply, store)
    let late = try systems.verify()
    #expect(late.status == 0, "\(late.output)")
  }
}
