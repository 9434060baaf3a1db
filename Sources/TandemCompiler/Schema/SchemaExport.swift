import TandemSyntax

/// A form in which systems export their schema. A new form is one file and one line in ``SchemaExports``; `verify` and
/// whatever else reads schemas need to know nothing of it.
protocol SchemaExport: Sendable {
  /// The form's name for messages: `Salesforce describe`.
  static var name: String { get }

  /// The schema, or `nil` when the text has another form.
  static func read(_ text: ExportText) -> ExportedSchema?
}

/// The text of an export, read as far as its notation goes.
struct ExportText: Sendable {
  /// The file.
  var file: SourceFile
  /// The root of a JSON text; `nil` for other notations.
  var json: JSONNode?
  /// The root of an XML text; `nil` for other notations.
  var xml: XMLElement?
}

/// The forms, in the order in which they are tried: what has clearer marks comes first.
enum SchemaExports {
  static let all: [any SchemaExport.Type] = [
    DescriptionExport.self, ODataMetadataExport.self, SalesforceDescribeExport.self, JSONSchemaExport.self,
    FieldListExport.self,
  ]

  /// Reads an export in whichever form it has.
  static func read(_ file: SourceFile) -> (schema: ExportedSchema?, diagnostics: [Diagnostic]) {
    var text = ExportText(file: file)
    if Compiler.isYAML(file.path) {
      let faults = Compiler.check(documents: [], systems: [file]).diagnostics.filter { $0.severity == .error }
      if !faults.isEmpty { return (nil, faults) }
    } else {
      do throws(ExportFault) {
        if XMLReader.looksLikeXML(file) {
          text.xml = try XMLReader.read(file)
        } else {
          text.json = try JSONReader.read(file)
        }
      } catch {
        return (nil, [MalformedExport.diagnostic(error)])
      }
    }
    for form in all {
      if let schema = form.read(text) { return (schema, []) }
    }
    return (nil, [UnknownExport.diagnostic(text)])
  }
}
