import TandemSemantics
import TandemSyntax
import TandemValues

/// The static table of a flow as a Swift expression.
struct FlowDeclarationExpression {
  let flow: CheckedFlow
  let document: String

  var call: SwiftCall {
    var arguments: [(label: String, value: SwiftCall.Argument)] = [
      ("identifier", .text("FlowIdentifier(\(SwiftLiteral.string(flow.identifier)))")),
      ("source", .text("Source.schema.reference")),
      ("target", .text("Target.schema.reference")),
      ("document", .text(SwiftLiteral.string(document))),
      ("line", .text(String(flow.line))),
    ]
    if let held = flow.held { arguments.append(("held", .text(SwiftLiteral.string(held)))) }
    arguments.append(("creation", creation))
    if !flow.matching.isEmpty {
      arguments.append(("matching", .list(flow.matching.map { .text(SwiftLiteral.string(Self.matchText($0))) })))
    }
    switch flow.conflict {
    case .newest: break
    case .wins(let side): arguments.append(("conflict", .text(".wins(\(Self.side(side)))")))
    case .ask: arguments.append(("conflict", .text(".ask")))
    case .handWritten: arguments.append(("conflict", .text(".handWritten")))
    }
    if flow.sourceDeletion != .ignore { arguments.append(("sourceDeletion", deletion(flow.sourceDeletion))) }
    if flow.targetDeletion != .ignore { arguments.append(("targetDeletion", deletion(flow.targetDeletion))) }
    switch flow.firstRun {
    case .full: break
    case .newRecordsOnly: arguments.append(("firstRun", .text(".newRecordsOnly")))
    case .linkOnly: arguments.append(("firstRun", .text(".linkOnly")))
    }
    arguments.append(("properties", .list(flow.properties.map { .call(property($0)) })))
    return SwiftCall("FlowDeclaration", arguments)
  }

  private var creation: SwiftCall.Argument {
    switch flow.creation {
    case .always: return .text(".always")
    case .never: return .text(".never")
    case .when: return .text(".conditional")
    case .connected(let connections):
      let items = connections.map { connection in
        SwiftCall.Argument.call(
          SwiftCall(
            "FlowDeclaration.Connection",
            [
              ("entity", .call(Self.reference(connection.entity))), ("property", .text(String(connection.property))),
              ("flow", .text("FlowIdentifier(\(SwiftLiteral.string(connection.flow)))")),
            ]))
      }
      return .call(SwiftCall(".connected", [("", .list(items))]))
    }
  }

  private func deletion(_ deletion: CheckedDeletion) -> SwiftCall.Argument {
    switch deletion {
    case .ignore: return .text(".ignore")
    case .unlink: return .text(".unlink")
    case .propagate: return .text(".propagate")
    case .archive(let property, let value):
      return .text(".archive(property: \(property), value: \(SwiftLiteral.value(value)))")
    }
  }

  /// An alternative of the merge table, as the state remembers it.
  static func matchText(_ match: CheckedMatch) -> String {
    match.pairs.map { pair in
      pair.source.text == pair.target.text ? pair.source.text : "\(pair.source.text) = \(pair.target.text)"
    }.joined(separator: ", ")
  }

  private func property(_ property: CheckedProperty) -> SwiftCall {
    var arguments: [(label: String, value: SwiftCall.Argument)] = [
      ("name", .text(SwiftLiteral.string(property.name))),
      ("sourceProperties", .text(Self.positions(property.inputPaths))),
      ("targetProperties", .text(Self.positions(property.outputs.map(\.path)))),
    ]
    switch property.direction {
    case .both: break
    case .into(let side): arguments.append(("direction", .text(".into(\(Self.side(side)))")))
    case .atCreation: arguments.append(("direction", .text(".atCreation")))
    case .onlyIfEmpty(let side): arguments.append(("direction", .text(".onlyIfEmpty(\(Self.side(side)))")))
    }
    if let wins = property.wins { arguments.append(("wins", .text(Self.side(wins)))) }
    switch property.translation {
    case .none: break
    case .reference(let identifier, let reversed):
      arguments.append(
        (
          "translation",
          .call(
            SwiftCall(
              ".reference",
              [
                ("flow", .text("FlowIdentifier(\(SwiftLiteral.string(identifier)))")),
                ("reversed", .text(String(reversed))),
              ]))
        ))
    case .lookup(let entity, let position):
      let reference = SwiftCall(
        "EntityReference",
        [("system", .text(SwiftLiteral.string(flow.target.system))), ("entity", .text(SwiftLiteral.string(entity)))])
      arguments.append(
        (
          "translation",
          .call(SwiftCall(".lookup", [("entity", .call(reference)), ("property", .text(String(position)))]))
        ))
    }
    if property.translation != nil,
      property.outputs.contains(where: { flow.target.properties[$0.path.property].isRequired })
    {
      arguments.append(("isRequiredByTarget", .text("true")))
    }
    arguments.append(("fingerprint", .text("0x" + Self.hexadecimal(PropertyFingerprint.of(property)))))
    arguments.append(("lines", .text("[\(property.lines.map(String.init).joined(separator: ", "))]")))
    return SwiftCall("SharedProperty", arguments)
  }

  private static func positions(_ paths: [ResolvedPath]) -> String {
    var seen: [Int] = []
    for path in paths where !seen.contains(path.property) { seen.append(path.property) }
    return "[\(seen.map(String.init).joined(separator: ", "))]"
  }

  private static func side(_ side: FlowSide) -> String { side == .source ? ".source" : ".target" }

  static func reference(_ entity: EntityModel) -> SwiftCall {
    SwiftCall(
      "EntityReference",
      [("system", .text(SwiftLiteral.string(entity.system))), ("entity", .text(SwiftLiteral.string(entity.name)))])
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension CheckedProperty {
  /// The paths on the source's side.
  var inputPaths: [ResolvedPath] {
    inputs.compactMap { input in
      if case .property(let path) = input.origin { return path }
      return nil
    }
  }
}
