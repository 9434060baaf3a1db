/// Why no conversion can be made from a name and arguments.
public enum ConversionFault: Error, Hashable, Sendable {
  /// There is none of the name.
  case unknown(name: String)
  /// It takes no argument with the label; with the labels that it takes.
  case unknownArgument(label: String, known: [String])
  /// An argument stands there twice.
  case repeated(label: String)
  /// An argument is missing.
  case missing(ConversionParameter)
  /// An argument is of another kind.
  case misfit(ConversionParameter)
  /// The arguments make no sense.
  case senseless([ConversionParameter])

  /// What is wrong and what to write, as a sentence.
  public var sentence: String {
    switch self {
    case .unknown(let name): return "There is no conversion `\(name)`."
    case .unknownArgument(let label, let known):
      let takes = known.isEmpty ? "It takes none." : "It takes \(known.map { "`\($0)`" }.joined(separator: ", "))."
      return "It takes no argument `\(label)`. " + takes
    case .repeated(let label): return "The argument `\(label)` stands there twice."
    case .missing(let parameter): return "It needs `\(parameter.label)`, \(parameter.meaning)."
    case .misfit(let parameter):
      return "`\(parameter.label)`, \(parameter.meaning), must be a \(parameter.kind.rawValue)."
    case .senseless(let parameters):
      let all = parameters.map { "`\($0.label)` is \($0.meaning)" }.joined(separator: "; ")
      return "Its arguments make no sense: \(all)."
    }
  }
}
