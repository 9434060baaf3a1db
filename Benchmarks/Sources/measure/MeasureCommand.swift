import Glibc

/// Measures Tandem beside other tools: `measure DIRECTORY TANDEM [RUNS] [DEBUG-TANDEM]`, with absolute paths.
///
/// The programs take turns, so that whatever else the machine does meets all of them.
@main
enum MeasureCommand {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count >= 6, arguments[1] == "--records" {
      measureRecords(directory: arguments[2], records: arguments[3], runs: Int(arguments[4]) ?? 5, peers: arguments[5])
      return
    }
    guard arguments.count >= 3 else {
      print("usage: measure DIRECTORY TANDEM [RUNS] [DEBUG-TANDEM]")
      exit(2)
    }
    let runs = arguments.count > 3 ? max(1, Int(arguments[3]) ?? 1) : 11
    measure(
      candidates(workload: arguments[1], tandem: arguments[2], debug: arguments.count > 4 ? arguments[4] : nil), runs,
      ratios)
  }

  /// Programs that decode or map the same records.
  private static func measureRecords(directory: String, records: String, runs: Int, peers: String) {
    let python = directory + "/python/bin/python"
    measure(
      [
        Candidate("Tandem, decode JSON", [records, "decode", "tandem", "leads.json"], in: directory),
        Candidate("JSONDecoder, decode JSON", [records, "decode", "foundation", "leads.json"], in: directory),
        Candidate("Tandem, map JSON Lines", [records, "lines", "leads.jsonl", "accounts.jsonl"], in: directory),
        Candidate(
          "jq, map JSON Lines", ["jq", "-c", "-f", peers + "/map.jq", "leads.jsonl"], in: directory, maximumRuns: 3),
        Candidate(
          "morph-kgc, map CSV", [python, peers + "/morph_kgc_csv.py", "leads.csv", directory], in: directory,
          maximumRuns: 3),
      ], runs,
      [
        Ratio(slower: "JSONDecoder, decode JSON", faster: "Tandem, decode JSON", goal: "at least 3"),
        Ratio(slower: "jq, map JSON Lines", faster: "Tandem, map JSON Lines", goal: "for scale"),
        Ratio(slower: "morph-kgc, map CSV", faster: "Tandem, map JSON Lines", goal: "for scale"),
      ])
  }

  private static func measure(_ programs: [Candidate], _ runs: Int, _ ratios: [Ratio]) {
    var candidates = programs
    for position in candidates.indices { candidates[position].run(countsAs: false) }
    for _ in 0..<runs {
      for position in candidates.indices { candidates[position].run(countsAs: true) }
    }
    report(candidates, ratios)
    if candidates.contains(where: { $0.problem != nil }) { exit(1) }
  }

  private static func candidates(workload: String, tandem: String, debug: String?) -> [Candidate] {
    let peers = workload + "/../../Benchmarks/Peers"
    var candidates = [
      Candidate("tandem, RST", [tandem, "check", "rst"], in: workload),
      Candidate("tandem, YAML", [tandem, "check", "yaml"], in: workload),
      Candidate(
        "protoc", ["sh", "-c", "exec protoc --proto_path=. --descriptor_set_out=/dev/null *.proto"],
        in: workload + "/proto"),
      Candidate("PyYAML (C)", ["python3", peers + "/load_yaml.py", "yaml"], in: workload, maximumRuns: 7),
      Candidate("docutils", ["python3", peers + "/parse_rst.py", "rst/dataflows"], in: workload, maximumRuns: 3),
      Candidate(
        "tandem, generate, cold", ["sh", "-c", "rm -rf out; exec \(tandem) generate rst --output out"], in: workload),
      Candidate("tandem, generate, unchanged", [tandem, "generate", "rst", "--output", "out"], in: workload),
      Candidate("tandem, one document", [tandem, "check", "one"], in: workload),
      Candidate("tandem --help", [tandem, "--help"], in: workload),
    ]
    if let debug {
      candidates.insert(Candidate("tandem, RST, debug", [debug, "check", "rst"], in: workload, maximumRuns: 5), at: 2)
      candidates.insert(
        Candidate("tandem, YAML, debug", [debug, "check", "yaml"], in: workload, maximumRuns: 5), at: 3)
    }
    return candidates
  }

  private static let ratios = [
    Ratio(slower: "protoc", faster: "tandem, RST", goal: "more than 1"),
    Ratio(slower: "protoc", faster: "tandem, YAML", goal: "more than 1"),
    Ratio(slower: "docutils", faster: "tandem, RST", goal: "at least 60"),
    Ratio(slower: "PyYAML (C)", faster: "tandem, YAML", goal: "more than 1"),
  ]

  private static let limits = [Limit(name: "tandem, generate, unchanged", seconds: 0.05)]

  private static func report(_ candidates: [Candidate], _ ratios: [Ratio]) {
    let width = candidates.map(\.name.count).max() ?? 0
    func cell(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(1, width - text.count)) + text
    }
    print(
      "what" + String(repeating: " ", count: max(0, width - 4)) + cell("least ms", 10) + cell("median", 10)
        + cell("greatest", 10) + cell("processor", 11) + cell("peak MB", 9) + cell("runs", 6))
    for candidate in candidates {
      let name = candidate.name + String(repeating: " ", count: width - candidate.name.count)
      guard let wall = candidate.spread(\.wall), let processor = candidate.spread(\.processor),
        let memory = candidate.spread({ Double($0.peakMemory) })
      else {
        print(name + "  not measured: \(candidate.problem ?? "no run")")
        continue
      }
      print(
        name + cell(Figure.milliseconds(wall.least), 10) + cell(Figure.milliseconds(wall.middle), 10)
          + cell(Figure.milliseconds(wall.greatest), 10) + cell(Figure.milliseconds(processor.least), 11)
          + cell(Figure.megabytes(memory.greatest), 9) + cell(String(candidate.costs.count), 6))
    }
    print("")
    for text in ratios.compactMap({ $0.text(candidates) }) { print(text) }
    for text in limits.compactMap({ $0.text(candidates) }) { print(text) }
  }
}
