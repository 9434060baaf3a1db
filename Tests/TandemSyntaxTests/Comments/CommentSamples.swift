/// Documents with comments at every part.
enum CommentSamples {
  /// A comment at every kind of part, before it, beside it and behind its last; several lines, blank ones, odd columns,
  /// number signs in texts, and texts that RST would read as something else.
  static let yaml = """
    # The head of the file,
    #   with a second line, indented.
    #
    # And a third one.

    # A second comment at the head.
    dataflow: Shopbase to Ledger  # the systems
    # before the moment
    generated: "2024-05-17 09:30:00"  # the moment
    # what is laid out
    layout:  # how
      line ends: crlf  # as Windows has it
      # behind it
    # before the introduction
    introduction: "The # of words."  # beside the introduction
    # before the parameters
    parameters:  # beside the parameters
      # a profile
      profile: {type: string, default: "# none"}  # text
      limit: {type: integer}  # a number
                              # on two lines
      # behind the last parameter
    # before the values
    values:  # all code tables
      # the first map
      Order status:  # beside it
        # before a line
        Shipped: Posted  # beside a line
        Closed: Paid
        # before the others
        otherwise: error  # all others
        # behind the last line
      Language: {english: EN, dutch: NL}  # languages
      # behind the last map
    # before the flows
    flows:  # all sections
    # before the first section
    - flow: Shopbase Order to Ledger Invoice  # the first section
      # before its former names
      was:  # names
        # of the left
        Shopbase: Purchase  # old
        # of the right
        Ledger: Bill  # older
      # before the conditions
      where:
        Shopbase: 'kind = "# final"'  # only final ones
        # before the second condition
        Ledger: 'Blocked = false'  # only free ones
      # before creation
      create: 'when a = "#1"'  # creation
      # before matching
      match:  # matching
      # before the first alternative
      - {number: Number}  # by number
      -
        # inside an alternative
        guid: Guid
        # also inside
        company: Company
        # behind the alternatives
      # before the conflict
      conflict: newest  # conflict
      # before deletion
      deletion: {Shopbase: unlink, Ledger: ignore}  # deletions
      # before the first run
      first run: full  # nothing special
      # before the direction
      direction: to Ledger  # direction
      # before the links
      links only: false  # no
      # before the rows
      properties:  # rows
      # before a row
      #
      #   with an indented line
      - {source: a, target: A, type: string}  # a row
      - source: b
        # inside a row
        target: B  # beside a part of a row
        type: string

      # before the last row
      - {target: C, type: string, constant: "#"}
      # behind the last row
     # an odd column
    - flow: Shopbase Client to Ledger Customer
      create: connected to Shopbase Order, Shopbase Quote  # connected
      first run: link only  # links
      links only: true  # only
      parent: Order to Invoice via InvoiceId  # the parent
      properties: []  # none
      # behind no rows
    # .. looks like RST
    - flow: Shopbase Product to Ledger Item
      # name:: of a directive
      create: always  # [1] footnote
      match:  # _target: here
        # |substitution|
        - {a: A}  # above: what
        # above: a label
      # * - a row
      #
      # - a cell
      conflict: ask
      #
      # a box
      #
      properties:
      # # twice
      # #
      - {source: a, target: A, type: string}
      #no blank

      # another
      - {source: b, target: B, type: string}  #
    # the end of the document

    # the very end

    """
}
