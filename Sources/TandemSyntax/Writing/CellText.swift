/// The text of one table cell with its canonical marks, and with the others that read as the same.
struct CellText {
  var text: String
  var forms: [DocumentLayout.CellMarks: String] = [:]

  /// A cell without other forms.
  init(_ text: String) { self.text = text }

  private init(_ canonical: DocumentLayout.CellMarks, _ forms: [DocumentLayout.CellMarks: String]) {
    self.text = forms[canonical] ?? ""
    self.forms = forms
    self.forms[canonical] = nil
  }

  /// A path with its conditions. docutils takes a name with `_` at its end for a reference, so it stands in backticks.
  static func property(_ cell: PropertyCell) -> CellText {
    let path = cell.path.text
    let clauses = cell.dependencies.map { dependency in
      DependencyForm.template.filled { $0 == .property ? dependency.path.text : dependency.value.value }
    }
    let rest = clauses.isEmpty ? "" : " (\(clauses.joined()))"
    let isReference = cell.path.segments.contains { $0.value.hasSuffix("_") }
    return CellText(
      isReference ? .backticks : .bare, [.bare: path + rest, .backticks: backticks(path) + rest])
  }

  /// A type: in quotation marks where it is one word of the language; transforms and `N/A` as they stand.
  static func type(_ text: String) -> CellText {
    let isBare = text == "N/A" || text.isEmpty || text.unicodeScalars.contains("\"")
    return CellText(isBare ? .bare : .quotation, isBare ? [.bare: text] : [.bare: text, .quotation: "\"\(text)\""])
  }

  /// A value of a code table, where an empty cell is an empty text.
  static func mapped(_ text: String, besides words: [String] = []) -> CellText {
    var cell = value(text, besides: words)
    if text.isEmpty { cell.forms[.bare] = "" }
    return cell
  }

  /// A value of a code table, or the default of a parameter.
  static func value(_ text: String, besides words: [String] = []) -> CellText {
    var forms: [DocumentLayout.CellMarks: String] = [:]
    let quoted = ExpressionText.quoted(text)
    let canStandBare = isReadBare(text) && !words.contains(text)
    if canStandBare { forms[.bare] = text }
    forms[.quotation] = quoted
    if !text.contains("``") {
      if canStandBare, !text.hasPrefix("`"), !text.hasSuffix("`") { forms[.backticks] = backticks(text) }
      forms[.quotationInBackticks] = backticks(quoted)
    }
    let isPlain = isPlain(text)
    let canonical: DocumentLayout.CellMarks
    if forms[.bare] != nil, isPlain {
      canonical = .bare
    } else if forms[.backticks] != nil {
      canonical = .backticks
    } else {
      canonical = isPlain || forms[.quotationInBackticks] == nil ? .quotation : .quotationInBackticks
    }
    return CellText(canonical, forms)
  }

  /// The clauses of a row.
  static func clauses(_ clauses: [Clause]) -> CellText {
    var canonical: [String] = []
    var bare: [String] = []
    var marked: [String] = []
    var inner: [String] = []
    for clause in clauses {
      let form = ClauseForm.of(clause.kind)
      let text = form.template.filled { clause.text(of: $0) }
      canonical.append(form.holdsCode || !isPlain(text.filter { $0 != "\"" }) ? backticks(text) : text)
      bare.append(text)
      marked.append(backticks(text))
      let code: Set<Slot> = [.expression, .pairs]
      inner.append(form.template.filled { code.contains($0) ? backticks(clause.text(of: $0)) : clause.text(of: $0) })
    }
    var cell = CellText(canonical.joined(separator: "; "))
    let forms: [DocumentLayout.CellMarks: [String]] = [.bare: bare, .backticks: marked, .backticksAroundCode: inner]
    cell.forms = forms.mapValues { $0.joined(separator: "; ") }.filter { $0.value != cell.text }
    return cell
  }

  /// Text in double backticks.
  static func backticks(_ text: String) -> String { "``\(text)``" }

  /// True when a reader takes the text for a value without any marks.
  private static func isReadBare(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    if first == UInt8(ascii: "\"") || SourceLine.isBlank(first) || SourceLine.isBlank(last) { return false }
    return !text.utf8.contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// True when docutils sees nothing but text in it: no markup inside, and no list item or transition at its beginning.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, first >= 0x80 || isLetterOrDigit(first) else { return bytes.isEmpty }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "\\"): return false
      case UInt8(ascii: "_"):
        // At the end of a word it makes a reference.
        if index + 1 == bytes.count || !isLetterOrDigit(bytes[index + 1]) && bytes[index + 1] != byte { return false }
      case UInt8(ascii: ":") where index + 1 < bytes.count && bytes[index + 1] == byte: return false
      case UInt8(ascii: ".") where index + 1 == bytes.count || bytes[index + 1] == 0x20,
        UInt8(ascii: ")") where index + 1 == bytes.count || bytes[index + 1] == 0x20:
        // `1.` and `iv)` begin a list.
        if bytes[..<index].allSatisfy(isLetterOrDigit), index <= 8 { return false }
      default: break
      }
    }
    return true
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      || byte >= 0x80
  }
}

extension Clause {
  /// The form that prints the clause.
  var kind: ClauseForm.Kind {
    switch self {
    case .choice: return .choice
    case .join: return .join
    case .when: return .when
    case .values: return .values
    case .reference: return .reference
    case .lookup: return .lookup
    case .constant: return .constant
    case .parameter: return .parameter
    case .defaultValue: return .defaultValue
    case .wins: return .wins
    case .format: return .format
    case .conversion: return .conversion
    case .readBack: return .readBack
    }
  }

  /// What fills a slot of the clause's form.
  func text(of slot: Slot) -> String {
    switch self {
    case .choice(let place):
      return ClauseForm.ordinals.indices.contains(place - 1) ? ClauseForm.ordinals[place - 1] : "\(place)"
    case .join(let text), .format(let text): return ExpressionText.quoted(text)
    case .when(let expression): return ExpressionText.text(of: expression)
    case .values(let name), .parameter(let name), .conversion(let name), .wins(let name): return name
    case .reference(let source, let target): return slot == .entity ? source : target
    case .lookup(let entity, let pairs):
      if slot == .entity { return entity }
      return pairs.map { "\($0.source.text) = \($0.target.text)" }.joined(separator: ", ")
    case .constant(let literal), .defaultValue(let literal): return ExpressionText.text(of: literal)
    case .readBack: return ""
    }
  }
}
