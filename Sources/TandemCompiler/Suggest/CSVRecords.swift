import TandemSyntax

/// A text with comma-separated values: a heading and records of as many cells.
struct CSVRecords {
  /// The names in the first line.
  var heading: [String]
  /// The records, each with as many cells as the heading.
  var records: [[String]]

  /// Reads a text. The separator is the comma, the semicolon or the tab that stands most often in the heading.
  init(_ file: SourceFile) throws(SampleProblem) {
    var bytes = file.bytes[...]
    if SourceFile.hasByteOrderMark(file) { bytes = bytes.dropFirst(3) }
    let first = bytes.prefix { $0 != 0x0A }
    let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    let counts = separators.map { separator in first.count { $0 == separator } }
    let most = counts.max() ?? 0
    let separator = separators[counts.firstIndex(of: most) ?? 0]
    var lines: [(number: Int, cells: [String])] = []
    var scanner = Scanner(bytes: bytes, separator: separator, path: file.path)
    while let line = try scanner.line() { lines.append(line) }
    guard let heading = lines.first?.cells else {
      throw SampleProblem("the sample '\(file.path)' is empty; its first line names the properties")
    }
    for line in lines.dropFirst() where line.cells.count != heading.count {
      throw SampleProblem(
        "\(file.path):\(line.number): the record has \(line.cells.count) cells where the heading names \(heading.count); "
          + "put a cell that holds the separator between quotation marks")
    }
    self.heading = heading
    records = lines.dropFirst().map(\.cells)
  }

  /// Takes lines apart.
  private struct Scanner {
    let bytes: ArraySlice<UInt8>
    let separator: UInt8
    let path: String
    var place: Int
    var number = 1

    init(bytes: ArraySlice<UInt8>, separator: UInt8, path: String) {
      self.bytes = bytes
      self.separator = separator
      self.path = path
      place = bytes.startIndex
    }

    /// The next line that is not blank; `nil` at the end.
    mutating func line() throws(SampleProblem) -> (number: Int, cells: [String])? {
      while place < bytes.endIndex, bytes[place] == 0x0A || bytes[place] == 0x0D {
        if bytes[place] == 0x0A { number += 1 }
        place += 1
      }
      guard place < bytes.endIndex else { return nil }
      let start = number
      var cells: [String] = []
      while true {
        cells.append(try cell())
        guard place < bytes.endIndex, bytes[place] == separator else { break }
        place += 1
      }
      return (start, cells)
    }

    private mutating func cell() throws(SampleProblem) -> String {
      let quote = UInt8(ascii: "\"")
      guard place < bytes.endIndex, bytes[place] == quote else {
        let start = place
        while place < bytes.endIndex, bytes[place] != separator, bytes[place] != 0x0A { place += 1 }
        var end = place
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
      }
      let start = number
      var text: [UInt8] = []
      place += 1
      while place < bytes.endIndex {
        let byte = bytes[place]
        place += 1
        if byte == 0x0A { number += 1 }
        if byte != quote {
          text.append(byte)
        } else if place < bytes.endIndex, bytes[place] == quote {
          text.append(quote)
          place += 1
        } else {
          if place < bytes.endIndex, bytes[place] == 0x0D { place += 1 }
          guard place == bytes.endIndex || bytes[place] == separator || bytes[place] == 0x0A else {
            throw SampleProblem(
              "\(path):\(number): text stands behind the closing quotation mark of a cell; write a quotation mark "
                + "inside of a cell twice")
          }
          return String(decoding: text, as: UTF8.self)
        }
      }
      throw SampleProblem("\(path):\(start): a cell opens with a quotation mark that nothing closes")
    }
  }
}

extension SourceFile {
  /// True when a text begins with the mark of the byte order.
  static func hasByteOrderMark(_ file: SourceFile) -> Bool { file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
}

/// What is wrong with a file of sample records, in a sentence that says what to do.
public struct SampleProblem: Error, CustomStringConvertible {
  /// The sentence.
  public let description: String

  init(_ description: String) { self.description = description }
}
