/// A place in the bytes of a JSON text; reads one token after the other and never runs past the end. It must not outlive
/// the bytes.
public struct JSONCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  /// How many arrays and objects may still be opened.
  var remainingDepth: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
    self.bytes = bytes
    remainingDepth = maximumDepth
  }

  func fault(_ reason: String, at offset: Int? = nil) -> JSONFault {
    JSONFault(offset: offset ?? position, reason: reason)
  }

  /// Steps over white space and answers with the byte behind it, without stepping over that; `nil` at the end.
  @inline(__always)
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      if byte > 0x20 { return byte }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return nil
  }

  /// Steps over white space and one mark.
  @inline(__always)
  mutating func take(_ mark: UInt8) -> Bool {
    guard peek() == mark else { return false }
    position += 1
    return true
  }

  mutating func expect(_ mark: UInt8, _ reason: String) throws(JSONFault) {
    guard take(mark) else { throw fault(reason) }
  }

  /// Steps over `null` where it stands.
  @inline(__always)
  mutating func takeNull() throws(JSONFault) -> Bool {
    guard peek() == UInt8(ascii: "n") else { return false }
    try word("null")
    return true
  }

  /// Steps over a word of the language.
  mutating func word(_ word: StaticString) throws(JSONFault) {
    let length = word.utf8CodeUnitCount
    guard bytes.count - position >= length else { throw fault("the text ends inside a value") }
    for index in 0..<length where bytes[position + index] != word.utf8Start[index] {
      throw fault("a value is none that JSON knows")
    }
    position += length
  }

  /// Opens an array or object; the caller gives the depth back when it closes it.
  mutating func open() throws(JSONFault) {
    guard remainingDepth > 0 else { throw fault("arrays and objects stand too deep inside each other") }
    remainingDepth -= 1
    position += 1
  }

  /// Goes on behind an element: true when another one follows, false behind the closing mark.
  mutating func nextElement(closing: UInt8) throws(JSONFault) -> Bool {
    switch peek() {
    case UInt8(ascii: ","):
      position += 1
      return true
    case closing:
      position += 1
      remainingDepth += 1
      return false
    case nil: throw fault("the text ends inside an array or object")
    default: throw fault("a comma or the end of an array or object is missing")
    }
  }

  /// Steps over any value.
  mutating func skipValue() throws(JSONFault) {
    // One byte per open array or object, so that no depth of the text is a depth of calls.
    var closing: [UInt8] = []
    while true {
      switch peek() {
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: "{"):
        try open()
        if take(UInt8(ascii: "}")) {
          remainingDepth += 1
        } else {
          closing.append(UInt8(ascii: "}"))
          try skipKey()
          continue
        }
      case UInt8(ascii: "["):
        try open()
        if take(UInt8(ascii: "]")) {
          remainingDepth += 1
        } else {
          closing.append(UInt8(ascii: "]"))
          continue
        }
      case UInt8(ascii: "t"): try word("true")
      case UInt8(ascii: "f"): try word("false")
      case UInt8(ascii: "n"): try word("null")
      case nil: throw fault("the text ends where a value is expected")
      default: _ = try number()
      }
      while let last = closing.last {
        if try nextElement(closing: last) {
          if last == UInt8(ascii: "}") { try skipKey() }
          break
        }
        closing.removeLast()
      }
      if closing.isEmpty { return }
    }
  }

  private mutating func skipKey() throws(JSONFault) {
    guard peek() == UInt8(ascii: "\"") else { throw fault("the name of a property is missing") }
    try skipString()
    try expect(UInt8(ascii: ":"), "a colon behind the name of a property is missing")
  }

  /// Steps over a string, which is looked at as if it were read.
  private mutating func skipString() throws(JSONFault) {
    let string = try stringBytes()
    if string.hasEscapes { _ = try unescaped(string) } else { try checkUTF8(string) }
  }
}
