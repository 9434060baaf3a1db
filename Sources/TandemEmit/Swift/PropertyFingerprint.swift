import TandemSemantics
import TandemValues

/// A number that changes exactly when the meaning of a shared property's rows changes: paths, types, conversions with
/// their arguments, combination. Lines, directions and policies are no part of it, because they leave stored bases valid.
public enum PropertyFingerprint {
  /// The fingerprint: FNV-1a of a description of the property.
  public static func of(_ property: CheckedProperty) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in describe(property).utf8 {
      hash ^= UInt64(byte)
      hash = hash &* 0x0000_0100_0000_01B3
    }
    return hash
  }

  private static func describe(_ property: CheckedProperty) -> String {
    var parts = ["type \(property.type)", "combination \(property.combination)"]
    for input in property.inputs {
      switch input.origin {
      case .property(let path): parts.append("from \(describe(path))")
      case .constant(let value): parts.append("constant \(value)")
      case .parameter(let position): parts.append("parameter \(position)")
      }
      parts.append(describe(input.conversion))
      if let condition = input.condition { parts.append("when \(condition)") }
    }
    for output in property.outputs {
      parts.append("into \(describe(output.path))")
      parts.append(describe(output.normaliser))
    }
    if let translation = property.translation { parts.append("translation \(translation)") }
    if let value = property.defaultValue { parts.append("default \(value)") }
    return parts.joined(separator: "\u{1F}")
  }

  private static func describe(_ path: ResolvedPath) -> String {
    let dependencies = path.dependencies.map { dependency in
      "\(dependency.steps.map(\.name).joined(separator: ".")) in \(dependency.values)"
    }
    return ([path.text] + dependencies).joined(separator: " having ")
  }

  private static func describe(_ conversion: (any Conversion)?) -> String {
    ConversionExpressions.parts(conversion).map { part in "\(type(of: part).name)(\(part.arguments))" }
      .joined(separator: ">")
  }
}
