/// The marks with which a system writes numbers: `1.234,50` has a comma before the fraction and points between thousands.
struct NumberForm: Sendable {
  /// The mark before the fraction as the document names it; `nil` for a point.
  let decimalSeparator: String?
  /// The mark between thousands; `nil` where there is none.
  let groupSeparator: String?

  init(_ decimalSeparator: String?, _ groupSeparator: String?) {
    self.decimalSeparator = decimalSeparator
    self.groupSeparator = groupSeparator
    defect = Self.defect(decimalSeparator, groupSeparator)
  }

  /// The arguments; none for the plain form, which most numbers have.
  var arguments: [ConversionArgument] {
    if decimalSeparator == nil, groupSeparator == nil { return [] }
    return [("decimalSeparator", decimalSeparator), ("groupSeparator", groupSeparator)].map { label, text in
      ConversionArgument(label: label, value: text.map(ConversionArgument.Literal.string) ?? .none)
    }
  }

  /// Why no number can be converted, or `nil` when the marks are sound: two different ones, each a single character that
  /// is no digit and no sign.
  let defect: String?

  private static func defect(_ decimalSeparator: String?, _ groupSeparator: String?) -> String? {
    if decimalSeparator == nil, groupSeparator == nil { return nil }
    let marks = [decimalSeparator ?? ".", groupSeparator].compactMap(\.self)
    let isSound = marks.allSatisfy { mark in
      mark.unicodeScalars.count == 1 && !mark.utf8.contains { (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D }
    }
    return isSound && Set(marks).count == marks.count ? nil : "cannot be converted, because its separators are unsound"
  }

  /// The number with the marks.
  func text(of number: DecimalNumber) -> String {
    if decimalSeparator == nil, groupSeparator == nil { return number.description }
    let parts = number.description.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first else { return "" }
    let fraction = parts.count > 1 ? (decimalSeparator ?? ".") + parts[1] : ""
    guard let groupSeparator else { return whole + fraction }
    let digits = whole.drop { $0 == "-" }
    var grouped = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { grouped += groupSeparator }
      grouped.append(digit)
    }
    return (digits.count < whole.count ? "-" : "") + grouped + fraction
  }

  /// Reads a number with or without marks between all its thousands; `nil` for any other text.
  func number(_ text: String) -> DecimalNumber? {
    if decimalSeparator == nil, groupSeparator == nil { return DecimalNumber(text) }
    var scalars = Array(text.unicodeScalars)
    let sign = scalars.first == "-" ? "-" : ""
    if scalars.first == "-" || scalars.first == "+" { scalars.removeFirst() }
    let mark = (decimalSeparator ?? ".").unicodeScalars.first
    let parts = scalars.split(omittingEmptySubsequences: false) { $0 == mark }
    guard let whole = parts.first, (1...2).contains(parts.count), parts.count == 1 || Self.areDigits(parts[1]),
      let digits = ungrouped(whole)
    else { return nil }
    return DecimalNumber(sign + digits + (parts.count > 1 ? "." + String(String.UnicodeScalarView(parts[1])) : ""))
  }

  private func ungrouped(_ whole: ArraySlice<Unicode.Scalar>) -> String? {
    let groups = whole.split(omittingEmptySubsequences: false) { $0 == groupSeparator?.unicodeScalars.first }
    guard let first = groups.first, groups.allSatisfy(Self.areDigits) else { return nil }
    guard groups.count == 1 || first.count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    return groups.map { String(String.UnicodeScalarView($0)) }.joined()
  }

  private static func areDigits(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    !scalars.isEmpty && scalars.allSatisfy { ("0"..."9").contains($0) }
  }
}
