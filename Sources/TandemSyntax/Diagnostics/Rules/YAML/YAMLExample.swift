extension Rule.Example {
  /// A document with one flow.
  ///
  /// - Parameter lines: Further keys of the flow, each line indented by two blanks when it is inserted.
  static func flow(_ lines: String) -> Rule.Example {
    var indented = ""
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) { indented += "  \(line)\n" }
    return .yaml(
      """
      dataflow: Customerp to Salesforce
      flows:
      - flow: Customerp Order to Salesforce Invoice
        match: [{number: DocumentNumber__c}]
        properties:
        - {source: status, target: Status, type: string}

      """ + indented)
  }
}
