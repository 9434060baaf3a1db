import TandemSyntax

/// The example that a package starts with when it is given no documents: a web shop and a bookkeeping.
enum StarterSpecs {
  static let document = SourceFile(
    path: "Specs/dataflows/webshop-to-bookkeeping.rst",
    text: """
      ===============================
      Webshop to Bookkeeping Dataflow
      ===============================

      Generated: 2026-11-20 09:00:00

      Introduction
      ------------

      Whoever buys in the web shop is a debtor in the bookkeeping, and every order is billed there.

      Webshop Customer to Bookkeeping Debtor
      --------------------------------------
      Every Webshop Customer will be synchronized with a Bookkeeping Debtor.

      If a matching Bookkeeping Debtor already exists, the Webshop Customer will be merged with the existing one.
      If no matching Bookkeeping Debtor is found, a new Bookkeeping Debtor will be created.

      A Webshop Customer will merge with a Bookkeeping Debtor if one of the following property combinations match:

      .. list-table::
         :header-rows: 1

         * - Webshop Customer Property
           - Bookkeeping Debtor Property
         * - email
           - invoiceEmail

      Once a link between a Webshop Customer and a Bookkeeping Debtor is established, it will keep in sync between the two systems, regardless of where it is edited.

      If both sides have changed, the newest edit wins.

      When a Webshop Customer is deleted, the link is dropped.

      When a Bookkeeping Debtor is deleted, the link is dropped.

      The following properties are synchronized between a Webshop Customer and a Bookkeeping Debtor:

      .. list-table::
         :header-rows: 1

         * - Webshop Customer Property
           - Bookkeeping Debtor Property
           - Bookkeeping Data Type
           - Direction
           - Rule
         * - email
           - invoiceEmail
           - "string"
           -
           -
         * - name
           - name
           - "string"
           -
           -
         * - phone
           - telephone
           - "string"
           -
           -
         * - city
           - town
           - "string"
           -
           -


      Webshop Order to Bookkeeping Invoice
      ------------------------------------
      Every Webshop Order will be synchronized with a Bookkeeping Invoice.

      If a matching Bookkeeping Invoice already exists, the Webshop Order will be merged with the existing one.
      If no matching Bookkeeping Invoice is found, a new Bookkeeping Invoice will be created.

      A Webshop Order will merge with a Bookkeeping Invoice if one of the following property combinations match:

      .. list-table::
         :header-rows: 1

         * - Webshop Order Property
           - Bookkeeping Invoice Property
         * - orderNumber
           - reference

      Once a link between a Webshop Order and a Bookkeeping Invoice is established, it will keep in sync between the two systems, regardless of where it is edited.

      If both sides have changed, Webshop wins.

      When a Webshop Order is deleted, the link is dropped.

      When a Bookkeeping Invoice is deleted, the link is dropped.

      The following properties are synchronized between a Webshop Order and a Bookkeeping Invoice:

      .. list-table::
         :header-rows: 1

         * - Webshop Order Property
           - Bookkeeping Invoice Property
           - Bookkeeping Data Type
           - Direction
           - Rule
         * - orderNumber
           - reference
           - "string"
           - to Bookkeeping
           -
         * - customerId
           - debtorId
           - "integer"
           - to Bookkeeping
           - reference Customer to Debtor
         * - placedOn
           - invoiceDate
           - "date"
           - to Bookkeeping
           -
         * - total
           - amount
           - "decimal"
           - to Bookkeeping
           -
         * - status
           - state
           - "string"
           -
           - values Order status


      Values: Order status
      --------------------

      .. list-table::
         :header-rows: 1

         * - Webshop Value
           - Bookkeeping Value
         * - open
           - unpaid
         * - paid
           - paid
         * - cancelled
           - credited
         * - otherwise
           - error


      """)

  static let systems = [
    SourceFile(
      path: "Specs/systems/webshop.yaml",
      text: """
        system: Webshop
        about: Where customers order.
        protocol: sql
        modified: modifiedAt
        changes: {cursor: rowVersion, kind: rowversion, deletes: {kind: feed}}
        entities:
          Customer:
            about: Somebody who has an account in the shop.
            title: name
            properties:
              id: {type: integer, key: true, readOnly: true}
              email: {type: string, max: 80, required: true}
              name: {type: string, max: 80, required: true}
              phone: {type: string, max: 30}
              city: {type: string, max: 40}
              modifiedAt: {type: datetime, readOnly: true}
              rowVersion: {type: integer, readOnly: true}
          Order:
            about: What a customer has ordered.
            title: orderNumber
            properties:
              id: {type: integer, key: true, readOnly: true}
              orderNumber: {type: string, max: 20, required: true, unique: true, label: Order number}
              customerId: {type: integer, required: true, ref: Customer, label: Customer}
              placedOn: {type: date, required: true, label: Placed on}
              total: {type: decimal, precision: 12, scale: 2, about: In euro.}
              status: {type: enum, values: [open, paid, cancelled], default: open}
              modifiedAt: {type: datetime, readOnly: true}
              rowVersion: {type: integer, readOnly: true}

        """),
    SourceFile(
      path: "Specs/systems/bookkeeping.yaml",
      text: """
        system: Bookkeeping
        about: Where debtors and invoices are kept.
        protocol: sql
        modified: modifiedAt
        changes: {cursor: rowVersion, kind: rowversion, deletes: {kind: feed}}
        entities:
          Debtor:
            about: Somebody who owes us money.
            title: name
            properties:
              id: {type: integer, key: true, readOnly: true}
              invoiceEmail: {type: string, max: 80, required: true, label: E-mail for invoices}
              name: {type: string, max: 80, required: true}
              telephone: {type: string, max: 30}
              town: {type: string, max: 40}
              modifiedAt: {type: datetime, readOnly: true}
              rowVersion: {type: integer, readOnly: true}
          Invoice:
            about: What a debtor has to pay.
            title: reference
            properties:
              id: {type: integer, key: true, readOnly: true}
              reference: {type: string, max: 20, required: true, unique: true, about: The number of the order.}
              debtorId: {type: integer, required: true, ref: Debtor, label: Debtor}
              invoiceDate: {type: date, required: true, label: Date}
              amount: {type: decimal, precision: 12, scale: 2, about: In euro.}
              state: {type: enum, values: [unpaid, paid, credited], default: unpaid}
              modifiedAt: {type: datetime, readOnly: true}
              rowVersion: {type: integer, readOnly: true}

        """),
  ]
}
