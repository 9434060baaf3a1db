/// The words that a technical name or a label is made of: `AddressLine1` is `address line 1`, `VATNumber` `vat number`.
enum NameWords {
  /// The words in lower case and in the singular, in order.
  static func of(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previous = Kind.other
    let bytes = Array(name.utf8)
    func close() {
      if !word.isEmpty { words.append(singular(String(decoding: word, as: UTF8.self))) }
      word = []
    }
    for (index, byte) in bytes.enumerated() {
      let kind = Kind(byte)
      // `VATNumber`: the last capital of a run begins a word when a small letter follows it.
      let beginsAfterCapitals =
        kind == .upper && previous == .upper && index + 1 < bytes.count && Kind(bytes[index + 1]) == .lower
      if kind == .other || kind == .digit && previous != .digit || kind != .digit && previous == .digit
        || kind == .upper && previous == .lower || beginsAfterCapitals
      {
        close()
      }
      if kind != .other { word.append(kind == .upper ? byte | 0x20 : byte) }
      previous = kind
    }
    close()
    // The mark of fields that a customer added says nothing.
    if words.last == "c", name.hasSuffix("__c") { words.removeLast() }
    return words
  }

  private enum Kind {
    case lower, upper, digit, other

    init(_ byte: UInt8) {
      switch byte {
      case 0x61...0x7A, 0x80...: self = .lower
      case 0x41...0x5A: self = .upper
      case 0x30...0x39: self = .digit
      default: self = .other
      }
    }
  }

  /// The word without the ending of its plural, as far as that can be told.
  static func singular(_ word: String) -> String {
    guard word.utf8.count > 3, word.hasSuffix("s") else { return word }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return String(word.dropLast(3)) + "y" }
    if word.hasSuffix("sses") || word.hasSuffix("xes") || word.hasSuffix("ches") { return String(word.dropLast(2)) }
    if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") { return word }
    return String(word.dropLast())
  }
}
