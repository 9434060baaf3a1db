/// What all targets of libFuzzer have in common.
enum FuzzTarget {
  /// Traps when a property does not hold, because libFuzzer keeps the inputs that end the program.
  static func look(at input: UnsafeBufferPointer<UInt8>, as kind: InputKind) {
    do { try ReaderProperties.check(Array(input), as: kind) } catch { fatalError("\(error)") }
  }
}
