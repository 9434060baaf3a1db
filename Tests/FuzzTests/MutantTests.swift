import Foundation
import FuzzSupport
import Testing

/// What holds for any input. The same properties hold for 20,000 mutants and for libFuzzer's inputs in `make fuzz`.
///
/// One after the other, and giving way to other tests, which have limits of time.
@Suite(.serialized) struct MutantTests {
  @Test(
    "nothing breaks on seeded mutants, and all that is read, reported, converted and fixed keeps its promises",
    arguments: [(InputKind.rst, 700), (.yaml, 700), (.system, 350), (.expression, 250)])
  func mutants(kind: InputKind, count: Int) async {
    var run = MutantRun(seed: 20_261_121, kinds: [kind])
    for number in 0..<count {
      let (_, bytes) = run.next()
      if let violation = MutantRun.check(bytes, as: kind) {
        Issue.record(
          """
          mutant \(number): \(violation)
          \(String(decoding: bytes, as: UTF8.self).debugDescription)
          """)
      }
      await Task.yield()
    }
  }

  @Test("the texts that mutants are made of keep all promises themselves", arguments: InputKind.allCases)
  func originals(kind: InputKind) async {
    for original in SmallDocuments.of(kind) {
      await Task.yield()
      let violation = MutantRun.check(original.bytes, as: kind)
      #expect(violation == nil, "\(original.name)")
    }
  }
}
