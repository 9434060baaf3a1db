import Generated
import TandemRuntime
import TandemValues
import Testing

@Suite("The generated Swift does to every counterexample what its verdict says")
struct CounterexampleTests {
  private static let counterexamples = Result { try Counterexample.all() }

  @Test func everyCounterexampleOfTheProjectsDocuments() throws {
    let counterexamples = try Self.counterexamples.get()
    #expect(counterexamples.count > 50, "too few verdicts have a counterexample: \(counterexamples.count)")
    #expect(Set(counterexamples.map(\.document)).count == 5)
    for counterexample in counterexamples {
      do {
        var run = try CounterexampleRun(counterexample, in: Dataflows.all)
        try run.run()
      } catch {
        Issue.record("\(counterexample.testDescription): \(error)")
      }
    }
  }

  @Test func everyKindOfEndIsAmongThem() throws {
    let counterexamples = try Self.counterexamples.get()
    let isRefused = { (from: String) in
      counterexamples.contains { $0.refusal != nil && $0.steps.first?.place == from }
    }
    #expect(isRefused("source") && isRefused("target"))
    #expect(counterexamples.contains { $0.refusal == nil && $0.steps.count > 3 })
    #expect(counterexamples.contains { !$0.given.isEmpty }, "no counterexample stands in an element of a list")
  }

  /// A run that could not fail would prove nothing.
  @Test func aVerdictThatIsNotTrueIsFoundOut() throws {
    for counterexample in try Self.counterexamples.get() {
      for position in counterexample.steps.indices.dropFirst() {
        var wrong = counterexample
        wrong.steps[position].text += "!"
        wrong.steps[position].state = "value"
        #expect(throws: CounterexampleRun.Difference.self, "\(counterexample.testDescription), step \(position)") {
          var run = try CounterexampleRun(wrong, in: Dataflows.all)
          try run.run()
        }
      }
      var taken = counterexample
      taken.refusal = counterexample.refusal == nil ? "is not liked" : "is refused for another reason"
      #expect(throws: CounterexampleRun.Difference.self, "\(counterexample.testDescription), refusal") {
        var run = try CounterexampleRun(taken, in: Dataflows.all)
        try run.run()
      }
    }
  }
}
