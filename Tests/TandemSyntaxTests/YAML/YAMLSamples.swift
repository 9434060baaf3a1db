/// Valid texts of the part of YAML that Tandem uses, each with something that readers get wrong.
enum YAMLSamples {
  static let all: [String] = [
    sketch, system,
    "", "# only a comment\n", "---\na: b\n...\n", "--- # begin\n- a\n- b\n", "\u{FEFF}a: b\n", "a: b",
    "a: b\r\nc: d\r\n",
    "plain", "'quoted'", "[]", "{}", "[a, b]", "{a: b}\n", "- \n- a\n-\n", "a:\nb:\n  \nc: \n",
    "a:\n- b\n- c\nd: e\n", "a:\n  - b\n  - c\nd: e\n", "- - a\n  - b\n- - c\n", "- a: b\n  c: d\n-\n  e: f\n",
    "- a:\n    b: c\n  d:\n  - e\n", "a:\n    b:\n        c: d\n    e: f\n", "  a: b\n  c: d\n",
    "a: NO\nb: on\nc: 0123\nd: ~\ne: null\nf: 1e3\ng: 2024-01-01\n", "a : b\n\"c\" : d\n'e': f\n",
    "a: b # comment\n# c\n  # d\ne: f#g\nh: 'i' # j\n", "a: b c  d  \n", "a: http://x:80/y?z#w\n",
    "a: -1\nb: -x\nc: ?x\nd: :x\n",
    "a: one\n  two\n\n  three\n   four\nb: c\n", "- one\n  two\n- three\n", "a:\n  one\n  two\n",
    "a: 'it''s'\nb: ''\nc: ''''\nd: 'x''''y'\n",
    "a: \"\\\"\\\\\\n\\t\\x41\\u00e9\\U0001F600\\/\\0\\e\\_\\N\\L\\P\\ \"\n",
    "a: 'one\n  two\n\n  three '\nb: \"one \n   two\\\n   three \\\n\n   four\\n\n  five\"\n",
    "a: \"\n  b\n  \"\nc: '\n\n  d'\n", "'a: b': c\n\"d # e\": f\n'it''s': g\n",
    "a: [b, [c, d], {e: f}, 'g, h', \"i]\"]\n", "a: [\n  b, # one\n  c,\n]\nd: {\n  e: f,\n  g: [h]\n}\n",
    "a: {b: c d, e: f: , g: 'h'}\n", "a: {b: , c: }\n", "{\"a\":1, 'b':2, \"c\" :3}\n", "[a\n  b, c]\n",
    "[a b  c , d]\n",
    "{a: one\n  two, b: c}\n", "- {a: b}\n- {c: d}  # e\n- [f]\n", "a: [b, ]\n", "{a: x#y, b: [c#d]}\n",
    "a: |\n  one\n   two\n\n  three\n\n\nb: c\n",
    "a: |-\n  one\n  two\nb: >-\n  one\n  two\n\n  three\n    four\n  five\n",
    "a: |+\n  one\n\n\nb: >+\n  x\n\n", "a: |2\n    one\n   two\n", "a: >2-\n   one\n  two\n",
    "a: | # comment\n  # text\n  b\nc: d\n",
    "- |\n one\n two\n- >\n  three\n  four\n", "a: |\n\n\n  one\n", "a: |\nb: c\n",
    "a: >\n\n  one\n\n  two\n   three\n\n   four\n  five\n",
    "a: |\n  one", "a: >\n  one\n  two", "a: |\n  tab\there\n  \ttab first\n", "a: |\r\n  one\r\n  two\r\nb: c\r\n",
    "a: b\tc\t\nd:\te\n", "é: ü\nx: 😀\n", "a: [😀, é]\n", "a: one\n\n\n", "- 'a'\n\n- 'b'\n  \n- c\n",
    "a:\n  - b: c\n    d: e\n  -   f: g\n      h: i\n", "a: (b) c%d @e `f` !g &h *i\n", "a.b_c-d e: f\n", "a: b\n---\n",
    "x: [a, b]  \n\n# end",
    "a: - b\n".replacing("- b", with: "\"- b\""), "- # comment\n  a\n", "- # comment\n  a: b\n", "a: # comment\n  b\n",
    "a: # comment\n  - b\n", "a: \"b\n\n\n  c\"\n", "a: b\n  c: d".replacing(": d", with: ":d"), "a: 'b' \n",
    "a: x, y ] }\n",
  ].filter { !$0.hasSuffix("---\n") && !$0.contains("e: f: ,") }

  static let sketch = """
    dataflow: Customerp to Salesforce
    generated: "2024-09-10 15:43:43"
    parameters: {salesProfile: {type: string}}           # set per environment, checked
    values:
      Order status: {Shipped: Posted, Closed: Paid, "NO": Void, otherwise: error}
    flows:
    - flow: Customerp Order to Salesforce Invoice
      where: 'kind = "final"'                            # scope: outside it nothing is linked or written
      create: 'when status in ("Shipped", "Closed")'     # always | never | when ... | connected to ...
      match:                                             # alternatives; all pairs of one item must match
      - {number: DocumentNumber__c, company: Company__c}
      - {guid: Sync_Id__c}
      conflict: newest                                   # newest | Customerp wins | Salesforce wins | ask
      deletion: {Customerp: 'archive with Status = "Void"', Salesforce: ignore}  # key = side where it is deleted
      first run: link only
      properties:
      - {source: invoiceEmail,   target: BillingEmail__c, type: string, choice: 1}
      - {source: customer.email, target: BillingEmail__c, type: string, choice: 2, direction: to Salesforce}
      - {source: status,     target: Status, type: string, values: Order status, wins: Customerp}
      - {source: customerId, target: BillingAccountId, lookup: Account, by: {customer.number: AccountNumber}}
      - {source: projectId,  target: Task__c, reference: Project to Task}
      - {target: CurrencyIsoCode, constant: EUR, direction: at creation}
    - flow: Customerp Order.lines to Salesforce InvoiceLine   # one element, one record
      parent: Order to Invoice via InvoiceId
      match: [{lineNumber: LineNumber__c}]

    """

  static let system = """
    # Where the facts come from.
    system: Custom ERP
    aliases: [Customerp, CustomERP]
    about: The system that ships
      and bills.
    protocol: sql
    modified: modifiedAt
    changes: {cursor: rowVersion, kind: rowversion, deletes: {kind: feed, retention: 60d}}
    entities:

      Order:
        label: Sales order
        resource: salesorder/SalesOrders
        title: orderNumber
        externalKey: syncId
        changes: {cursor: modifiedAt, kind: timestamp, lookback: 5m, deletes: {kind: flag, property: isDeleted}}
        properties:
          id: {type: integer, key: true, readOnly: true, label: Number, source: the screen}
          customerId: {type: integer, required: true, ref: Customer}
          anyId: {type: integer, ref: [Customer, Order]}
          status: {type: enum, values: [open, shipped, "NO"], open: true, default: open}
          total: {type: decimal, precision: 12, scale: 2}
          name:
            type: string
            max: 80
            required: true
            createOnly: true
            unique: true
            inferred: true
          address: {type: object, properties: {street: {type: string, max: 100}, city: {type: string}}}
          phones: {type: list, of: object, properties: {kind: {type: enum, values: [mobile, work]}, number: {type: string}}}
          tags: {type: list, of: string}
          syncId: {type: string, unique: true}
          modifiedAt: {type: datetime, readOnly: true}
          isDeleted: {type: boolean, readOnly: true}
          rowVersion: {type: integer, readOnly: true}
      Customer:
        feature: Divisions
        readOnly: true
        properties:
          id: {type: integer, key: true}
          rowVersion: {type: integer, readOnly: true}

    """
}
