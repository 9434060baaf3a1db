extension Rule.Example {
  /// A document that shows an expression in the place where most of them stand.
  ///
  /// - Parameter expression: The text of the `where` entry, which is put between single quotation marks.
  static func condition(_ expression: String) -> Rule.Example {
    var quoted = ""
    for character in expression { quoted += character == "'" ? "''" : String(character) }
    return .yaml(
      """
      dataflow: Customerp to Salesforce
      flows:
      - flow: Customerp Order to Salesforce Invoice
        where: '\(quoted)'
        match:
        - {number: DocumentNumber__c}
        properties:
        - {source: status, target: Status, type: string}

      """)
  }

  /// A document with one row, to show a property path.
  static func row(source: String) -> Rule.Example {
    .yaml(
      """
      dataflow: Customerp to Salesforce
      flows:
      - flow: Customerp Order to Salesforce Invoice
        match:
        - {number: DocumentNumber__c}
        properties:
        - {source: \(source), target: Status, type: string}

      """)
  }

  /// A document in which a deletion archives the partner, to show a literal.
  static func archive(_ literal: String) -> Rule.Example {
    .yaml(
      """
      dataflow: Customerp to Salesforce
      flows:
      - flow: Customerp Order to Salesforce Invoice
        match:
        - {number: DocumentNumber__c}
        deletion:
          Customerp: 'archive with Status = \(literal)'
        properties:
        - {source: status, target: Status, type: string}

      """)
  }
}
