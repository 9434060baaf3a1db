/// Characters that nobody sees and that change what a text says: marks of direction, joiners, blanks that are none.
public enum InvisibleCharacter {
  /// True for a character that may stand nowhere in a document.
  static func isOne(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x9F, 0xA0, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x1680,
      0x17B4...0x17B5, 0x180B...0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0x3164, 0xFEFF,
      0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      return true
    default: return false
    }
  }

  /// True for what looks like a blank, and is most often one that another program replaced.
  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }

  /// How messages call the character: `U+202E (right-to-left override)`.
  static func name(_ scalar: UInt32) -> String {
    names[scalar].map { "\(number(scalar)) (\($0))" } ?? number(scalar)
  }

  /// `U+202E`
  static func number(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A text for people on one line, with each such character written as its number.
  public static func shown(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x7F || $0 < 0x20 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // A return is no character of a text, but a terminal would write over what stands before it.
      if isOne(scalar.value) || scalar == "\r" {
        result.append(contentsOf: number(scalar.value).unicodeScalars)
      } else {
        result.append(scalar == "\n" ? " " : scalar)
      }
    }
    return String(result)
  }

  private static let names: [UInt32: String] = [
    0xA0: "no-break space", 0xAD: "soft hyphen", 0x061C: "Arabic letter mark", 0x180E: "Mongolian vowel separator",
    0x200B: "zero-width space", 0x200C: "zero-width non-joiner", 0x200D: "zero-width joiner",
    0x200E: "left-to-right mark", 0x200F: "right-to-left mark", 0x2028: "line separator",
    0x2029: "paragraph separator", 0x202A: "left-to-right embedding", 0x202B: "right-to-left embedding",
    0x202C: "pop directional formatting", 0x202D: "left-to-right override", 0x202E: "right-to-left override",
    0x202F: "narrow no-break space", 0x2060: "word joiner", 0x2066: "left-to-right isolate",
    0x2067: "right-to-left isolate", 0x2068: "first strong isolate", 0x2069: "pop directional isolate",
    0x3000: "ideographic space", 0xFEFF: "byte order mark",
  ]
}
