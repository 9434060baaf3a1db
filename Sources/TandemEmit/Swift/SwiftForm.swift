import TandemValues

/// What a Swift expression of generated code holds: an optional of one of the types of properties, or a `Value`.
indirect enum SwiftForm: Equatable {
  case string, integer, decimal, float, boolean, date, time, datetime, guid, binary
  case list(SwiftForm)
  /// A `Value`, where the two sides have different Swift types: keys that are translated, and structured properties.
  case value

  /// The form of a declared type.
  init(_ type: ValueType) {
    switch type {
    case .string, .json, .enumeration: self = .string
    case .integer: self = .integer
    case .decimal: self = .decimal
    case .float: self = .float
    case .boolean: self = .boolean
    case .date: self = .date
    case .time: self = .time
    case .datetime: self = .datetime
    case .guid: self = .guid
    case .binary: self = .binary
    case .object: self = .value
    case .list(let element):
      switch SwiftForm(element) {
      case .value, .list, .binary: self = .value
      case let form: self = .list(form)
      }
    }
  }

  /// The form of a literal; `nil` for a missing value, which has every form.
  init?(_ value: Value) {
    switch value {
    case .absent, .null: return nil
    case .string: self = .string
    case .integer: self = .integer
    case .decimal: self = .decimal
    case .float: self = .float
    case .boolean: self = .boolean
    case .date: self = .date
    case .time: self = .time
    case .datetime: self = .datetime
    case .guid: self = .guid
    case .binary: self = .binary
    case .list, .object: self = .value
    }
  }

  /// The form of what a typed conversion takes or gives.
  init(_ type: any PropertyType.Type) {
    let forms: [(any PropertyType.Type, SwiftForm)] = [
      (String.self, .string), (Int64.self, .integer), (DecimalNumber.self, .decimal), (Double.self, .float),
      (Bool.self, .boolean), (CalendarDate.self, .date), (TimeOfDay.self, .time), (Timestamp.self, .datetime),
      (GUID.self, .guid), ([UInt8].self, .binary), ([String].self, .list(.string)),
    ]
    self = forms.first { $0.0 == type }?.1 ?? .value
  }

  /// The type of a stored property.
  var typeName: String {
    switch self {
    case .string: return "String"
    case .integer: return "Int64"
    case .decimal: return "DecimalNumber"
    case .float: return "Double"
    case .boolean: return "Bool"
    case .date: return "CalendarDate"
    case .time: return "TimeOfDay"
    case .datetime: return "Timestamp"
    case .guid: return "GUID"
    case .binary: return "[UInt8]"
    case .list(let element): return "[\(element.typeName)]"
    case .value: return "Value"
    }
  }

  /// The function of `Field` that reads it from a `Value`, and the label of the one that makes a `Value` of it.
  var word: String {
    switch self {
    case .string: return "string"
    case .integer: return "integer"
    case .decimal: return "decimal"
    case .float: return "float"
    case .boolean: return "boolean"
    case .date: return "date"
    case .time: return "time"
    case .datetime: return "datetime"
    case .guid: return "guid"
    case .binary: return "binary"
    case .list: return "list"
    case .value: return "value"
    }
  }
}

/// A Swift expression with what it holds.
struct SwiftExpression {
  var call: SwiftCall
  var form: SwiftForm
  /// True when it must be tried.
  var isThrowing = false
  /// The property that messages name.
  var property: String

  init(_ text: String, _ form: SwiftForm, property: String) {
    self.call = SwiftCall(text, nil)
    self.form = form
    self.property = property
  }

  /// A literal in a form; a missing value is `nil`, or null where it is a `Value`.
  init(_ literal: Value, as form: SwiftForm, property: String) {
    let own = SwiftForm(literal)
    if let own, own != .value, form != .value {
      self.init(SwiftLiteral.typed(literal), own, property: property)
    } else {
      let text = SwiftLiteral.value(literal)
      self.init(
        own == nil && form != .value ? "nil" : text.hasPrefix(".") ? "Value" + text : text,
        own == nil ? form : .value, property: property)
    }
  }

  /// The expression in another form.
  func inForm(_ wanted: SwiftForm) -> SwiftExpression {
    if wanted == form { return self }
    var result = self
    if wanted == .value {
      switch form {
      case .list(let element):
        result.call = SwiftCall(
          "Field.value",
          [("list", .call(call)), ("", .text("{ Field.value(\(element.word): $0) }"))])
      default: result.call = SwiftCall("Field.value", [(form.word, .call(call))])
      }
      result.form = .value
      return result
    }
    guard form == .value else { return inForm(.value).inForm(wanted) }
    let name = SwiftCall.Argument.text(SwiftLiteral.string(property))
    if case .list(let element) = wanted {
      result.call = SwiftCall(
        "Field.list", [("", .call(call)), ("", name), ("", .text("Field.\(element.word)"))])
    } else {
      result.call = SwiftCall("Field.\(wanted.word)", [("", .call(call)), ("", name)])
    }
    result.form = wanted
    result.isThrowing = true
    return result
  }

  /// The expression after one elementary conversion, forward or backward.
  func applying(_ conversion: any Conversion, as expression: String, backward: Bool) -> SwiftExpression {
    let arguments: (SwiftCall) -> [(label: String, value: SwiftCall.Argument)] = { call in
      [("", .call(call)), ("", .text(SwiftLiteral.string(property))), ("", .text(expression))]
    }
    let ends: (input: SwiftForm, output: SwiftForm)
    if let typed = conversion as? any TypedConversion {
      ends = Self.forms(typed)
    } else if let custom = conversion as? CustomConversion, let takes = custom.takes, let gives = custom.gives {
      ends = (SwiftForm(takes), SwiftForm(gives))
    } else {
      var result = inForm(.value)
      result.call = SwiftCall(backward ? "Field.write" : "Field.read", arguments(result.call))
      result.isThrowing = true
      return result
    }
    if conversion is TrimmedString {
      var result = inForm(.string)
      result.call = SwiftCall("Field.trim", [("", .call(result.call))])
      return result
    }
    var result = inForm(backward ? ends.output : ends.input)
    result.call = SwiftCall(backward ? "Field.restore" : "Field.convert", arguments(result.call))
    result.form = backward ? ends.input : ends.output
    result.isThrowing = true
    return result
  }

  private static func forms<Typed: TypedConversion>(_ conversion: Typed) -> (input: SwiftForm, output: SwiftForm) {
    (SwiftForm(Typed.Input.self), SwiftForm(Typed.Output.self))
  }
}
