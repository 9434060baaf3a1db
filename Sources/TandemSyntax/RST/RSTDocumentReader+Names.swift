extension RSTDocumentReader {
  /// Takes a name apart: `system entity [qualifier]`; `nil` when the range is no such name.
  func entityName(_ range: Range<Int>, titleKey: NormalizedName) -> EntityName? {
    EntityNameReader(file).read(range, titleKey: titleKey)
  }

  /// The words of a range, without the blanks between them.
  func words(in range: Range<Int>) -> [Range<Int>] { SourceLine.words(in: range, of: bytes) }
}
