import Foundation
import TestSupport
import Testing

/// A verdict's counterexample, as `tandem check --format json` prints it for other programs.
struct Counterexample: Sendable {
  /// A station of its way.
  struct Step: Sendable, Equatable {
    var place: String
    var text: String
    /// `value`, `empty`, `null` or `absent`.
    var state: String
  }

  /// What else a record has to hold.
  struct Given: Sendable {
    var place: String
    var path: String
    var value: String
  }

  var document: String
  var flowLine: Int
  var lines: [Int]
  var source: String
  var target: String
  var steps: [Step]
  var refusal: String?
  var given: [Given]

  /// The counterexamples of all documents of the project.
  static func all() throws -> [Counterexample] {
    let outcome = try Program.tandem("check", "Specs", "--format", "json")
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return objects(report?["dataflows"]).flatMap { dataflow in
      objects(dataflow["flows"]).flatMap { flow in
        objects(flow["rows"]).compactMap { row in
          Counterexample(
            document: dataflow["file"] as? String ?? "", flowLine: flow["line"] as? Int ?? 0,
            lines: row["lines"] as? [Int] ?? [], row["counterexample"] as? [String: Any])
        }
      }
    }
  }

  private init?(document: String, flowLine: Int, lines: [Int], _ object: [String: Any]?) {
    guard let object, let source = object["source"] as? String, let target = object["target"] as? String else {
      return nil
    }
    self.document = document
    self.flowLine = flowLine
    self.lines = lines
    self.source = source
    self.target = target
    refusal = object["refusal"] as? String
    steps = Self.objects(object["steps"]).map { step in
      Step(
        place: step["place"] as? String ?? "", text: step["value"] as? String ?? "",
        state: step["state"] as? String ?? "")
    }
    given = Self.objects(object["given"]).map { given in
      Given(
        place: given["place"] as? String ?? "", path: given["path"] as? String ?? "",
        value: given["value"] as? String ?? "")
    }
  }

  private static func objects(_ list: Any?) -> [[String: Any]] { list as? [[String: Any]] ?? [] }
}

extension Counterexample: CustomTestStringConvertible {
  var testDescription: String { "\(document):\(lines.first ?? 0) \(source) to \(target)" }
}
