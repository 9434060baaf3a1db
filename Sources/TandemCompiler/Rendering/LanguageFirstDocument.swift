import TandemSyntax

extension LanguagePage {
  /// A small document in YAML; a test checks it against the sample systems.
  static let exampleYAML = """
    dataflow: Custom CRM to Salesforce
    generated: "2026-11-01 09:00:00"
    introduction: "The customers of Custom CRM are the accounts of Salesforce."
    flows:
    - flow: Custom CRM Customer to Salesforce Account
      create: always
      match:
      - {customerNumber: AccountNumber}
      properties:
      - {source: customerNumber, target: AccountNumber, type: string, direction: to Salesforce}
      - {source: name, target: Name, type: string, wins: Custom CRM}
      - {source: phone, target: Phone, type: string}
    """

  /// The same document in RST, as `tandem convert` prints it.
  static var exampleRST: String {
    let file = SourceFile(path: "first.yaml", text: exampleYAML + "\n")
    return YAMLReader.read(file).product.map(RSTWriter.write) ?? ""
  }
}
