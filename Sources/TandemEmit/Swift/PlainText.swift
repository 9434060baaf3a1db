/// Questions about text that are quickly answered for plain ASCII, which nearly all generated code is.
enum PlainText {
  /// True when the text holds nothing but visible ASCII and blanks.
  static func isPlain(_ text: some StringProtocol) -> Bool {
    for byte in text.utf8 where byte < 0x20 || byte > 0x7E { return false }
    return true
  }

  /// The number of characters that a person sees.
  static func width(_ text: some StringProtocol) -> Int { isPlain(text) ? text.utf8.count : text.count }
}
