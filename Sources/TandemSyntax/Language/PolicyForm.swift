/// One choice of a flow's policies: its YAML key and words, and the RST sentence that says the same.
public final class PolicyForm: Sendable {
  /// The key in a YAML flow.
  public let key: String
  /// The words under the key; under `deletion` they stand per system.
  public let words: Template
  /// The sentence in RST.
  public let sentence: SentenceForm.Kind

  init(_ key: String, _ words: String, _ sentence: SentenceForm.Kind) {
    self.key = key
    self.words = Template(words)
    self.sentence = sentence
  }

  /// All choices of all policies.
  public static let all: [PolicyForm] = [
    PolicyForm(DocumentKey.creation, "always", .createAlways),
    PolicyForm(DocumentKey.creation, "never", .linkFirst),
    PolicyForm(DocumentKey.creation, "when {expression}", .createWhen),
    PolicyForm(DocumentKey.creation, "connected to {entities}", .createConnected),
    PolicyForm(DocumentKey.conflict, "newest", .conflictNewest),
    PolicyForm(DocumentKey.conflict, "ask", .conflictPerson),
    PolicyForm(DocumentKey.conflict, "hand-written {name}", .conflictHandWritten),
    PolicyForm(DocumentKey.conflict, "{system} wins", .conflictSystem),
    PolicyForm(DocumentKey.deletion, "ignore", .deletionIgnored),
    PolicyForm(DocumentKey.deletion, "unlink", .deletionUnlinks),
    PolicyForm(DocumentKey.deletion, "propagate", .deletionPropagates),
    PolicyForm(DocumentKey.deletion, "archive with {assignment}", .deletionArchives),
    PolicyForm(DocumentKey.removal, "ignore", .removalIgnored),
    PolicyForm(DocumentKey.removal, "unlink", .removalUnlinks),
    PolicyForm(DocumentKey.removal, "delete", .removalDeletes),
    PolicyForm(DocumentKey.removal, "archive with {assignment}", .removalArchives),
    PolicyForm(DocumentKey.firstRun, "full", .firstRunFull),
    PolicyForm(DocumentKey.firstRun, "new records only", .firstRunSkips),
    PolicyForm(DocumentKey.firstRun, "link only", .firstRunLinks),
    PolicyForm(DocumentKey.direction, "to {system}", .keepInStepOneWay),
    PolicyForm(DocumentKey.linksOnly, FlagForm.on, .linksOnly),
    PolicyForm(DocumentKey.scope, "{expression}", .scope),
    PolicyForm(DocumentKey.formerName, "{formerName}", .formerName),
    PolicyForm(DocumentKey.parent, "{flow} via {property}", .parent),
  ]

  /// The choices under one key, in order.
  public static func choices(of key: String) -> [PolicyForm] { all.filter { $0.key == key } }

  /// The choice that says the same of a deletion as another one says of a removal, or the other way round.
  var counterpart: PolicyForm? {
    switch sentence {
    case .deletionIgnored: return PolicyForm.of(.removalIgnored)
    case .deletionUnlinks: return PolicyForm.of(.removalUnlinks)
    case .deletionPropagates: return PolicyForm.of(.removalDeletes)
    case .deletionArchives: return PolicyForm.of(.removalArchives)
    case .removalIgnored: return PolicyForm.of(.deletionIgnored)
    case .removalUnlinks: return PolicyForm.of(.deletionUnlinks)
    case .removalDeletes: return PolicyForm.of(.deletionPropagates)
    case .removalArchives: return PolicyForm.of(.deletionArchives)
    default: return nil
    }
  }

  /// The choice that a sentence says; `nil` for a sentence without one.
  public static func of(_ sentence: SentenceForm.Kind) -> PolicyForm? {
    for form in all where form.sentence == sentence { return form }
    return nil
  }
}

extension PolicyForm {
  /// The misspelt words at one end of a text, with those of the choice that was meant.
  struct Correction {
    /// The words, as a range of the text's bytes.
    var range: Range<Int>
    /// What they should be.
    var words: String
  }

  /// What is misspelt in a text that would be this choice but for a letter or two in its fixed words.
  func correction(of text: [UInt8]) -> Correction? {
    guard words.pieces.count == 2 else { return nil }
    switch (words.pieces[0], words.pieces[1]) {
    case (.fixed(let fixed), .slot): return Self.correction(of: text, words: fixed, isAtStart: true)
    case (.slot, .fixed(let fixed)): return Self.correction(of: text, words: fixed, isAtStart: false)
    default: return nil
    }
  }

  private static func correction(of text: [UInt8], words fixed: [UInt8], isAtStart: Bool) -> Correction? {
    let wanted = fixed.split(separator: 0x20)
    let given = SourceLine.words(in: 0..<text.count, of: text)
    guard given.count > wanted.count else { return nil }
    let meant = isAtStart ? given.prefix(wanted.count) : given.suffix(wanted.count)
    for (word, range) in zip(wanted, meant) {
      let limit = word.count > 4 ? 2 : 1
      let texts = [String(decoding: word, as: UTF8.self), String(decoding: text[range], as: UTF8.self)]
      guard SpellingDistance.between(texts[0], texts[1], limit: limit) != nil else { return nil }
    }
    guard let first = meant.first, let last = meant.last else { return nil }
    let range = first.lowerBound..<last.upperBound
    let words = wanted.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    // Words that are right are not what is wrong.
    return text[range].elementsEqual(words.utf8) ? nil : Correction(range: range, words: words)
  }
}
