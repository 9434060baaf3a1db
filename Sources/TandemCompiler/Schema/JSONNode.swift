import TandemSyntax

/// A part of a JSON text with its exact place.
struct JSONNode: Sendable {
  /// What the node holds.
  var content: Content
  /// From its first to its last byte.
  var span: SourceSpan

  /// The kinds of nodes.
  indirect enum Content: Sendable {
    case null
    case boolean(Bool)
    /// A number, as written.
    case number(String)
    case string(String)
    case array([JSONNode])
    /// The members in order; of two with one name the last one counts, as everywhere.
    case object([Member])
  }

  /// A member of an object.
  struct Member: Sendable {
    /// The name with its place.
    var name: Located<String>
    var value: JSONNode
  }

  /// The members of an object; none for everything else.
  var members: [Member] {
    if case .object(let members) = content { return members }
    return []
  }

  /// The elements of an array; none for everything else.
  var elements: [JSONNode] {
    if case .array(let elements) = content { return elements }
    return []
  }

  /// The member of an object with a name.
  subscript(_ name: String) -> JSONNode? { members.last { $0.name.value == name }?.value }

  /// The text of a string.
  var string: String? {
    if case .string(let text) = content { return text }
    return nil
  }

  /// True or false.
  var boolean: Bool? {
    if case .boolean(let flag) = content { return flag }
    return nil
  }

  /// A length or a number of digits, also in a string; `nil` for what no system can mean.
  var integer: Int? {
    switch content {
    case .number(let text), .string(let text):
      guard let number = Int(text), (0...Int(Int32.max)).contains(number) else { return nil }
      return number
    default: return nil
    }
  }

  /// The texts of an array of strings; a single string counts as one.
  var strings: [String] { string.map { [$0] } ?? elements.compactMap(\.string) }

  /// True for an object or an array.
  var isComposite: Bool {
    switch content {
    case .object, .array: return true
    default: return false
    }
  }
}
