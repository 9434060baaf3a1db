/// The document that the examples of the rules on RST documents are made of.
enum RSTExample {
  /// A whole document without faults.
  static let document = """
    ===========================
    Shopbase to Ledger Dataflow
    ===========================

    Generated: 2024-05-17 09:30:00

    Introduction
    ------------

    Shop customers become customers of the ledger.

    Shopbase Client to Ledger Customer
    ----------------------------------
    Every Shopbase Client will be synchronized with a Ledger Customer.

    If a matching Ledger Customer already exists, the Shopbase Client will be merged with the existing one.
    If no matching Ledger Customer is found, a new Ledger Customer will be created.

    A Shopbase Client will merge with a Ledger Customer if one of the following property combinations match:

    .. list-table::
       :header-rows: 1

       * - Shopbase Client Property
         - Ledger Customer Property
       * - email
         - MailAddress

    Once a link between a Shopbase Client and a Ledger Customer is established, it will keep in sync between the two \
    systems, regardless of where it is edited.

    If both sides have changed, the newest edit wins.

    The following properties are synchronized between a Shopbase Client and a Ledger Customer:

    .. list-table::
       :header-rows: 1

       * - Shopbase Client Property
         - Ledger Customer Property
         - Ledger Data Type
         - Direction
         - Rule
       * - name
         - CustomerName
         - "string"
         - to Ledger
         - default "unknown"
       * - email
         - MailAddress
         - "string"
         -
         -

    """

  /// The document without faults, as the corrected half of a rule's page.
  static var passing: Rule.Example { .rst(document) }

  /// The document with one line changed, or left out.
  ///
  /// - Parameters:
  ///   - line: The line as it stands in ``document``, without its indentation.
  ///   - replacement: What stands there instead (with the line's own indentation); `nil` leaves the line out.
  static func failing(_ line: String, _ replacement: String?) -> Rule.Example {
    var isDone = false
    var result: [String] = []
    for text in document.split(separator: "\n", omittingEmptySubsequences: false) {
      let indentation = text.prefix { $0 == " " }
      if !isDone, text.dropFirst(indentation.count) == line {
        isDone = true
        if let replacement { result.append(indentation + replacement) }
      } else {
        result.append(String(text))
      }
    }
    return .rst(result.joined(separator: "\n"))
  }
}
