/// A fixed text with named slots, written as `Every {source} will be synchronized with a {target}.`
///
/// One template serves every reader and every writer of the form: ``match(_:in:)`` finds the slots in a document's bytes,
/// ``filled(_:)`` prints the form, and ``text`` is what documentation and completions show.
public struct Template: Sendable {
  /// The template as it is written down, slots in braces.
  public let text: String
  /// The fixed texts and slots in order; two slots never touch.
  public let pieces: [Piece]

  /// A part of a template.
  public enum Piece: Sendable, Hashable {
    /// Bytes that stand in the document as they are.
    case fixed([UInt8])
    /// A place that the author fills.
    case slot(Slot)
  }

  /// Takes a template apart. A name in braces that is no ``Slot`` stays fixed text.
  public init(_ text: String) {
    self.text = text
    var pieces: [Piece] = []
    var fixed: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), let close = bytes[index...].firstIndex(of: UInt8(ascii: "}")),
        let slot = Slot(rawValue: String(decoding: bytes[(index + 1)..<close], as: UTF8.self))
      {
        if !fixed.isEmpty { pieces.append(.fixed(fixed)) }
        fixed = []
        pieces.append(.slot(slot))
        index = close + 1
      } else {
        fixed.append(bytes[index])
        index += 1
      }
    }
    if !fixed.isEmpty { pieces.append(.fixed(fixed)) }
    self.pieces = pieces
  }

  /// The slots in order.
  public var slots: [Slot] {
    pieces.compactMap { piece in
      if case .slot(let slot) = piece { return slot }
      return nil
    }
  }

  /// The template as messages show it to an author: `archive with PROPERTY = "VALUE"`.
  public var shown: String { filled(\.nameInCapitals) }

  /// The template with its slots filled.
  public func filled(_ value: (Slot) -> String) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .fixed(let bytes): result += String(decoding: bytes, as: UTF8.self)
      case .slot(let slot): result += value(slot)
      }
    }
    return result
  }

  /// The bytes that fill each slot when the range reads as this template; `nil` when it does not.
  ///
  /// A slot ends where the next fixed text begins for the first time, or for the last time where the slot
  /// ``Slot/reachesFar``. A slot may be empty: systems without a name are in old documents.
  public func match(_ range: Range<Int>, in bytes: [UInt8]) -> SlotContents? {
    guard let first = pieces.first else { return nil }
    var contents = SlotContents()
    var position = range.lowerBound
    if case .fixed(let fixed) = first, !Template.stands(fixed, at: position, before: range.upperBound, in: bytes) {
      return nil
    }
    var open: (slot: Slot, start: Int)?
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .slot(let slot):
        open = (slot, position)
      case .fixed(let fixed):
        guard let (slot, start) = open else {
          guard Template.stands(fixed, at: position, before: range.upperBound, in: bytes) else { return nil }
          position += fixed.count
          continue
        }
        let found: Int?
        if index == pieces.count - 1 {
          let place = range.upperBound - fixed.count
          found =
            place >= start && Template.stands(fixed, at: place, before: range.upperBound, in: bytes) ? place : nil
        } else {
          found = Template.find(fixed, in: start..<range.upperBound, of: bytes, last: slot.reachesFar)
        }
        guard let found else { return nil }
        contents.append(slot, start..<found)
        position = found + fixed.count
        open = nil
      }
    }
    if let (slot, start) = open {
      contents.append(slot, start..<range.upperBound)
      position = range.upperBound
    }
    return position == range.upperBound ? contents : nil
  }

  /// True when the fixed text stands at the place and ends by `limit`.
  static func stands(_ fixed: [UInt8], at place: Int, before limit: Int, in bytes: [UInt8]) -> Bool {
    guard place >= 0, place + fixed.count <= limit else { return false }
    var index = 0
    while index < fixed.count {
      if bytes[place + index] != fixed[index] { return false }
      index += 1
    }
    return true
  }

  /// Where the fixed text stands in the range for the first (or last) time.
  static func find(_ fixed: [UInt8], in range: Range<Int>, of bytes: [UInt8], last: Bool = false) -> Int? {
    guard fixed.count <= range.count else { return nil }
    let final = range.upperBound - fixed.count
    var place = last ? final : range.lowerBound
    while place >= range.lowerBound, place <= final {
      if stands(fixed, at: place, before: range.upperBound, in: bytes) { return place }
      place += last ? -1 : 1
    }
    return nil
  }
}

/// What fills the slots of a ``Template`` in one document.
public struct SlotContents: Sendable {
  private var entries: [(slot: Slot, range: Range<Int>)] = []

  /// The range of a slot that the template has once, or its first.
  public subscript(slot: Slot) -> Range<Int>? {
    for entry in entries where entry.slot == slot { return entry.range }
    return nil
  }

  /// All slots and their ranges, in the order of the text.
  public var all: [(slot: Slot, range: Range<Int>)] { entries }

  mutating func append(_ slot: Slot, _ range: Range<Int>) { entries.append((slot, range)) }
}
