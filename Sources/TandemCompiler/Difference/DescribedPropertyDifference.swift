import TandemSemantics
import TandemValues

/// The description of one property in two versions.
struct DescribedPropertyDifference {
  /// One changed fact.
  struct Finding {
    var kind: ChangeKind
    var effect: DataEffect
    var sentence: String
    var remedy: Change.Remedy
    var advice: String
  }

  private(set) var findings: [Finding] = []

  init(_ old: PropertyModel, _ new: PropertyModel, path: String) {
    compareTypes(old.type, new.type, path)
    if old.isRequired != new.isRequired {
      add(
        .requiredChanged, new.isRequired ? .behaviour : .widening,
        new.isRequired
          ? "`\(path)` is required: a record without it is refused and set aside."
          : "`\(path)` is not required any more.",
        new.isRequired ? .review : .nothing,
        new.isRequired
          ? "Look for records that have no value there, or give the row a default." : "Nothing has to be done.")
    }
    let (before, after) = (Self.access(old), Self.access(new))
    if before != after {
      let isNarrower = new.isReadOnly && !old.isReadOnly || new.isCreateOnly && !old.isCreateOnly
      add(
        .writableChanged, isNarrower ? .dataLoss : .widening, "`\(path)` \(after), where it \(before).",
        isNarrower ? .review : .nothing,
        isNarrower ? "Edits of the other side do not arrive there any more." : "Nothing has to be done.")
    }
    if old.isUnique != new.isUnique {
      add(
        .uniqueChanged, .behaviour,
        new.isUnique
          ? "`\(path)` is unique: a second record with the same value is refused."
          : "`\(path)` is not unique any more: a match on it may find several records, which then wait for a person.",
        .review, "Look at the records that share a value.")
    }
    if old.references != new.references {
      func words(_ names: [String]) -> String { names.isEmpty ? "nothing" : names.joined(separator: ", ") }
      add(
        .referencesChanged, .behaviour,
        "`\(path)` refers to \(words(new.references)), where it was \(words(old.references)).", .review,
        "Look at the references of some records.")
    }
    if old.defaultValue != new.defaultValue {
      func words(_ value: Value?) -> String { value.map(MappingWords.value) ?? "none" }
      add(
        .systemDefaultChanged, .behaviour,
        "The system's own default of `\(path)` is \(words(new.defaultValue)), where it was \(words(old.defaultValue)).",
        .review, "Records that are created without a value get the new one.")
    }
  }

  private mutating func add(
    _ kind: ChangeKind, _ effect: DataEffect, _ sentence: String, _ remedy: Change.Remedy, _ advice: String
  ) {
    findings.append(Finding(kind: kind, effect: effect, sentence: sentence, remedy: remedy, advice: advice))
  }

  private static func access(_ property: PropertyModel) -> String {
    if property.isReadOnly { return "can only be read" }
    return property.isCreateOnly ? "can only be given at creation" : "can be written"
  }

  // MARK: - Types

  private mutating func compareTypes(_ old: ValueType, _ new: ValueType, _ path: String) {
    guard old != new else { return }
    let words = "`\(path)` is \(MappingWords.type(new)), where it was \(MappingWords.type(old))"
    switch (old, new) {
    case (.string(let before), .string(let after)):
      let isNarrower = (after ?? .max) < (before ?? .max)
      addLimit(.lengthChanged, isNarrower, words, isNarrower ? ": longer texts are refused or cut." : ".")
    case (.decimal(let precision, let scale), .decimal(let newPrecision, let newScale)):
      // Digits before the point are what precision leaves of the scale.
      func whole(_ precision: Int?, _ scale: Int?) -> Int { precision.map { $0 - (scale ?? 0) } ?? .max }
      let isNarrower =
        (newScale ?? .max) < (scale ?? .max) || whole(newPrecision, newScale) < whole(precision, scale)
      addLimit(.precisionChanged, isNarrower, words, isNarrower ? ": numbers are rounded or refused." : ".")
    case (.enumeration(let values, let isOpen), .enumeration(let newValues, let isNowOpen)):
      let gone = values.filter { !newValues.contains($0) }
      let come = newValues.filter { !values.contains($0) }
      guard !gone.isEmpty || !come.isEmpty || isOpen != isNowOpen else {
        // The order of values means nothing.
        return
      }
      let isNarrower = !isNowOpen && (isOpen || !gone.isEmpty)
      var facts: [String] = []
      if !gone.isEmpty { facts.append("without \(Self.list(gone))") }
      if !come.isEmpty { facts.append("with \(Self.list(come))") }
      if isOpen != isNowOpen { facts.append(isNowOpen ? "open to other values" : "closed to other values") }
      addLimit(
        .valuesChanged, isNarrower, "`\(path)` is \(facts.joined(separator: ", "))",
        isNarrower ? ": records with a value that is gone are refused." : ".")
    case (.object, .object), (.list(.object), .list(.object)): return
    case (.list(let before), .list(let after)): compareTypes(before, after, path)
    default:
      add(
        .propertyTypeChanged, .behaviour, words + ".", .review,
        "Look at what the rows make of some values: `tandem explain DOCUMENT:LINE --value VALUE`.")
    }
  }

  private mutating func addLimit(_ kind: ChangeKind, _ isNarrower: Bool, _ words: String, _ consequence: String) {
    add(
      kind, isNarrower ? .dataLoss : .widening, words + consequence, isNarrower ? .review : .nothing,
      isNarrower ? "Look for values that do not fit any more, in both systems." : "Nothing has to be done.")
  }

  private static func list(_ values: [String]) -> String {
    let shown = values.prefix(6).map { "`\($0)`" }.joined(separator: ", ")
    return values.count > 6 ? "\(shown) and \(values.count - 6) more" : shown
  }
}
