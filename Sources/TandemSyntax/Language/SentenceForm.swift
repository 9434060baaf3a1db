/// One sentence of the language: how it reads in RST, and what it says.
///
/// ``SentenceForm/all`` is the only place that holds the sentences. The reader matches against it, and the writer, the
/// documentation and the completions print from it.
public final class SentenceForm: Sendable {
  /// Which sentence it is.
  public let kind: Kind
  /// How it reads.
  public let template: Template
  /// Its place in a section: sentences stand in this order.
  public let place: Place
  /// What it says, in one sentence.
  public let summary: String

  /// The sentences.
  public enum Kind: Sendable, Hashable, CaseIterable {
    case createAlways, createWhen, createWhenRemark, createRemark, linkFirst, createConnected
    case mergeWithMatch, createWithoutMatch, mergeTable
    case keepInStep, keepInStepOneWay
    case scope
    case conflictNewest, conflictSystem, conflictPerson, conflictHandWritten
    case deletionPropagates, deletionArchives, deletionUnlinks, deletionIgnored
    case removalDeletes, removalArchives, removalUnlinks, removalIgnored
    case firstRunFull, firstRunLinks, firstRunSkips
    case linksOnly, formerName, parent
    case propertyTable
  }

  /// The places of the sentences in a section, in order.
  public enum Place: Int, Sendable, Hashable, Comparable {
    case policy, connection, match, noMatch, mergeTable, once, scope, conflict, deletion, removal, firstRun
    case linksOnly, formerName, parent, propertyTable

    /// Orders by the place in a section.
    public static func < (left: Place, right: Place) -> Bool { left.rawValue < right.rawValue }
  }

  init(_ kind: Kind, _ place: Place, _ template: String, _ summary: String) {
    self.kind = kind
    self.place = place
    self.template = Template(template)
    self.summary = summary
  }

  /// The sentences that may begin with the first byte of a range, in their order: few of all. No sentence is empty.
  static func beginning(with range: Range<Int>, of bytes: [UInt8]) -> [SentenceForm] {
    range.isEmpty ? [] : byFirstByte[Int(bytes[range.lowerBound])]
  }

  private static let byFirstByte: [[SentenceForm]] = (0...UInt8.max).map { byte in
    all.filter { form in
      guard case .fixed(let text)? = form.template.pieces.first else { return true }
      return text.first == byte
    }
  }

  /// The form of a sentence.
  public static func of(_ kind: Kind) -> SentenceForm {
    for form in all where form.kind == kind { return form }
    // Every kind stands in the table (a test counts them); the first form is a harmless answer if one were forgotten.
    return all[0]
  }
}
