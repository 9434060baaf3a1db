import Foundation
import FuzzSupport
import Testing

/// What holds for any input. The same properties hold for 20,000 mutants and for libFuzzer's inputs in `make fuzz`.
@Suite struct MutantTests {
  @Test(
    "nothing breaks on seeded mutants, and all that is read, reported, converted and fixed keeps its promises",
    arguments: [(InputKind.rst, 700), (.yaml, 700), (.system, 350), (.expression, 250)])
  func mutants(kind: InputKind, count: Int) {
    var run = MutantRun(seed: 20_261_121, kinds: [kind])
    for failure in run.run(count) {
      Issue.record(
        """
        mutant \(failure.number): \(failure.violation)
        \(String(decoding: failure.bytes, as: UTF8.self).debugDescription)
        """)
    }
  }

  @Test("the texts that mutants are made of keep all promises themselves", arguments: InputKind.allCases)
  func originals(kind: InputKind) {
    for original in SmallDocuments.of(kind) {
      let violation = MutantRun.check(original.bytes, as: kind)
      #expect(violation == nil, "\(original.name)")
    }
  }
}
