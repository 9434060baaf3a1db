import TandemSemantics
import TandemSyntax

/// The clauses of a row in one short form for both notations.
enum RowWording {
  /// The direction in words; `nil` for both ways.
  static func direction(_ direction: CheckedDirection, _ flow: FlowVersion) -> String? {
    switch direction {
    case .both: return nil
    case .into(let side): return "to \(flow.system(side))"
    case .atCreation: return "at creation"
    case .onlyIfEmpty(let side): return "only if empty in \(flow.system(side))"
    }
  }

  /// The clauses that say something about values.
  static func clauses(_ clauses: [Clause]) -> [String] { clauses.compactMap(text) }

  private static func text(_ clause: Clause) -> String? {
    switch clause {
    case .choice(let number): return "choice \(number)"
    case .join(let separator): return "joined by \"\(separator)\""
    // A condition is printed with its names resolved, by whoever knows them.
    case .when: return nil
    case .values(let name): return "values \(name)"
    case .reference(let source, let target): return "reference \(source) to \(target)"
    case .lookup(let entity, _): return "lookup \(entity)"
    case .constant(let literal): return "constant \(text(literal))"
    case .parameter(let name): return "parameter \(name)"
    case .defaultValue(let literal): return "default \(text(literal))"
    case .wins(let system): return "\(system) wins"
    case .format(let format): return "format \"\(format)\""
    case .conversion(let name): return "conversion \(name)"
    case .readBack: return "read back"
    }
  }

  private static func text(_ literal: Literal) -> String {
    switch literal {
    case .string(let text): return "\"\(text)\""
    case .number(let text): return text
    case .boolean(let flag): return String(flag)
    }
  }

  /// The clauses that decide how values are converted, as written, to tell a change of a row from one of a schema.
  static func conversionClauses(_ row: PropertyRow?) -> [String] {
    guard let row else { return [] }
    let type = row.type?.value.lowercased() ?? ""
    return [type]
      + row.clauses.compactMap { clause in
        switch clause.value {
        case .values, .format, .conversion, .join: return text(clause.value)
        default: return nil
        }
      }
  }
}
