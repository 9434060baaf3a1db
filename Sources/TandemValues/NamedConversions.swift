extension ConversionCatalog {
  /// The conversion of that name; `nil` for an unknown one.
  public static func type(named name: String) -> (any NamedConversion.Type)? {
    name == CustomConversion.name ? CustomConversion.self : all.first { $0.name == name }
  }

  /// The conversion of that name with those arguments.
  ///
  /// Arguments are found by their label, or by their place where the label is empty.
  ///
  /// - Throws: ``ConversionFault`` where there is none of the name, an argument is missing, unknown, repeated or of another
  ///   kind, or they make no sense (a format that is no pattern).
  public static func make(
    _ name: String, _ arguments: [ConversionArgument]
  ) throws(ConversionFault) -> any Conversion {
    guard let type = type(named: name) else { throw .unknown(name: name) }
    let parameters = type.parameters
    var literals: [String: ConversionArgument.Literal] = [:]
    for (place, argument) in arguments.enumerated() {
      let byPlace = argument.label.isEmpty && parameters.indices.contains(place) ? parameters[place] : nil
      guard let parameter = byPlace ?? parameters.first(where: { $0.label == argument.label }) else {
        throw .unknownArgument(label: argument.label, known: parameters.map(\.label))
      }
      guard literals.updateValue(argument.value, forKey: parameter.label) == nil else {
        throw .repeated(label: parameter.label)
      }
    }
    for parameter in parameters {
      let literal = literals[parameter.label] ?? ConversionArgument.Literal.none
      if parameter.takes(literal) { continue }
      throw literal == .none ? .missing(parameter) : .misfit(parameter)
    }
    guard let conversion = type.make(ConversionArguments(literals)) else { throw .senseless(parameters) }
    return conversion
  }

  /// The same; `nil` where none can be made.
  public static func named(_ name: String, arguments: [ConversionArgument]) -> (any Conversion)? {
    try? make(name, arguments)
  }

  /// The names of all conversions, in the order of the catalog.
  public static var names: [String] { all.map { $0.name } }

  /// The names of those that need no argument.
  public static var withoutArguments: [String] {
    all.filter { !$0.parameters.contains { $0.isRequired } }.map { $0.name }
  }

  /// The labels of the arguments that the named conversion takes, in order; `nil` for an unknown name.
  public static func labels(of name: String) -> [String]? { type(named: name)?.parameters.map(\.label) }
}
