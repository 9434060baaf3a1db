import TandemSyntax

/// Where the navigation properties of a type of entities lead, and which of its other properties hold the keys of those
/// records.
struct ODataReferences {
  /// A way to other records.
  struct Navigation {
    var name: Located<String>
    var target: ODataModel.StructuredType
    var isCollection: Bool
  }

  /// The ways, in their order.
  private(set) var navigations: [Navigation] = []
  private var byProperty: [String: [String]] = [:]

  init(_ type: ODataModel.StructuredType, of model: ODataModel) {
    for element in model.lineage(of: type).flatMap({ $0.element.children("NavigationProperty") }) {
      guard let name = element.located("Name") else { continue }
      if let written = element["Type"] {
        guard let target = model.entityType(ODataTypes.elementType(written)) else { continue }
        navigations.append(
          Navigation(name: name, target: target, isCollection: ODataTypes.isCollection(written)))
        let constraints = element.children("ReferentialConstraint").filter { constraint in
          model.key(of: target) == [constraint["ReferencedProperty"]]
        }
        for constraint in constraints {
          note(constraint["Property"], leadsTo: target)
        }
      } else {
        addAssociation(element, name: name, of: model)
      }
    }
  }

  /// The entities whose keys a property holds.
  func targets(of property: String) -> [String] { byProperty[property] ?? [] }

  private mutating func note(_ property: String?, leadsTo target: ODataModel.StructuredType) {
    guard let property, !byProperty[property, default: []].contains(target.name.value) else { return }
    byProperty[property, default: []].append(target.name.value)
  }

  /// Before version 4 a way names an association, whose ends and constraint stand elsewhere.
  private mutating func addAssociation(_ element: XMLElement, name: Located<String>, of model: ODataModel) {
    guard let association = model.associations[model.full(element["Relationship"] ?? "")],
      let end = association.children("End").first(where: { $0["Role"] == element["ToRole"] }),
      let target = model.entityType(end["Type"] ?? "")
    else { return }
    navigations.append(Navigation(name: name, target: target, isCollection: end["Multiplicity"] == "*"))
    for constraint in association.children("ReferentialConstraint") {
      guard let dependent = constraint.children("Dependent").first, dependent["Role"] == element["FromRole"],
        let principal = constraint.children("Principal").first, principal["Role"] == element["ToRole"]
      else { continue }
      let keys = principal.children("PropertyRef").map { $0["Name"] }
      guard keys.count == 1, model.key(of: target) == [keys[0] ?? ""] else { continue }
      note(dependent.children("PropertyRef").first?["Name"], leadsTo: target)
    }
  }
}
