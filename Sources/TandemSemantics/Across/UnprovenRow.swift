import TandemSyntax
import TandemValues

/// A row that may stand in a ring of flows, and whose values the proof of rings (``UnsettledCycle``) does not follow. What
/// is not in such a list was run, or is the same everywhere.
public struct UnprovenRow: Sendable {
  /// The document.
  public var file: String
  /// The lines of the connected rows, from 1.
  public var lines: [Int]
  /// The title of the flow.
  public var flow: String
  /// Why.
  public var reason: Reason

  /// Why the values of a row are not followed.
  public enum Reason: String, Sendable {
    /// Several properties are joined, so that no one of them comes back alone.
    case joined
    /// Whether the row works depends on other properties.
    case conditional
    /// Keys are translated; what comes back depends on the links.
    case translated
    /// The row writes only what is empty.
    case onlyIfEmpty = "only-if-empty"
    /// The value comes from no property, and is written again and again.
    case constant
    /// Of several sources the first is followed, the others are not.
    case furtherChoices = "further-choices"
  }
}

extension UnprovenRow {
  /// The rows of some joined flows that may stand in a ring: both of their ends are kept in step by another flow too.
  ///
  /// - Parameter flows: The flows with their documents.
  static func rows(in flows: [(file: String, flow: CheckedFlow)]) -> [UnprovenRow] {
    let cyclic = cyclic(flows)
    guard cyclic.count > 2 else { return [] }
    var users: [String: Set<String>] = [:]
    for (_, flow) in cyclic {
      for property in flow.properties where property.direction != .atCreation {
        for place in sources(of: property, in: flow) + targets(of: property, in: flow) {
          users[place, default: []].insert(pair(flow))
        }
      }
    }
    func isShared(_ places: [String]) -> Bool { places.contains { users[$0, default: []].count > 1 } }
    return cyclic.flatMap { file, flow in
      flow.properties.compactMap { property -> UnprovenRow? in
        guard property.direction != .atCreation, let reason = reason(property),
          isShared(targets(of: property, in: flow)),
          reason == .constant || isShared(sources(of: property, in: flow))
        else { return nil }
        return UnprovenRow(file: file, lines: property.lines, flow: flow.title, reason: reason)
      }
    }
  }

  private static func reason(_ property: CheckedProperty) -> Reason? {
    if property.translation != nil { return .translated }
    if case .onlyIfEmpty = property.direction { return .onlyIfEmpty }
    switch property.combination {
    case .join: return .joined
    case .byCondition: return .conditional
    case .single, .firstNonEmpty: break
    }
    if property.inputs.contains(where: { $0.condition != nil }) { return .conditional }
    guard case .property? = property.inputs.first?.origin else { return .constant }
    return property.inputs.count > 1 ? .furtherChoices : nil
  }

  /// The flows on a way that comes back to where it began: entities with one neighbour are taken off first.
  private static func cyclic(_ flows: [(file: String, flow: CheckedFlow)]) -> [(file: String, flow: CheckedFlow)] {
    var neighbours: [String: Set<String>] = [:]
    for (_, flow) in flows {
      neighbours[name(flow.source), default: []].insert(name(flow.target))
      neighbours[name(flow.target), default: []].insert(name(flow.source))
    }
    var leaves = neighbours.filter { $0.value.count < 2 }.map(\.key)
    while let leaf = leaves.popLast() {
      for neighbour in neighbours.removeValue(forKey: leaf) ?? [] {
        neighbours[neighbour]?.remove(leaf)
        if neighbours[neighbour]?.count == 1 { leaves.append(neighbour) }
      }
    }
    return flows.filter { neighbours[name($0.flow.source)] != nil && neighbours[name($0.flow.target)] != nil }
  }

  private static func name(_ entity: EntityModel) -> String { entity.system + " " + entity.name }

  /// The two entities of a flow, in whichever direction.
  private static func pair(_ flow: CheckedFlow) -> String {
    [name(flow.source), name(flow.target)].sorted().joined(separator: " - ")
  }

  private static func sources(of property: CheckedProperty, in flow: CheckedFlow) -> [String] {
    property.inputs.compactMap { input in
      guard case .property(let path) = input.origin else { return nil }
      return name(flow.source) + "." + path.text
    }
  }

  private static func targets(of property: CheckedProperty, in flow: CheckedFlow) -> [String] {
    property.outputs.map { name(flow.target) + "." + $0.path.text }
  }
}
