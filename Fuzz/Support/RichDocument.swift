/// Documents for the systems of the rules' examples that use nearly every form of the language.
public enum RichDocument {
  /// The document in RST.
  public static let rst = """
    =======================
    Shop to Ledger Dataflow
    =======================

    Generated: 2024-05-17 09:30:00

    Introduction
    ------------

    What the shop and the ledger tell each other.

    Shop Customer to Ledger Account
    -------------------------------
    When ``status = "active" and not (points < $least or name is empty)``, it  will be synchronized with a Ledger Account.

    If a matching Ledger Account already exists, the Shop Customer will be merged with the existing one.
    If no matching Ledger Account is found, a new Ledger Account will be created.

    A Shop Customer will merge with a Ledger Account if one of the following property combinations match:

    .. list-table::
       :header-rows: 1

       * - Shop Customer Property
         - Ledger Account Property
         - Combination
       * - email
         - Email
         - 1
       * - name
         - Name
         - 1
       * - id
         - SyncId
         - 2

    Once a link between a Shop Customer and a Ledger Account is established, it will keep in sync between the two \
    systems, regardless of where it is edited.

    Only a Shop Customer with ``name is not empty`` takes part.

    If both sides have changed, the newest edit wins.

    When a Shop Customer is deleted, the Ledger Account will be archived with ``Status = "Blocked"``.

    On the first run, existing records are only linked.

    The following properties are synchronized between a Shop Customer and a Ledger Account:

    .. list-table::
       :header-rows: 1

       * - Shop Customer Property
         - Ledger Account Property
         - Ledger Data Type
         - Direction
         - Rule
       * - name
         - Name
         - "string"
         -
         - Shop wins
       * - email
         - Email
         - "string"
         - to Ledger
         - first choice; when ``email is not empty``
       * - phones.number (Dependant on having work in phones.kind)
         - Email
         - "string"
         - to Ledger
         - second choice
       * - status
         - Status
         - "string"
         -
         - values Customer status
       * - countryId
         - Country
         - "string"
         -
         - ``lookup Country by code = Iso``
       * - points
         - Points
         - "integer"
         - at creation
         - default "0"
       * -
         - Code
         - "string"
         - at creation
         - constant "SHOP"

    Shop Order to Ledger Invoice
    ----------------------------
    Before any synchronization can take place, a link between a Shop Order and a Ledger Invoice must be established.

    A new Ledger Invoice will be created from a Shop Order if it is connected to a Shop Customer that is synchronized \
    into Ledger.

    Once a link between a Shop Order and a Ledger Invoice is established, edits travel from Shop to Ledger only.

    The following properties are synchronized between a Shop Order and a Ledger Invoice:

    .. list-table::
       :header-rows: 1

       * - Shop Order Property
         - Ledger Invoice Property
         - Ledger Data Type
         - Rule
       * - number
         - Number
         - "string"
         -
       * - customerId
         - Account
         - "string"
         - reference Customer to Account
       * - total
         - Amount
         - "decimal"
         -

    Values: Customer status
    -----------------------

    .. list-table::
       :header-rows: 1

       * - Shop Value
         - Ledger Value
       * - active
         - Active
       * - blocked
         - Blocked
       * - otherwise
         - error

    Parameters
    ----------

    .. list-table::
       :header-rows: 1

       * - Parameter
         - Type
         - Default
       * - least
         - integer
         - "10"

    """

  /// The same and some more in YAML, in block and flow style, with comments.
  public static let yaml = """
    # What the shop and the ledger tell each other.
    dataflow: Shop to Ledger
    generated: "2024-05-17 09:30:00"
    introduction: 'It''s what the two tell each other.'
    parameters:
      least: {type: integer, default: "10"}  # the fewest points
    values:
      Customer status: {active: Active, blocked: Blocked, otherwise: error}
      Rank:
        "true": Preferred
        "false": Ordinary
        otherwise: {value: Ordinary}
    flows:
    - flow: Shop Customer to Ledger Account
      where: 'name is not empty'
      create: 'when status in ("active", "blocked") and points >= $least'
      match:
      - {email: Email, name: Name}
      - {id: SyncId}
      conflict: newest
      deletion: {Shop: 'archive with Status = "Blocked"', Ledger: ignore}
      first run: link only
      properties:
      - {source: name, target: Name, type: string, wins: Shop}
      - source: email
        target: Email
        type: string
        choice: 1
        direction: to Ledger
      - source: phones.number
        target: Email
        choice: 2
        direction: to Ledger
        source dependencies:
        - {value: work, path: phones.kind}
      - {source: status, target: Status, type: string, values: Customer status}
      - {source: vip, target: Rank, type: string, values: Rank, direction: to Ledger}
      # a reference that no flow keeps
      - {source: countryId, target: Country, type: string, lookup: Country, by: {code: Iso}}
      - {source: points, target: Points, type: integer, direction: at creation, default: "0"}
      - {target: Code, type: string, direction: at creation, constant: "SHOP"}
    - flow: Shop Order to Ledger Invoice
      create: connected to Shop Customer
      direction: to Ledger
      match: [{number: Number}]
      properties:
      - {source: number, target: Number, type: string}
      - {source: customerId, target: Account, type: string, reference: Customer to Account}
      - {source: total, target: Amount, type: decimal}

    """

  /// Expressions with every operator.
  public static let expressions = [
    #"status = "active""#, "points >= 10 and points < 100 or not vip", #"status in ("active", "blocked")"#,
    #"status not in ("blocked")"#, "name is empty", "address.city is not empty", "points = $least",
    #"((name = "a\"b\\c") and (email != ""))"#, "not not vip = true", "balance > -12.50", "vip",
    #"a = "é" or b.c.d <= 1e3"#, "", "(", #"name = ""#, "a and", "1 = 1 = 1", "a.b..c", "$", "x in ()",
  ]
}
