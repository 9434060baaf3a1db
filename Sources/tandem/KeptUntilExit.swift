/// What a command worked on, kept until the process ends.
///
/// The system takes all memory back at once then; giving back a million small objects one by one takes longer than
/// checking them did.
enum KeptUntilExit {
  /// Keeps a value and everything that it holds.
  static func keep<Value>(_ value: Value) { _ = Unmanaged.passRetained(Box(value)) }

  private final class Box<Value> {
    private let value: Value
    init(_ value: Value) { self.value = value }
  }
}
