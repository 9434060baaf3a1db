/// What has to be said about a file before its notation matters: encoding, control characters, line ends and length.
struct SourceTextCheck {
  /// In the order of the text.
  var diagnostics: [Diagnostic] = []
  /// False when nothing should be read from the file at all.
  var isReadable = true
  /// Offsets of bytes that were reported; nothing should be read from their lines, nor anything more said about them.
  var faultyOffsets: [Int] = []

  init(_ file: SourceFile) {
    guard SourceTextScan.hasContent(file.bytes) else {
      refuse(EmptyFile.diagnostic(file))
      return
    }
    let scan = SourceTextScan(file.bytes)
    if let first = scan.controls.first, scan.controlsInSample * 32 > min(file.bytes.count, SourceTextScan.sample) {
      refuse(BinaryFile.diagnostic(file, at: first))
      return
    }
    // As many as there are lines are line ends; a few are characters that nobody sees.
    if !scan.loneReturns.isEmpty, scan.loneReturns.count >= file.lineStarts.count - 1 {
      refuse(CarriageReturns.diagnostic(file))
      return
    }
    if let invalid = InvalidUTF8.diagnostic(file, offsets: scan.invalid) { diagnostics.append(invalid) }
    let controls = scan.loneReturns.isEmpty ? scan.controls : (scan.controls + scan.loneReturns).sorted()
    for offset in controls.prefix(TooManyFaults.maximum) {
      diagnostics.append(ControlCharacter.diagnostic(file, offset: offset))
    }
    addInvisible(scan.invisible, file)
    faultyOffsets = scan.invalid + controls + scan.invisible
    for (number, start) in file.lineStarts.enumerated() {
      let end = number + 1 < file.lineStarts.count ? file.lineStarts[number + 1] : file.bytes.count
      if end - start > RSTLineScanner.maximumLength {
        diagnostics.append(LineTooLong.diagnostic(file, start: start, length: end - start))
        faultyOffsets.append(start)
      }
    }
  }

  /// Reports the invisible characters, those of one line together.
  private mutating func addInvisible(_ offsets: [Int], _ file: SourceFile) {
    var first = 0
    var count = 0
    while first < offsets.count, count < TooManyFaults.maximum {
      var end = first + 1
      let line = file.lineIndex(at: offsets[first])
      let limit = line + 1 < file.lineStarts.count ? file.lineStarts[line + 1] : file.bytes.count
      while end < offsets.count, offsets[end] < limit { end += 1 }
      diagnostics.append(ControlCharacter.invisible(file, offsets: Array(offsets[first..<end])))
      first = end
      count += 1
    }
  }

  private mutating func refuse(_ diagnostic: Diagnostic) {
    diagnostics = [diagnostic]
    isReadable = false
  }
}
