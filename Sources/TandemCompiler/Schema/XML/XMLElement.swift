import TandemSyntax

/// An element of an XML text with its exact places. Prefixes are dropped: the schemas that are read use no name of two
/// namespaces for two things.
struct XMLElement: Sendable {
  /// The name without its prefix.
  var name: String
  /// The attributes in their order, those that declare namespaces among them.
  var attributes: [Attribute] = []
  /// The elements inside.
  var children: [XMLElement] = []
  /// The text inside, without that of the elements inside.
  var text = ""
  /// The start tag.
  var span: SourceSpan

  /// An attribute.
  struct Attribute: Sendable {
    /// The prefix; empty without one.
    var prefix: String
    /// The name without its prefix.
    var name: String
    /// The value with the place between its quotation marks.
    var value: Located<String>
  }

  /// The value of an attribute without a prefix.
  subscript(_ name: String) -> String? { located(name)?.value }

  /// The value of an attribute without a prefix, with its place.
  func located(_ name: String) -> Located<String>? {
    attributes.first { $0.prefix.isEmpty && $0.name == name }?.value
  }

  /// The value of an attribute with any prefix.
  func prefixed(_ name: String) -> String? { attributes.first { !$0.prefix.isEmpty && $0.name == name }?.value.value }

  /// The elements inside that have a name.
  func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}
