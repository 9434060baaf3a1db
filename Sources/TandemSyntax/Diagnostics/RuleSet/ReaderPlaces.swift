extension RuleSet {
  /// A document as it is read by these rules.
  public func applied(to reading: Reading<Dataflow>, of file: SourceFile, in notation: Notation) -> Reading<Dataflow> {
    var replaced = reading
    replaced.diagnostics = applied(to: reading.diagnostics) { rule in
      ReaderPlaces.spans(of: rule, in: reading.product, file: file, notation: notation)
    }
    return replaced
  }

  /// A description as it is read by these rules.
  public func applied(
    to reading: Reading<SystemDescription>, of file: SourceFile
  ) -> Reading<SystemDescription> {
    var replaced = reading
    replaced.diagnostics = applied(to: reading.diagnostics) { rule in
      ReaderPlaces.spans(of: rule, in: reading.product, file: file)
    }
    return replaced
  }
}

/// Where the rules of the readers look.
enum ReaderPlaces {
  /// The places in a document.
  static func spans(
    of rule: Rule, in document: Dataflow?, file: SourceFile, notation: Notation
  ) -> [SourceSpan] {
    if CommonRules.all.contains(where: { $0 === rule }) { return [file.firstPlace] }
    if ExpressionRules.all.contains(where: { $0 === rule }) {
      return document.map { expressions(rule, DocumentPlaces($0)) } ?? []
    }
    if DescriptionRules.all.contains(where: { $0 === rule }) { return [] }
    switch notation {
    case .rst:
      guard RSTRules.all.contains(where: { $0 === rule }) else { return [] }
      return document.map { rst(rule, $0) } ?? [file.firstPlace]
    case .yaml, .systemDescription:
      guard YAMLRules.all.contains(where: { $0 === rule }) else { return [] }
      return document.map { yaml(rule, DocumentPlaces($0), file) } ?? [file.firstPlace]
    }
  }

  /// The places in a description.
  static func spans(of rule: Rule, in description: SystemDescription?, file: SourceFile) -> [SourceSpan] {
    if CommonRules.all.contains(where: { $0 === rule }) { return [file.firstPlace] }
    if DescriptionRules.all.contains(where: { $0 === rule }) {
      guard let description else { return [] }
      if rule === MalformedDuration.rule {
        return ([description.changes] + description.entities.map(\.changes)).compactMap(\.?.deletions.span)
      }
      return description.entities.flatMap(\.properties).map(\.type.span)
    }
    guard !ExpressionRules.all.contains(where: { $0 === rule }), YAMLRules.all.contains(where: { $0 === rule }) else {
      return []
    }
    return [file.firstPlace]
  }

  private static func expressions(_ rule: Rule, _ places: DocumentPlaces) -> [SourceSpan] {
    if rule === MalformedPropertyPath.rule { return places.cells.map(\.span) }
    if rule === MalformedLiteral.rule { return places.literals + places.deletions }
    return places.expressions
  }

  private static func rst(_ rule: Rule, _ document: Dataflow) -> [SourceSpan] {
    let places = DocumentPlaces(document)
    if rule === MalformedTitle.rule { return [document.source.span] }
    if rule === MalformedGenerated.rule { return [document.generated?.span].compactMap(\.self) }
    if rule === MalformedDependency.rule { return places.dependencies }
    if rule === UnknownDirection.rule { return places.directions }
    if rule === UnknownClause.rule { return places.clauses() }
    if rule === UnknownOtherwise.rule { return document.valueMaps.compactMap(\.otherwise?.span) }
    if rule === RowShape.rule || rule === RowIndentation.rule { return places.rows.map(\.span) }
    if rule === TableHeading.rule || rule === MalformedTableOpening.rule || rule === MissingTable.rule {
      return places.tables
    }
    // Everything else is about sections and their sentences.
    return places.sections
  }

  private static func yaml(_ rule: Rule, _ places: DocumentPlaces, _ file: SourceFile) -> [SourceSpan] {
    if rule === YAMLMalformedName.rule { return places.sections }
    if rule === YAMLCommentCutsText.rule { return places.expressions }
    return [file.firstPlace]
  }
}
