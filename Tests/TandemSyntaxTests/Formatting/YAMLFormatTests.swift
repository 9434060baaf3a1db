import Testing

@testable import TandemSyntax

@Suite("The canonical form of YAML")
struct YAMLFormatTests {
  private func expect(
    _ before: String, _ after: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let result = try expectFormatted(before, path: "test.yaml", sourceLocation: sourceLocation)
    #expect(result == after, sourceLocation: sourceLocation)
  }

  @Test("indents mappings by two and puts the items of a list under their key")
  func indentation() throws {
    try expect(
      """
      flows:
          - flow: A to B
            match:
                -   {a: b}
                -
                    c: d
            deletion:
                Left:   ignore
          -   - nested
              - list
      other:
         key:
           value
      """,
      """
      flows:
      - flow: A to B
        match:
        - {a: b}
        -
          c: d
        deletion:
          Left: ignore
      - - nested
        - list
      other:
        key:
          value

      """)
  }

  @Test("has one blank behind signs, none inside of brackets, none at the ends of lines, and at most one blank line")
  func blanks() throws {
    try expect(
      "\n\n a : {  b: c ,d: [ e,f , ] ,\"g\":1, h: , i: }  \n\n\n\n \n list: [ ]\t\n\n\n",
      "a: {b: c, d: [e, f,], \"g\": 1, h: , i: }\n\nlist: []\n")
  }

  @Test("keeps the alignment of neighbouring lines that an author made, and gathers other blanks")
  func alignment() throws {
    try expect(
      """
      rows:
          - {source: invoiceEmail,   target: Email,  type: string}
          - {source: customer.email, target: Email, choice:   2}
          - {source: status,     target: Status}
      short:      one
      a bit more: two

      alone:      three
      """,
      """
      rows:
      - {source: invoiceEmail,   target: Email, type: string}
      - {source: customer.email, target: Email, choice: 2}
      - {source: status, target: Status}
      short:      one
      a bit more: two

      alone: three

      """)
  }

  @Test("keeps aligned comments aligned when what stands before them moves, and sets others off by two blanks at most")
  func trailingComments() throws {
    try expect(
      """
      flows:
         - flow: A to B        # first
           where: 'a = 1'      # second
           match: [ {a:  b} ]
           conflict: newest    # third
           create: always #fourth
           first run: full           # fifth
      """,
      """
      flows:
      - flow: A to B        # first
        where: 'a = 1'      # second
        match: [{a: b}]
        conflict: newest    # third
        create: always #fourth
        first run: full  # fifth

      """)
  }

  @Test("moves a comment on a line of its own with what its author put it in line with")
  func ownComments() throws {
    try expect(
      """
         # about the text
      flows:
          # about the first
          - flow: A to B
              # about the match
            match:
              - {a: b}
              # behind the pairs
            properties:
              - {source: a, target: b}
              # behind the rows
            # behind the flow
          # behind the list
      # at the end
      """,
      """
      # about the text
      flows:
      # about the first
      - flow: A to B
        # about the match
        match:
        - {a: b}
          # behind the pairs
        properties:
        - {source: a, target: b}
        # behind the rows

        # behind the flow
      # behind the list

      # at the end

      """)
  }

  @Test("indents collections between brackets by their depth, except below their first item")
  func flowLines() throws {
    try expect(
      """
      a:
          b: [
             c,  # one
               {d: e,
             f: g},
           # own
               ]
          list: [one,
                 two,
                 {three: four,
                  five: six},
              seven]
      """,
      """
      a:
        b: [
          c,  # one
          {d: e,
            f: g},
          # own
        ]
        list: [one,
               two,
               {three: four,
                five: six},
          seven]

      """)
  }

  @Test("moves texts of several lines with their key, and nothing inside of them that is text")
  func texts() throws {
    try expect(
      """
      a:
          plain: one
              two

              three
          double: "one   \\
            two\\ \("   ")
             three   "
          lines: |
              one
                two\(" ")

              three


          folded: >2-
              - four
             five
          kept: |+
             six


          last: x
      """.replacing("\\\\", with: "\\"),
      """
      a:
        plain: one
            two

            three
        double: "one   \\
          two\\\(" ")
           three   "
        lines: |
          one
            two\(" ")

          three

        folded: >2-
            - four
           five
        kept: |+
          six


        last: x

      """.replacing("\\\\", with: "\\"))
  }

  @Test("adds no line end where it would become text, and drops none that is text")
  func lastText() throws {
    try expect("a: |\n   one", "a: |\n  one")
    try expect("a: |-\n   one", "a: |-\n  one\n")
    try expect("a: |\n   one\n\n\n", "a: |\n  one\n")
    try expect("a: |+\n   one\n\n\n", "a: |+\n  one\n\n\n")
    try expect("a: |+\t", "a: |+")
    try expect("a: |+\n   one\n\t\n \nb:   c", "a: |+\n  one\n\t\n \nb: c\n")
    try expect("a: one\r\nb: two\r\nc: three\n", "a: one\r\nb: two\r\nc: three\r\n")
  }

  @Test("keeps the marks of a document, and is not known of a text with faults")
  func marks() throws {
    try expect("---   # begin\n\n\na:   b\n...\n# end\n", "---  # begin\n\na: b\n...\n# end\n")
    #expect(format(Array("a: [b\nc:   d\n".utf8), "test.yaml") == nil)
    #expect(format(Array("a: one\n  \"two #   three\n".utf8), "test.yaml") == nil)
    #expect(format(Array("a: b\u{0}\n".utf8), "test.yaml") == nil)
  }
}
