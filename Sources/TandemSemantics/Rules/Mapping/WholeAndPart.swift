import TandemSyntax

/// A property that rows write as a whole and in part.
enum WholeAndPart: MappingRule {
  static let rule = Rule(
    code: "T3062", name: "whole-and-part", category: .mapping, severity: .error,
    summary: "Rows write a property as a whole, and another row writes a member of it.",
    page: """
      One row takes `address` for one value, another one takes it for an object and writes its `city`. Each would undo what
      the other wrote. Map the members one by one, or the whole only.
      """,
    failing: example(
      "{source: address, target: address, type: object}", "{source: email, target: address.city, type: string}"),
    passing: example("{source: address, target: address, type: object}"))

  private static func example(_ rows: String...) -> Rule.Example {
    let member = "address: {type: object, properties: {street: {type: string, max: 50}, city: {type: string, max: 80}}}"
    let email = "email: {type: string, max: 80}"
    return Examples.several(
      Examples.further("Yard", ("Client", [member, email])), Examples.further("Depot", ("Client", [member, email])),
      Examples.document(
        Examples.section("Yard Client to Depot Client", rows: rows, policy: "create: never"), title: "Yard to Depot"
      ).text)
  }

  static func check(_ flow: ResolvedFlow) {
    var wholes: [FlowSide: [String: ResolvedRow]] = [.source: [:], .target: [:]]
    func places(_ body: (FlowSide, PathResolution, ResolvedRow) -> Void) {
      for property in flow.properties {
        if property.direction.reaches(.target) {
          for row in property.outputs { body(.target, row.target, row) }
        }
        for row in property.rows where property.writesBack(row) {
          if let source = row.source, row.sourceKey != nil { body(.source, source, row) }
        }
      }
    }
    places { side, path, row in
      if path.path.type.isComposite, wholes[side]?[path.path.text] == nil { wholes[side]?[path.path.text] = row }
    }
    guard wholes.values.contains(where: { !$0.isEmpty }) else { return }
    var told: Set<ObjectIdentifier> = []
    places { side, path, row in
      var prefix = ""
      for step in path.path.steps.dropLast() {
        prefix += prefix.isEmpty ? step.name : "." + step.name
        guard let whole = wholes[side]?[prefix], whole !== row, told.insert(ObjectIdentifier(row)).inserted else {
          continue
        }
        flow.context.report.add(
          Diagnostic(
            rule, "`\(path.path.text)` is written by itself, and `\(prefix)` as a whole",
            explanation: "Each row would undo what the other writes. Map the members one by one, or the whole only.",
            at: path.cell.span, labels: [Diagnostic.Label("writes `\(prefix)` as a whole", at: whole.row.span)]))
      }
    }
  }
}
