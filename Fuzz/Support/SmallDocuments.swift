import TandemCompiler
import TandemSemantics
import TandemSyntax

/// The texts that mutants are made of: the examples of all rules, and documents with nearly every form.
public enum SmallDocuments {
  /// An original.
  public struct Original: Sendable {
    /// A name for a file.
    public var name: String
    /// What it is read as.
    public var kind: InputKind
    /// The text.
    public var bytes: [UInt8]
  }

  /// All originals, the same on every run.
  public static let all: [Original] = {
    var originals = [
      Original(name: "every-form", kind: .rst, bytes: Array(RichDocument.rst.utf8)),
      Original(name: "every-form", kind: .yaml, bytes: Array(RichDocument.yaml.utf8)),
      Original(name: "nearly-empty", kind: .yaml, bytes: Array("dataflow: Shop to Ledger\n".utf8)),
    ]
    for rule in RuleRegistry.all {
      for (example, name) in [(rule.failing, "failing"), (rule.passing, "passing")]
      where example.text.utf8.count < 6_000 {
        let kind: InputKind
        switch example.notation {
        case .rst: kind = .rst
        case .yaml: kind = .yaml
        case .systemDescription: kind = .system
        }
        originals.append(Original(name: "\(rule.name)-\(name)", kind: kind, bytes: Array(example.text.utf8)))
      }
    }
    for system in ExampleSystems.all {
      originals.append(Original(name: "example-\(originals.count)", kind: .system, bytes: system.bytes))
    }
    for (number, text) in RichDocument.expressions.enumerated() {
      originals.append(Original(name: "form-\(number)", kind: .expression, bytes: Array(text.utf8)))
    }
    return originals
  }()

  /// The originals of one kind.
  public static func of(_ kind: InputKind) -> [Original] { all.filter { $0.kind == kind } }
}
