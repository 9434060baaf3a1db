import Synchronization

/// Something that a store or a connector does not do as its protocol says.
public struct ConformanceFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name of the check: `links are exclusive per flow`.
  public var check: String
  /// What was expected and what happened.
  public var message: String

  /// Makes a failure.
  public init(check: String, message: String) {
    self.check = check
    self.message = message
  }

  /// The check with its message.
  public var description: String { "\(check): \(message)" }
}

/// Collects what one check finds.
final class ConformanceReport: Sendable {
  let check: String
  private let found = Mutex<[ConformanceFailure]>([])

  var failures: [ConformanceFailure] { found.withLock { $0 } }

  init(check: String) { self.check = check }

  func fail(_ message: String) {
    found.withLock { $0.append(ConformanceFailure(check: check, message: message)) }
  }

  func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { fail(message()) }
  }

  func expect<Compared: Equatable>(_ found: Compared, is expected: Compared, _ what: String) {
    if found != expected { fail("\(what): expected \(expected), found \(found)") }
  }
}
