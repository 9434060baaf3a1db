import Foundation
import FuzzSupport
import Testing

/// One fault of a person is told once, at its place. The floors are what was reached; they only ever rise.
@Suite(.serialized) struct RepairScoreTests {
  /// So many percent of the faults of each kind must be told exactly once, and so many must be put right by the first
  /// correction. What only the author can restore, such as a line that is gone, has no correction that gives it back.
  private static let floors: [FaultKind: (single: Int, restored: Int)] = [
    .sentenceWord: (100, 90), .key: (98, 98), .deletedLine: (96, 0), .duplicatedLine: (96, 20), .movedLine: (95, 0),
    .indentation: (95, 85), .tab: (98, 95), .deletedMark: (95, 30), .property: (98, 98), .entity: (98, 95),
    .system: (98, 80), .valueMap: (98, 98), .swappedCells: (96, 90), .deletedRule: (98, 98), .junkLine: (96, 35),
    .lostKey: (96, 0),
  ]

  @Test(
    "single faults in the sample documents, in both notations, are told once and at their place",
    arguments: FaultKind.allCases)
  func score(kind: FaultKind) async throws {
    var score = RepairScore(systems: try SampleDocuments.systems())
    for (number, file) in try SampleDocuments.documents().enumerated() {
      score.plant(kind, in: file, count: 4, seed: UInt64(5_000 + number))
      await Task.yield()
    }
    let count = try #require(score.counts[kind])
    let floor = try #require(Self.floors[kind])
    print(
      "\(kind.rawValue): \(count.faults) faults, \(count.singleShare) % told once, \(count.restoredShare) % restored")
    // A few faults weigh more than a percent each, so the share of many is what `mutants score` prints.
    let allowed = max(1, count.faults * (100 - floor.single) / 100)
    let misses = score.misses.map { "\($0.path):\($0.fault.lines) \($0.said)" }
    #expect(count.faults - count.single <= allowed, "\(misses)")
    #expect(count.restoredShare >= floor.restored - 10, "\(count)")
  }
}
