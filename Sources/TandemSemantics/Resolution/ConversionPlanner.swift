import TandemSyntax
import TandemValues

/// Chooses the conversions of a row: source to shared view, and shared view to target.
struct ConversionPlanner {
  /// The document.
  let context: DocumentContext
  /// The row.
  let row: PropertyRow
  /// Its clauses.
  let clauses: RowClauses
  /// The rows of the table, of which some may feed the same target.
  var table: [PropertyRow] = []

  /// What the Data Type column makes of the target's property.
  struct Shared {
    /// The type in the shared view.
    var type: ValueType
    /// Brings the target's value into that type.
    var normaliser: (any Conversion)?
    /// A conversion that the column itself prescribes, in the form of the oldest documents.
    var transform: OldTransform?
    /// Why the flow is held.
    var hold: String?
    /// True when the column contradicts the description, so that nothing more is said about what follows from it.
    var isDisputed = false
  }

  /// Reads the Data Type column; `nil` after a report.
  ///
  /// - Parameter source: The type of the value that is converted; `nil` for a constant, and where keys are translated.
  func shared(target: PathResolution, from source: ValueType? = nil) -> Shared? {
    let declared = target.path.type
    var shared = Shared(type: declared, normaliser: Self.useful(ConversionCatalog.normaliser(for: declared)))
    guard let column = row.type, !column.value.isEmpty else { return shared }
    let word = column.value
    if word == declared.word || word == "list" { return shared }
    if word == "N/A" {
      if !clauses.namesConversion {
        context.report.add(UnresolvedType.diagnostic(column, target: target))
        shared.hold = "line \(row.span.start.line): the type `N/A` of `\(target.path.text)` is not resolved"
      }
      return shared
    }
    guard let asked = TypeBuilder.plainType(word) else {
      if ["enum", "object"].contains(word) {
        if isReachable(declared, from: source) {
          context.report.add(TypeColumn.diagnostic(column, target: target))
        }
        return shared
      }
      guard let transform = OldTransform(word) else {
        context.report.add(UnknownColumnType.inRow(column, target: target))
        return nil
      }
      context.report.add(
        OldTransformUsed.diagnostic(
          column, transform: transform, target: target, notation: context.document.notation))
      shared.transform = transform
      return shared
    }
    // The supplied documents know six words only, so `string` also stands for what has a text form.
    if case .string = asked {
      if !declared.isTextual { context.report.add(TypedAsString.diagnostic(column, target: target)) }
      return shared
    }
    // One fault is told once: where the described type cannot be reached either, that is the fault.
    guard isReachable(declared, from: source) else { return shared }
    context.report.add(TypeColumn.diagnostic(column, target: target))
    if let conversion = detour(over: asked, from: source, target: target) {
      shared.type = asked
      shared.isDisputed = true
      shared.normaliser = conversion
    }
    return shared
  }

  /// True unless the described type cannot be reached, which is reported where the row is converted.
  private func isReachable(_ declared: ValueType, from source: ValueType?) -> Bool {
    guard let source, !clauses.namesConversion else { return true }
    return context.conversions.conversion(from: source, to: declared).conversion != nil
  }

  /// What brings the target's value into the type that a column asks for in the place of the described one; `nil` where the
  /// described type counts nevertheless: the value cannot take that way, its conversion is named, or other rows feed the
  /// same target.
  private func detour(over asked: ValueType, from source: ValueType?, target: PathResolution) -> (any Conversion)? {
    guard let source, !clauses.namesConversion,
      context.conversions.conversion(from: source, to: asked).conversion != nil,
      table.lazy.filter({ NormalizedName($0.target.path.text) == NormalizedName(row.target.path.text) }).count < 2
    else { return nil }
    return ConversionCatalog.conversion(from: target.path.type, to: asked)
  }

  /// The conversion, or `nil` for the one that does nothing.
  static func useful(_ conversion: any Conversion) -> (any Conversion)? { conversion is Identity ? nil : conversion }

  /// The conversion from a source of the type into the shared view. `nil` inside the answer where nothing is to be
  /// done; no answer after a report.
  func conversion(from type: ValueType, shared: Shared, source: PathResolution?, target: PathResolution) -> Plan? {
    if let name = clauses.values { return valueMap(name, from: type, to: shared.type, source: source, target: target) }
    if let format = clauses.format {
      return self.format(format, from: type, to: shared.type, source: source, target: target)
    }
    if let name = clauses.conversion {
      if name.value == FirstElement.name, source?.openList != nil {
        return implicit(from: type, to: shared.type, source: source, target: target)
      }
      return named(name, from: type, to: shared.type, source: source, target: target)
    }
    if let transform = shared.transform {
      guard let parts = transform.conversions(from: type) else {
        context.report.add(
          ImpossibleConversion.diagnostic(row, from: type, to: shared.type, source: source, target: target, in: context)
        )
        return nil
      }
      return joined(parts.conversions, out: parts.out, to: shared.type, target: target)
    }
    return implicit(from: type, to: shared.type, source: source, target: target)
  }

  /// A conversion, or the knowledge that none is needed.
  struct Plan {
    /// `nil` where nothing is to be done.
    var conversion: (any Conversion)?
    /// What is known of the conversion where it follows from the two types.
    var known: KnownConversion?
    /// True when the author named it, so that its effects are meant.
    var isExplicit: Bool
  }

  private func implicit(
    from type: ValueType, to shared: ValueType, source: PathResolution?, target: PathResolution
  ) -> Plan? {
    let known = context.conversions.conversion(from: type, to: shared)
    guard let conversion = known.conversion else {
      context.report.add(
        ImpossibleConversion.rule, at: row.source?.span ?? row.target.span,
        ImpossibleConversion.diagnostic(row, from: type, to: shared, source: source, target: target, in: context))
      return nil
    }
    return Plan(conversion: Self.useful(conversion), known: known, isExplicit: false)
  }

  private func valueMap(
    _ name: Located<String>, from type: ValueType, to shared: ValueType, source: PathResolution?, target: PathResolution
  ) -> Plan? {
    guard let map = context.valueMaps[NormalizedName(name.value)] else {
      UnknownValueMap.report(name, context: context)
      return nil
    }
    let before = context.report.faultCount
    ValueMapValues.check(
      map, at: name, source: source, type: type, target: target, shared: shared, context: context)
    guard context.report.faultCount == before else { return nil }
    checkNearValues(map, source: source, type: type, target: target, shared: shared)
    let conversion = ValueMapConversion.make(map)
    guard let into = text(from: type) else {
      context.report.add(
        ImpossibleConversion.diagnostic(row, from: type, to: shared, source: source, target: target, in: context))
      return nil
    }
    let out: ValueType = shared.isTextual ? shared : .string(maximumLength: nil)
    return joined(into + [conversion], out: out, to: shared, target: target)
  }

  /// The values of open enumerations, once for each property that the map is used with.
  private func checkNearValues(
    _ map: TandemSyntax.ValueMap, source: PathResolution?, type: ValueType, target: PathResolution, shared: ValueType
  ) {
    if let source, type.isOpenEnumeration, context.isFirst("near values \(map.name.value) \(source.title) source") {
      for entry in map.entries {
        NearEnumerationValue.check(
          entry.source.value, at: entry.source.span, as: type, property: source, report: context.report)
      }
    }
    if shared.isOpenEnumeration, context.isFirst("near values \(map.name.value) \(target.title) target") {
      for entry in map.entries {
        NearEnumerationValue.check(
          entry.target.value, at: entry.target.span, as: shared, property: target, report: context.report)
      }
      if let otherwise = map.otherwise, case .value(let value) = otherwise.value {
        NearEnumerationValue.check(value, at: otherwise.span, as: shared, property: target, report: context.report)
      }
    }
  }

  private func format(
    _ format: Located<String>, from type: ValueType, to shared: ValueType, source: PathResolution?,
    target: PathResolution
  ) -> Plan? {
    guard DatePattern(format.value) != nil else {
      context.report.add(FormatClause.unreadable(format))
      return nil
    }
    let text = format.value
    switch (type, shared) {
    case (.string(let maximum), .date): return sized(StringToDate(format: text), maximum, isRead: true)
    case (.string(let maximum), .datetime): return sized(StringToDatetime(format: text), maximum, isRead: true)
    case (.date, .string(let maximum)): return sized(DateToString(format: text), maximum, isRead: false)
    case (.datetime, .string(let maximum)): return sized(DatetimeToString(format: text), maximum, isRead: false)
    default:
      context.report.add(FormatClause.useless(format, from: type, to: shared, source: source, target: target))
      return nil
    }
  }

  /// The conversion, with a check where a column of text is too short for the longest text of the format, so that generated
  /// code refuses what the verdict says is refused.
  private func sized(_ conversion: any Conversion, _ maximum: Int?, isRead: Bool) -> Plan {
    let samples: [Value] = [
      .date(CalendarDate(daysSinceEpoch: 20_088)), .datetime(Timestamp(microseconds: 1_735_689_599_999_999)),
    ]
    let texts = samples.compactMap { try? isRead ? conversion.backward($0) : conversion.forward($0) }
    let longest = texts.map(\.displayText.unicodeScalars.count).max() ?? 0
    guard let maximum, longest > maximum else { return Plan(conversion: conversion, isExplicit: true) }
    let check = StringLength(maximum: maximum)
    return Plan(conversion: Chain.of(isRead ? [check, conversion] : [conversion, check]), isExplicit: true)
  }

  private func named(
    _ name: Located<String>, from type: ValueType, to shared: ValueType, source: PathResolution?, target: PathResolution
  ) -> Plan? {
    guard let call = ConversionCall(name.value) else {
      context.report.add(UnknownConversion.unreadable(name, type: type, source: source))
      return nil
    }
    let conversion: any Conversion
    do {
      conversion = try ConversionCatalog.make(call.name, call.arguments)
    } catch {
      context.report.add(UnknownConversion.diagnostic(name, call: call, fault: error, type: type, source: source))
      return nil
    }
    if let custom = conversion as? CustomConversion {
      return handWritten(custom, name, from: type, to: shared, source: source, target: target)
    }
    guard let types = ConversionCatalog.type(named: call.name)?.types(from: type) else {
      context.report.add(UnknownConversion.misfit(name, type: type, source: source))
      return nil
    }
    var parts: [any Conversion] = []
    if types.input.word != type.word {
      guard let into = ConversionCatalog.conversion(from: type, to: types.input) else {
        context.report.add(UnknownConversion.misfit(name, type: type, source: source))
        return nil
      }
      parts.append(into)
    }
    parts.append(conversion)
    return joined(parts, out: types.output, to: shared, target: target)
  }

  /// A conversion that is written by hand, between the types that the document declares for it.
  private func handWritten(
    _ custom: CustomConversion, _ name: Located<String>, from type: ValueType, to shared: ValueType,
    source: PathResolution?, target: PathResolution
  ) -> Plan? {
    guard let custom = custom.resolved(from: type, to: shared), let takes = custom.takes, let gives = custom.gives
    else {
      context.report.add(UnknownConversion.untyped(name, from: type, to: shared, source: source))
      return nil
    }
    var parts: [any Conversion] = []
    if takes.word != type.word {
      guard let into = ConversionCatalog.conversion(from: type, to: takes) else {
        context.report.add(UnknownConversion.misfit(name, type: type, source: source))
        return nil
      }
      parts.append(into)
    }
    return joined(parts + [custom], out: gives, to: shared, target: target)
  }

  private func joined(
    _ parts: [any Conversion], out: ValueType, to shared: ValueType, target: PathResolution
  ) -> Plan? {
    guard let last = ConversionCatalog.conversion(from: out, to: shared) else {
      context.report.add(
        ImpossibleConversion.diagnostic(row, from: out, to: shared, source: nil, target: target, in: context))
      return nil
    }
    return Plan(conversion: Chain.of(parts + [last]), isExplicit: true)
  }

  /// What brings a value of the type into its text form; `nil` when it has none.
  private func text(from type: ValueType) -> [any Conversion]? {
    if type.isTextual, type.word != "guid", type.word != "json" { return [] }
    return ConversionCatalog.conversion(from: type, to: .string(maximumLength: nil)).map { [$0] }
  }
}

extension ValueType {
  /// True when a document may call the type `string` without a remark.
  var isTextual: Bool {
    switch self {
    case .string, .enumeration, .guid, .json: return true
    default: return false
    }
  }
}

/// Makes the conversion of a value map.
enum ValueMapConversion {
  /// The conversion that the map stands for.
  static func make(_ map: TandemSyntax.ValueMap) -> any Conversion {
    let pairs = map.entries.map { ConversionArgument.Pair($0.source.value, $0.target.value) }
    switch map.otherwise?.value ?? .error {
    case .error: return TandemValues.ValueMap(pairs: pairs, otherwise: .error)
    case .keep: return TandemValues.ValueMap(pairs: pairs, otherwise: .keep)
    case .empty: return TandemValues.ValueMap(pairs: pairs, otherwise: .empty)
    case .value(let value): return TandemValues.ValueMap(pairs: pairs, otherwise: .fallback, fallback: value)
    }
  }
}
