import Synchronization
import Testing

@testable import TandemSyntax

@Test(arguments: [0, 1, 2, 3, 17, 1_000]) func resultsStandInTheOrderOfTheElementsWhoeverMadeThem(count: Int) {
  let elements = Array(0..<count)
  let results = Parallel.map(elements) { element -> String in
    // Some elements take much longer than others.
    var sum = 0
    for number in 0..<(element % 7 == 0 ? 20_000 : 10) { sum &+= number }
    return "\(element) \(sum >= 0)"
  }
  #expect(results == elements.map { "\($0) true" })
}

@Test func aStateBelongsToOneThreadAlone() {
  final class Tally: @unchecked Sendable {
    let isBusy = Atomic<Bool>(false)
  }
  let overlaps = Parallel.map(Array(0..<500), state: { Tally() }) { tally, _ -> Bool in
    let wasBusy = tally.isBusy.exchange(true, ordering: .sequentiallyConsistent)
    var sum = 0
    for number in 0..<2_000 { sum &+= number }
    tally.isBusy.store(sum < 0, ordering: .sequentiallyConsistent)
    return wasBusy
  }
  #expect(!overlaps.contains(true))
}

@Test func documentsReadBesideEachOtherGiveWhatTheyGiveAlone() {
  let files = (0..<40).map { number in
    SourceFile(
      path: "d\(number).rst",
      text: "=====================\nShop to Ledger Dataflow\n\nIntroduction\n----\n\nText \(number).\n\nNo sentence.\n")
  }
  func told(_ reading: Reading<Dataflow>) -> [String] {
    reading.diagnostics.map { "\($0.rule.code) \($0.span.lowerBound) \($0.message)" }
  }
  let together = Parallel.map(files) { RSTReader.read($0) }.map(told)
  #expect(together == files.map { told(RSTReader.read($0)) })
  #expect(together.allSatisfy { !$0.isEmpty })
}
