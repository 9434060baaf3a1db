/// One way to say in which direction a row works; the same words in the Direction column and under the YAML key.
public final class DirectionForm: Sendable {
  /// Which direction it is.
  public let kind: Kind
  /// How it reads.
  public let template: Template
  /// What it says, in one sentence.
  public let summary: String

  /// The directions.
  public enum Kind: Sendable, Hashable, CaseIterable {
    case both, atCreation, onlyIfEmptyIn, onlyIfEmpty, toSystem
  }

  /// The key in a YAML row, and in a YAML flow for the direction of edits.
  public static let key = DocumentKey.direction

  init(_ kind: Kind, _ template: String, _ summary: String) {
    self.kind = kind
    self.template = Template(template)
    self.summary = summary
  }

  /// All directions.
  public static let all: [DirectionForm] = [
    DirectionForm(.both, "both", "Edits travel both ways, as when nothing is said."),
    DirectionForm(.atCreation, "at creation", "The value is only given when the target record is created."),
    DirectionForm(.onlyIfEmptyIn, "only if empty in {system}", "The value is only given while the system has none."),
    DirectionForm(.onlyIfEmpty, "only if empty", "The value is only given while the target has none."),
    DirectionForm(.toSystem, "to {system}", "The value only travels into the system."),
  ]

  /// The direction that the range says, with the place of a system's name; `nil` when it says none.
  public static func read(_ range: Range<Int>, in bytes: [UInt8]) -> (direction: Direction, system: Range<Int>?)? {
    for form in all {
      guard let slots = form.template.match(range, in: bytes) else { continue }
      let place = slots[.system]
      if let place, place.isEmpty { continue }
      let name = place.map { String(decoding: bytes[$0], as: UTF8.self) }
      switch form.kind {
      case .both: return (.both, nil)
      case .atCreation: return (.atCreation, nil)
      case .onlyIfEmpty: return (.onlyIfEmpty(system: nil), nil)
      case .onlyIfEmptyIn: return (.onlyIfEmpty(system: name), place)
      case .toSystem: return (.toSystem(name ?? ""), place)
      }
    }
    return nil
  }

  /// How a direction reads.
  public static func text(of direction: Direction) -> String {
    let kind: Kind
    var name = ""
    switch direction {
    case .both: kind = .both
    case .atCreation: kind = .atCreation
    case .toSystem(let system): (kind, name) = (.toSystem, system)
    case .onlyIfEmpty(let system?): (kind, name) = (.onlyIfEmptyIn, system)
    case .onlyIfEmpty(nil): kind = .onlyIfEmpty
    }
    return all.first { $0.kind == kind }?.template.filled { _ in name } ?? ""
  }
}
