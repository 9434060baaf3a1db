/// Text that is put together from pieces of a file, with the place of each of its bytes.
struct FoldedText {
  private let source: [UInt8]
  private var content: [UInt8] = []
  private var offsets: [Int] = []
  /// The only piece so far, as long as there is one: then nothing has to be copied.
  private var single: Range<Int>?
  private var isEmpty = true
  /// The offset after the last piece.
  private(set) var end = 0

  init(_ source: [UInt8]) { self.source = source }

  /// Adds bytes of the file.
  mutating func append(_ range: Range<Int>) {
    end = range.upperBound
    if isEmpty {
      isEmpty = false
      single = range
      return
    }
    if let first = single, first.upperBound == range.lowerBound {
      single = first.lowerBound..<range.upperBound
      return
    }
    copySingle()
    content.append(contentsOf: source[range])
    offsets.append(contentsOf: range)
  }

  /// Adds bytes that stand for something at an offset of the file.
  mutating func append(_ bytes: some Sequence<UInt8>, at offset: Int) {
    isEmpty = false
    copySingle()
    for byte in bytes {
      content.append(byte)
      offsets.append(offset)
    }
  }

  /// Folds line ends: one becomes a blank, of several all but the first stay.
  mutating func appendBreaks(_ count: Int, at offset: Int) {
    if count == 1 {
      append([0x20], at: offset)
    } else {
      append(repeatElement(0x0A, count: count - 1), at: offset)
    }
  }

  private mutating func copySingle() {
    guard let range = single else { return }
    single = nil
    content = Array(source[range])
    offsets = Array(range)
  }

  /// The scalar.
  func scalar(style: YAMLScalar.Style, span: SourceSpan) -> YAMLScalar {
    if let single {
      let text = String(decoding: source[single], as: UTF8.self)
      return YAMLScalar(text: text, style: style, span: span, places: .exact(single))
    }
    return YAMLScalar(
      text: String(decoding: content, as: UTF8.self), style: style, span: span, places: .mapped(offsets + [end]))
  }
}
