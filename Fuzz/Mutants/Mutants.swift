import Foundation
import FuzzSupport

/// The program of `make fuzz`: mutants, minimal inputs, and what libFuzzer starts from.
@main
enum Mutants {
  private static let usage = """
    usage: mutants run [--count N] [--seed N]   try mutants; what fails is made small and kept
           mutants check FILE...                look at all properties of inputs
           mutants minimize FILE                make an input smaller that shows a failure
           mutants corpus DIRECTORY             write what libFuzzer starts from, and its dictionary
           mutants comments [--count N] [--seed N] [--every N] FILE...
                                                put comments at every place of documents, then several at N places
           mutants hostile [--count N] [--seed N] [--modules DIRECTORY] [--list]
                                                generate code from projects with hostile names and texts, and compile it
           mutants score [--count N] [--seed N] [--kind NAME] [--list]
                                                plant single faults and count what is said about them

    """

  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let command = arguments.isEmpty ? "" : arguments.removeFirst()
    let options = Options(arguments)
    switch command {
    case "run": exit(run(count: options.number("count") ?? 20_000, seed: options.number("seed") ?? 1))
    case "check": exit(check(options.words))
    case "minimize" where options.words.count == 1: exit(minimize(options.words[0]))
    case "corpus" where options.words.count == 1: exit(writeCorpus(options.words[0]))
    case "score": exit(score(options))
    case "comments": exit(comments(options))
    case "hostile": exit(hostile(options))
    default:
      FileHandle.standardError.write(Data(usage.utf8))
      exit(2)
    }
  }

  /// Prints a line at once, so that it is seen also when the program is ended.
  private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  // MARK: - Mutants

  private static func run(count: Int, seed: Int) -> Int32 {
    let start = ContinuousClock.now
    var run = MutantRun(seed: UInt64(bitPattern: Int64(seed)))
    let failures = run.run(count) { _, kind, bytes in
      CrashKeeper.watch(bytes, keptIn: keep("trapped", as: kind).path)
    }
    let seconds = (ContinuousClock.now - start).components.seconds
    for (index, failure) in failures.enumerated() {
      let file = keep("failure-\(index + 1)", as: failure.kind)
      let small = Minimizer.minimize(failure.bytes, trying: 500) {
        CrashKeeper.watch($0, keptIn: file.path)
        return MutantRun.check($0, as: failure.kind)?.property == failure.violation.property
      }
      try? Data(small).write(to: file)
      say("mutant \(failure.number): \(MutantRun.check(small, as: failure.kind) ?? failure.violation)")
      say(String(decoding: small, as: UTF8.self).debugDescription)
      say("It stands in \(file.path); Tests/FuzzTests/Regressions/README.md says how to keep it.")
    }
    CrashKeeper.stop()
    say("mutants: seed \(seed), \(count) mutants, \(seconds) s, \(failures.count) failures")
    return failures.isEmpty ? 0 : 1
  }

  /// The file that a failing input of a kind is kept in.
  private static func keep(_ name: String, as kind: InputKind) -> URL {
    let directory = URL(filePath: ".build/fuzz", directoryHint: .isDirectory)
    try? FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    return directory.appending(path: "\(name).\(kind.fileExtension)")
  }

  // MARK: - Single inputs

  private static func input(_ path: String) -> (kind: InputKind, bytes: [UInt8])? {
    guard let kind = InputKind(fileName: path), let data = FileManager.default.contents(atPath: path) else {
      say("\(path): cannot be read, or ends in none of rst, yaml, system.yaml, expression")
      return nil
    }
    return (kind, Array(data))
  }

  private static func check(_ paths: [String]) -> Int32 {
    var status: Int32 = 0
    for path in paths {
      guard let (kind, bytes) = input(path) else { return 2 }
      CrashKeeper.watch(bytes, keptIn: "")
      if let violation = MutantRun.check(bytes, as: kind) {
        say("\(path): \(violation)")
        status = 1
      }
    }
    return status
  }

  /// Runs itself for each smaller input, because a trap ends the program that sees it.
  private static func minimize(_ path: String) -> Int32 {
    guard let (kind, bytes) = input(path) else { return 2 }
    let candidate = FileManager.default.temporaryDirectory.appending(
      path: "candidate-\(ProcessInfo.processInfo.processIdentifier).\(kind.fileExtension)")
    defer { try? FileManager.default.removeItem(at: candidate) }
    func outcome(_ bytes: [UInt8]) -> String {
      try? Data(bytes).write(to: candidate)
      let process = Process()
      process.executableURL = URL(filePath: CommandLine.arguments[0])
      process.arguments = ["check", candidate.path]
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return "" }
      let output = String(decoding: (try? pipe.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      // What was found, without what stands in the input.
      return "\(process.terminationStatus) \(output.prefix { $0 != "\n" }.split(separator: ":").prefix(2))"
    }
    let wanted = outcome(bytes)
    guard !wanted.hasPrefix("0") else {
      say("\(path): nothing is wrong with it")
      return 0
    }
    let small = Minimizer.minimize(bytes, trying: 600) { outcome($0) == wanted }
    try? Data(small).write(to: URL(filePath: path))
    say("\(path): \(small.count) bytes now; \(wanted)")
    say(String(decoding: small, as: UTF8.self).debugDescription)
    return 1
  }

  // MARK: - Comments

  /// Puts comments at every place of documents; prints each property that does not hold once for each form.
  private static func comments(_ options: Options) -> Int32 {
    var (all, read, failed) = (0, 0, 0)
    for path in options.words {
      guard let (kind, bytes) = input(path) else { return 2 }
      let insertion = CommentInsertion(String(decoding: bytes, as: UTF8.self), kind: kind)
      let seeds = options.number("count") ?? 0
      var told: [String: Int] = [:]
      for number in stride(from: 0, to: insertion.count + seeds, by: max(options.number("every") ?? 1, 1)) {
        let isSingle = number < insertion.count
        let seed = UInt64(number - insertion.count + (options.number("seed") ?? 1) * 1_000_000)
        let bytes = isSingle ? insertion.bytes(number) : insertion.bytes(seed: seed, comments: number % 5 + 2)
        all += 1
        do {
          CrashKeeper.watch(bytes, keptIn: keep("trapped", as: kind).path)
          if try CommentProperties.check(bytes, as: kind) { read += 1 }
        } catch {
          failed += 1
          let key = isSingle ? "\(error.property) \(number % insertion.forms.count)" : error.property
          told[key, default: 0] += 1
          guard told[key] == 1 else { continue }
          let file = keep("comments-\(failed)", as: kind)
          try? Data(bytes).write(to: file)
          say("\(path) \(number), form \(isSingle ? "\(number % insertion.forms.count)" : "of several"): \(file.path)")
          say("\(error)")
        }
      }
      for (key, count) in told.sorted(by: { $0.key < $1.key }) { say("\(path): \(count) times \(key)") }
    }
    CrashKeeper.stop()
    say("comments: \(all) documents, \(read) without an error, \(failed) failures")
    return failed == 0 ? 0 : 1
  }

  // MARK: - Hostile names

  private static func hostile(_ options: Options) -> Int32 {
    do {
      let failures = try HostileRun.run(
        batches: options.number("count") ?? 10, seed: options.number("seed") ?? 1, modules: options.text("modules"),
        lists: options.has("list"), say: say)
      return failures == 0 ? 0 : 1
    } catch {
      say("\(error)")
      return 2
    }
  }

  // MARK: - What libFuzzer starts from

  private static func writeCorpus(_ directory: String) -> Int32 {
    do {
      for kind in InputKind.allCases {
        let folder = URL(filePath: directory).appending(path: kind.rawValue)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for original in SmallDocuments.of(kind) {
          try Data(original.bytes).write(to: folder.appending(path: original.name))
        }
      }
      try Data(FuzzDictionary.text.utf8).write(to: URL(filePath: directory).appending(path: "words.dict"))
      return 0
    } catch {
      say("\(directory): \(error)")
      return 1
    }
  }

  // MARK: - Planted faults

  /// Plants single faults in the sample documents and prints how well each kind is told.
  private static func score(_ options: Options) -> Int32 {
    do {
      let named = options.text("kind").map { name in FaultKind.allCases.filter { $0.rawValue == name } }
      let kinds = named ?? FaultKind.allCases
      var score = RepairScore(systems: try SampleDocuments.systems())
      let documents = try SampleDocuments.documents()
      let count = options.number("count") ?? 2_000
      for kind in kinds {
        score.plant(kind, in: documents, count: count / kinds.count, seed: UInt64(options.number("seed") ?? 1))
      }
      say(line("kind", "faults", "located", "repaired"))
      for kind in kinds { if let count = score.counts[kind] { say(line(kind.rawValue, count)) } }
      say(line("all", score.total))
      if options.has("list") {
        for miss in score.misses { show(miss) }
      }
      return 0
    } catch {
      say("\(error)")
      return 1
    }
  }

  private static func line(_ name: String, _ count: RepairScore.Count) -> String {
    line(
      name, "\(count.faults)", "\(count.locatedShare) %",
      count.determined == 0 ? "not determined" : "\(count.repairedShare) % of \(count.determined)")
  }

  private static func line(_ name: String, _ columns: String...) -> String {
    zip([8, 10, 18], columns).reduce(name + String(repeating: " ", count: max(0, 24 - name.count))) { line, column in
      line + String(repeating: " ", count: max(1, column.0 - column.1.count)) + column.1
    }
  }

  private static func show(_ miss: RepairScore.Miss) {
    let lines = miss.fault.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    say(
      "--- \(miss.isLocated ? "not repaired" : "not located"): \(miss.fault.kind.rawValue) in \(miss.path), lines \(miss.fault.lines)"
    )
    for number in max(1, miss.fault.lines.lowerBound - 1)...min(lines.count, miss.fault.lines.upperBound + 1) {
      let mark = miss.fault.lines.contains(number) ? ">" : " "
      say("\(mark) \(number) \(String(decoding: lines[number - 1], as: UTF8.self).prefix(150))")
    }
    for line in miss.said.prefix(6) { say("  said: \(line.prefix(180))") }
    if miss.said.isEmpty { say("  said: nothing") }
  }
}

/// The words and the named numbers and names of a command line.
private struct Options {
  var words: [String] = []
  private var values: [String: String] = [:]

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        words.append(argument)
        continue
      }
      let name = String(argument.dropFirst(2))
      values[name] = name == "list" ? "" : rest.popFirst() ?? ""
    }
  }

  func has(_ name: String) -> Bool { values[name] != nil }
  func text(_ name: String) -> String? { values[name] }
  func number(_ name: String) -> Int? { values[name].flatMap { Int($0) } }
}
