import FuzzSupport
import Testing

/// One fault of a person is told once, at its place, with the correction that is right.
///
/// `make bench` prints the score over 2,000 faults and Documentation/CONTRIBUTING.md says how to see what fails; here a few
/// of each kind are tried.
@Suite(.serialized) struct RepairScoreTests {
  /// Kinds of which not nearly all are told or repaired, with so many percent that must be. They only ever rise.
  private static let floors: [FaultKind: (located: Int, repaired: Int)] = [
    .type: (90, 75), .missingType: (90, 0), .wrongValueMap: (60, 0), .wrongType: (75, 75), .quotationMark: (85, 70),
    .bracket: (90, 70), .itemMark: (90, 65), .lostKey: (90, 55), .movedLine: (65, 0), .duplicateRow: (90, 75),
  ]

  @Test("single faults are told once, at their place, and put right", arguments: FaultKind.allCases)
  func score(kind: FaultKind) async throws {
    var score = RepairScore(systems: try SampleDocuments.systems())
    for (number, file) in try SampleDocuments.documents().enumerated() {
      score.plant(kind, in: file, count: 2, seed: UInt64(5_000 + number))
      await Task.yield()
    }
    let count = try #require(score.counts[kind])
    let floor = Self.floors[kind] ?? (located: 90, repaired: 85)
    print("\(kind.rawValue): \(count.locatedShare) % of \(count.faults) located, \(count.repairedShare) % repaired")
    let misses = score.misses.map { "\($0.path):\($0.fault.lines) \($0.said)" }
    #expect(count.faults > 3, "the documents have hardly a place for this fault")
    // A few faults weigh more than a percent each, so one of each may fail beyond the share.
    #expect(count.faults - count.located <= max(1, count.faults * (100 - floor.located) / 100), "\(misses)")
    #expect(
      count.determined - count.repaired <= max(1, count.determined * (100 - floor.repaired) / 100), "\(misses)")
  }
}
