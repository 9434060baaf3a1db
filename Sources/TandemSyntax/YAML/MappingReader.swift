/// Reads a mapping key by key, and knows afterwards which keys nobody asked for.
///
/// Each method reports what has the wrong kind and returns nothing then; what the scanner reported already is passed over
/// in silence.
struct MappingReader {
  /// What the mapping describes, for messages: `a flow`.
  let what: String
  /// The mapping.
  let node: YAMLNode
  let entries: [YAMLNode.Entry]
  let context: YAMLContext
  /// The keys that stand there: looked through for every key that is known, and faster than the entries.
  private let names: [String]
  private var known: [String] = []
  private var used: [Bool]
  private var missing: [(key: String, form: String)] = []
  /// Keys that are known without having been asked for; few mappings need their names.
  private var knownBesides: (place: Int, keys: [String]) = (0, [])

  /// Opens a node that must be a mapping; `nil` when it is none.
  init?(_ node: YAMLNode, what: String, context: YAMLContext) {
    guard case .mapping(let entries) = node.content else {
      if !node.isBroken, !context.isFaulty(node.span) {
        context.report(YAMLWrongKind.diagnostic(node, expected: "a mapping", of: what))
      }
      return nil
    }
    self.init(what: what, node: node, entries: entries, context: context)
  }

  private init(what: String, node: YAMLNode, entries: [YAMLNode.Entry], context: YAMLContext) {
    self.what = what
    self.node = node
    self.entries = entries
    self.names = entries.map(\.key.text)
    self.context = context
    self.used = [Bool](repeating: false, count: entries.count)
    known.reserveCapacity(24)
  }

  /// The entry of a key, whatever its kind; `nil` also for one that could not be read.
  mutating func entry(_ key: String) -> YAMLNode.Entry? {
    known.append(key)
    guard let index = names.firstIndex(of: key) else { return nil }
    used[index] = true
    let entry = entries[index]
    if entry.isBroken { return nil }
    guard context.hasFaultyBytes else { return entry }
    if context.isFaulty(entry.key.span) { return nil }
    if case .scalar = entry.value.content, context.isFaulty(entry.value.span) { return nil }
    return entry
  }

  /// Makes keys known that are there or not without reading them.
  mutating func know(_ keys: [String]) { knownBesides = (known.count, keys) }

  /// True when the key stands there, readable or not.
  func has(_ key: String) -> Bool { names.contains(key) }

  /// Remembers that the mapping cannot do without a key.
  mutating func require(_ key: String, form: String) {
    if !has(key) { missing.append((key, form)) }
  }

  /// The same for a key of a document.
  mutating func require(_ key: KeyForm) { require(key.key, form: key.form) }

  // MARK: - Kinds

  /// A text. Nothing at all is no text; an empty one stands between quotation marks.
  mutating func scalar(_ key: String) -> YAMLScalar? {
    guard let entry = entry(key) else { return nil }
    // A text is what stands there nearly always.
    if case .scalar(let scalar) = entry.value.content, scalar.style != .plain || !scalar.text.isEmpty { return scalar }
    return context.scalar(entry.value, of: "`\(key)`")
  }

  /// A text with its place.
  mutating func text(_ key: String) -> Located<String>? { scalar(key)?.located }

  /// `true` or `false`; false where the key is absent.
  mutating func flag(_ key: String) -> Bool {
    guard let scalar = scalar(key) else { return false }
    if let flag = FlagForm.read(scalar.text) { return flag }
    context.report(
      YAMLMalformedValue.diagnostic(
        scalar, of: key, forms: [FlagForm.on, FlagForm.off].map { "`\($0)`" },
        nearest: FlagForm.nearest(to: scalar.text)))
    return false
  }

  /// A whole number within bounds.
  mutating func number(_ key: String, in bounds: ClosedRange<Int>) -> Located<Int>? {
    guard let scalar = scalar(key) else { return nil }
    if scalar.text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let value = Int(scalar.text), bounds.contains(value) {
      return Located(value, at: scalar.contentSpan)
    }
    let upper = bounds.upperBound == Int.max ? "" : " to \(bounds.upperBound)"
    let form =
      upper.isEmpty ? "a whole number from \(bounds.lowerBound)" : "a whole number, \(bounds.lowerBound)\(upper)"
    context.report(YAMLMalformedValue.diagnostic(scalar, of: key, forms: [form]))
    return nil
  }

  /// One of some words.
  mutating func word<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Located<Choice>?
  where Choice.RawValue == String {
    guard let scalar = scalar(key) else { return nil }
    if let choice = Choice(rawValue: scalar.text) { return Located(choice, at: scalar.contentSpan) }
    let words = Choice.allCases.map(\.rawValue)
    context.report(
      YAMLMalformedValue.diagnostic(
        scalar, of: key, forms: words.map { "`\($0)`" }, nearest: SpellingDistance.nearest(to: scalar.text, in: words)))
    return nil
  }

  /// The items of a list, and the list.
  mutating func list(_ key: String) -> (items: [YAMLNode], entry: YAMLNode.Entry)? {
    guard let entry = entry(key) else { return nil }
    guard case .sequence(let items) = entry.value.content else {
      context.report(YAMLWrongKind.diagnostic(entry.value, expected: "a list", of: "`\(key)`"))
      return nil
    }
    return (items, entry)
  }

  /// Texts: a list of them, or a single one.
  mutating func texts(_ key: String) -> [Located<String>] {
    guard let entry = entry(key) else { return [] }
    if case .scalar = entry.value.content {
      return context.scalar(entry.value, of: "`\(key)`").map { [$0.located] } ?? []
    }
    guard case .sequence(let items) = entry.value.content else {
      context.report(YAMLWrongKind.diagnostic(entry.value, expected: "a list", of: "`\(key)`"))
      return []
    }
    return items.compactMap { context.scalar($0, of: "an item of `\(key)`")?.located }
  }

  /// The mapping under a key.
  mutating func mapping(_ key: String) -> MappingReader? {
    guard let entry = entry(key) else { return nil }
    return MappingReader(entry.value, what: "`\(key)`", context: context)
  }

  // MARK: - The end

  /// Reports the keys that nobody asked for, and those that are missing.
  mutating func finish() {
    var meant: Set<String> = []
    if !missing.isEmpty || used.contains(false) {
      known.insert(contentsOf: knownBesides.keys.filter { !has($0) }, at: knownBesides.place)
    }
    // Which keys are free only matters when one is not known.
    let free = used.allSatisfy { $0 } ? [] : known.filter { !has($0) }
    for (index, entry) in entries.enumerated() where !used[index] {
      if context.isFaulty(entry.key.span) { continue }
      // Nonsense of a million keys gets no more guesses than are listed.
      if context.isFull { break }
      let nearest = SpellingDistance.nearest(to: entry.key.text, in: free)
      if let nearest { meant.insert(nearest) }
      context.report(YAMLUnknownKey.diagnostic(entry, in: what, known: known, nearest: nearest))
    }
    for (key, form) in missing where !meant.contains(key) {
      // A key may stand on a line of the mapping that could not be read.
      guard !context.hasScannerFault(around: node) else { continue }
      let place = entries.first?.key.span ?? node.span
      context.report(YAMLMissingKey.diagnostic(key, in: what, form: form, at: place))
    }
  }
}

extension YAMLContext {
  /// A node that must be a text.
  func scalar(_ node: YAMLNode, of what: @autoclosure () -> String) -> YAMLScalar? {
    if node.isBroken || isFaulty(node.span) { return nil }
    guard let scalar = node.scalar, scalar.style != .plain || !scalar.text.isEmpty else {
      report(YAMLWrongKind.diagnostic(node, expected: "a text", of: what()))
      return nil
    }
    return scalar
  }

  /// True when a fault of form lies in a mapping or on the lines right behind it.
  func hasScannerFault(around node: YAMLNode) -> Bool {
    guard !isFull else { return true }
    let start = node.span.lowerBound
    var end = node.span.upperBound
    if start >= end || file.bytes[start] != UInt8(ascii: "{") {
      // Without brackets the mapping may go on with the line that could not be read.
      let line = line(of: end) + 2
      end = line < file.lineStarts.count ? file.lineStarts[line] : file.bytes.count + 1
    }
    return diagnostics.contains { diagnostic in
      let code = diagnostic.rule.code
      return code < YAMLUnknownKey.rule.code && code != YAMLDuplicateKey.rule.code
        && diagnostic.span.lowerBound >= start && diagnostic.span.lowerBound < end
    }
  }
}
