/// A document around an expression, so that whatever works on documents can be shown expressions.
public enum ExpressionDocument {
  private static let opening = """
    =======================
    Shop to Ledger Dataflow
    =======================

    Shop Customer to Ledger Account
    -------------------------------
    Every Shop Customer will be synchronized with a Ledger Account.

    Once a link between a Shop Customer and a Ledger Account is established, it will keep in sync between the two \
    systems, regardless of where it is edited.

    Only a Shop Customer with ``
    """

  private static let closing = """
    `` takes part.

    The following properties are synchronized between a Shop Customer and a Ledger Account:

    .. list-table::
       :header-rows: 1

       * - Shop Customer Property
         - Ledger Account Property
         - Ledger Data Type
       * - name
         - Name
         - "string"


    """

  /// The document in RST whose scope is the expression.
  public static func bytes(around expression: [UInt8]) -> [UInt8] {
    Array(opening.utf8) + expression + Array(closing.utf8)
  }
}
