import TandemSyntax
import TandemValues

/// Checks one section: policies, rows, groups, rules.
struct FlowChecker {
  /// The section and its entities.
  let head: FlowHead
  /// The document.
  let context: DocumentContext
  /// All flows.
  let index: FlowIndex
  /// True when the document holds another section for the same entities, which is reported.
  var isRepeated = false

  /// What checking a section gives.
  struct Outcome {
    /// What was resolved, for rules over several flows.
    var resolved: ResolvedFlow
    /// The flow for the back ends; `nil` when it has an error.
    var checked: CheckedFlow?
  }

  /// Checks the section.
  func check() -> Outcome {
    let before = context.report.faultCount
    ListRemoval.check(head, in: context)
    let flow = ResolvedFlow(head: head, context: context)
    if head.isSplit {
      context.report.add(SplitFlow.diagnostic(head))
      flow.holds.append("records of list elements cannot be synchronised yet")
      ListElements.check(head, index: index, in: context)
      let isWhole = context.report.faultCount == before && !head.flow.hasUnreadParts
      return Outcome(resolved: flow, checked: isWhole ? checkedFlow(flow, policies: nil) : nil)
    }
    ParentFlow.check(head, index: index, in: context)
    let policies = PolicyResolver(flow: flow, index: index)
    policies.resolveCreation()
    (flow.sourceScope, flow.targetScope) = policies.scopes()
    flow.matches = policies.matches()
    if flow.isEmptyTable {
      // The rows may stand in what could not be read.
      if !head.flow.hasUnreadParts {
        // Of two sections for the same entities, the empty one is told as the repetition that it is.
        if isRepeated {
          context.report.silence()
        } else {
          context.report.add(EmptyTable.rule, at: head.flow.table, EmptyTable.diagnostic(flow, index: index))
        }
      }
      flow.holds.append("its property table is empty")
    } else {
      RowResolver(flow: flow, index: index).resolveAll()
      flow.properties = RowGrouping(flow: flow).properties()
      flow.travels = flow.properties.enumerated().compactMap { Travel(of: $1, at: $0) }
      for rule in MappingRules.checks { rule.check(flow) }
    }
    var checked = checkedFlow(flow, policies: policies)
    checked.sourceScope = flow.sourceScope
    checked.targetScope = flow.targetScope
    let isWhole = context.report.faultCount == before && !head.flow.hasUnreadParts
    return Outcome(resolved: flow, checked: isWhole ? checked : nil)
  }

  private func checkedFlow(_ flow: ResolvedFlow, policies: PolicyResolver?) -> CheckedFlow {
    var checked = CheckedFlow(
      identifier: head.identifier, title: head.title, source: head.source.model, target: head.target.model,
      line: head.flow.title.start.line, creation: flow.creation,
      properties: SharedView.properties(of: flow.properties, prover: context.conversions.prover))
    checked.held = flow.holds.isEmpty ? nil : flow.holds.joined(separator: "; ")
    checked.lines = FlowLines(head.flow) { context.side(named: $0) }
    checked.matching = flow.matches.map { Self.withHandWritten($0, checked.properties) }
    checked.firstRun = head.flow.firstRun?.value ?? .full
    checked.linksOnly = head.flow.linksOnly
    if let policies {
      checked.conflict = policies.conflict()
      (checked.sourceDeletion, checked.targetDeletion) = policies.deletions()
    }
    return checked
  }

  /// Two properties that a row converts by hand can only be compared through the same code: the one that follows from
  /// their types would compare what is never equal.
  private static func withHandWritten(_ match: CheckedMatch, _ properties: [CheckedProperty]) -> CheckedMatch {
    var match = match
    for index in match.pairs.indices {
      let pair = match.pairs[index]
      for property in properties where property.outputs.contains(where: { $0.path.text == pair.target.text }) {
        for input in property.inputs {
          guard let conversion = input.conversion, conversion.handWritten != nil,
            case .property(let path) = input.origin, path.text == pair.source.text
          else { continue }
          match.pairs[index].conversion = conversion
        }
      }
    }
    return match
  }
}
