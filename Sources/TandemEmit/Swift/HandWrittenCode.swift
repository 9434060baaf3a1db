import TandemSemantics
import TandemSyntax
import TandemValues

/// What a document leaves to hand-written code, conversions and decisions of conflicts: what the generated code asks of the extension that holds them,
/// and how its rows call it.
///
/// For each function the file gets a protocol, and the conformance of one type to it under the document's line, so that a
/// missing or wrong function is an error there. The rows call it through a conversion like any other.
struct HandWrittenCode {
  /// The type that the hand-written extension extends.
  static let holder = "Custom"

  /// A function with its types.
  struct Entry {
    var conversion: CustomConversion
    /// The function in Swift.
    var function: String
    /// The conversion's type.
    var type: String
    /// The protocol.
    var requirement: String
    /// True where a row puts values back through it.
    var isUndone: Bool
    /// The line of the first row that uses it.
    var line: Int
  }

  /// A function that decides conflicts.
  struct Decision {
    var function: String
    var requirement: String
    var line: Int
  }

  private(set) var entries: [Entry] = []
  private var decisions: [Decision] = []
  private let namespace: String
  private let document: String

  /// Collects the conversions of a document's rows, in their order.
  init(_ dataflow: CheckedDataflow, namespace: String, reserved: [String]) {
    self.namespace = namespace
    document = dataflow.path
    for flow in dataflow.flows {
      for property in flow.properties {
        for input in property.inputs {
          guard let custom = input.conversion?.handWritten else { continue }
          let isUndone = property.travelsBack && input.isWrittenBack
          if let known = entries.firstIndex(where: { $0.conversion.hasTypes(of: custom) }) {
            entries[known].isUndone = entries[known].isUndone || isUndone
          } else {
            entries.append(
              Entry(
                conversion: custom, function: SwiftNames.property(custom.function), type: "", requirement: "",
                isUndone: isUndone, line: input.line))
          }
        }
      }
    }
    for flow in dataflow.flows {
      guard case .handWritten(let function) = flow.conflict else { continue }
      let name = SwiftNames.property(function)
      if decisions.contains(where: { $0.function == name }) { continue }
      decisions.append(Decision(function: name, requirement: "", line: flow.lines.conflict.first ?? flow.line))
    }
    let names = entries.map { SwiftNames.type($0.conversion.function) }
    let types = SwiftNames.unique(names.map { $0 + "Conversion" }, reserved: Set(reserved))
    let requirements = SwiftNames.unique(
      names.map { $0 + "Requirement" } + decisions.map { SwiftNames.type($0.function) + "Requirement" },
      reserved: Set(reserved))
    for index in entries.indices {
      entries[index].type = types[index]
      entries[index].requirement = requirements[index]
    }
    for index in decisions.indices { decisions[index].requirement = requirements[entries.count + index] }
  }

  /// The expression that makes the conversion.
  func expression(_ conversion: CustomConversion) -> String {
    let entry = entries.first { $0.conversion.hasTypes(of: conversion) }
    return "\(entry?.type ?? "")<\(Self.holder)>()"
  }

  /// Writes the holder, the protocols and the conversions into the document's namespace.
  func emit(into writer: inout SwiftWriter) {
    let requirements = entries.map(\.requirement) + decisions.map(\.requirement)
    guard !requirements.isEmpty else { return }
    writer.line()
    writer.documentation(
      "What the document leaves to be written by hand. Extend it in a file of your own with the functions of "
        + requirements.map { "``\($0)``" }.joined(separator: ", ") + ".")
    writer.line("enum \(Self.holder) {}")
    for entry in entries {
      writer.line()
      emit(entry, into: &writer)
    }
    for decision in decisions {
      writer.line()
      writer.documentation(
        "The function `\(decision.function)` of \(document):\(decision.line), which decides conflicts.")
      writer.block("protocol \(decision.requirement)") { writer in
        writer.location(file: document, line: decision.line)
        writer.line("static func \(decision.function)(_ conflict: PropertyConflict) -> ConflictDecision")
        writer.endLocation()
      }
    }
  }

  private func emit(_ entry: Entry, into writer: inout SwiftWriter) {
    let (input, output) = types(entry)
    writer.documentation(
      "The function `\(entry.conversion.function)` of \(document):\(entry.line). It gives `nil` where a value stands for "
        + "none, and throws where it cannot take one. A missing value never reaches it.")
    writer.block("protocol \(entry.requirement)") { writer in
      writer.location(file: document, line: entry.line)
      writer.line("static func \(entry.function)(_ value: \(input)) throws(ConversionError) -> \(output)?")
      writer.endLocation()
      if entry.isUndone {
        writer.location(file: document, line: entry.line)
        writer.line("static func \(entry.function)(undoing value: \(output)) throws(ConversionError) -> \(input)?")
        writer.endLocation()
      }
    }
    writer.line()
    writer.documentation("Calls the hand-written function.")
    writer.block("struct \(entry.type)<Written: \(entry.requirement)>: TypedConversion") { writer in
      writer.line("static var name: String { \(SwiftLiteral.string(entry.conversion.function)) }")
      writer.line("static var laws: ConversionLaws { .oneWay(why: \"it is written by hand\") }")
      writer.line()
      writer.block("func converted(_ input: \(input)) throws(ConversionError) -> \(output)?") { writer in
        writer.location(file: document, line: entry.line)
        writer.line("try Written.\(entry.function)(input)")
        writer.endLocation()
      }
      writer.line()
      writer.block("func restored(_ output: \(output)) throws(ConversionError) -> \(input)?") { writer in
        if entry.isUndone {
          writer.location(file: document, line: entry.line)
          writer.line("try Written.\(entry.function)(undoing: output)")
          writer.endLocation()
        } else {
          writer.line("throw ConversionError(conversion: Self.name, reason: \"has no way back\")")
        }
      }
    }
  }

  /// Writes what can only stand outside of the namespace: that the holder has the functions.
  func emitConformances(into writer: inout SwiftWriter) {
    let requirements = entries.map { ($0.requirement, $0.line) } + decisions.map { ($0.requirement, $0.line) }
    for (requirement, line) in requirements {
      writer.line()
      writer.location(file: document, line: line)
      writer.line("extension \(namespace).\(Self.holder): \(namespace).\(requirement) {}")
      writer.endLocation()
    }
  }

  private func types(_ entry: Entry) -> (input: String, output: String) {
    let plain = ValueType.string(maximumLength: nil)
    return (
      SwiftProperty.plainType(entry.conversion.takes ?? plain), SwiftProperty.plainType(entry.conversion.gives ?? plain)
    )
  }
}

extension CustomConversion {
  /// True for the same function with the same types; what is declared of it makes no difference to its code.
  fileprivate func hasTypes(of other: CustomConversion) -> Bool {
    function == other.function && takes == other.takes && gives == other.gives
  }
}
