/// The texts of single rows and combinations, as the writers print them: for whoever fills a table.
public enum RowText {
  /// A row of a property table as a mapping in YAML, on one line.
  public static func yaml(_ row: PropertyRow, in flow: Flow) -> String {
    YAMLOutput.mapping(writer(flow).pairs(of: row))
  }

  /// A combination of a merge table in YAML, on one line.
  public static func yaml(_ alternative: Matching.Alternative, in flow: Flow) -> String {
    writer(flow).text(of: alternative)
  }

  /// The keys of a row with their values as YAML.
  public static func keys(_ row: PropertyRow, in flow: Flow) -> [(key: String, value: String)] {
    writer(flow).pairs(of: row).map { (key: $0.0, value: $0.1) }
  }

  /// The cells of a row in RST, for these columns.
  static func cells(_ row: PropertyRow, columns: [ColumnForm.Kind]) -> [String] {
    columns.map { column in
      switch column {
      case .source: return row.source.map { CellText.property($0).text } ?? ""
      case .target: return CellText.property(row.target).text
      case .type: return row.type.map { CellText.type($0.value).text } ?? ""
      case .direction: return row.direction.map { DirectionForm.text(of: $0.value) } ?? ""
      case .rule: return CellText.clauses(row.clauses.map(\.value)).text
      default: return ""
      }
    }
  }

  /// The lines of a row of cells in RST.
  static func rst(_ cells: [String]) -> [String] {
    cells.enumerated().map { position, cell in
      let opening = position == 0 ? HeadingForm.rowOpening : HeadingForm.cellOpening
      return cell.isEmpty ? String(opening.dropLast()) : opening + cell
    }
  }

  /// The columns that rows need beyond those of every property table.
  static func furtherColumns(of rows: [PropertyRow]) -> [ColumnForm.Kind] {
    ColumnForm.properties.optional.map(\.kind).filter { column in
      rows.contains { column == .direction ? $0.direction != nil : !$0.clauses.isEmpty }
    }
  }

  private static func writer(_ flow: Flow) -> YAMLFlowWriter {
    YAMLFlowWriter(flow: flow, number: 0, isCanonical: false)
  }
}
