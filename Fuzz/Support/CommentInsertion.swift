import TandemSyntax

/// Comments put into a document at every line and every cell, in many forms: each must survive the way into the other
/// notation and back, and formatting.
public struct CommentInsertion: Sendable {
  /// The document before anything is put into it.
  public let lines: [String]
  /// Its notation.
  public let kind: InputKind

  /// One way to put comments into a document.
  public struct Form: Sendable {
    /// The lines that are put before a line of the document.
    public var lines: [String]
    /// True when the first of them goes on the line before, behind its text.
    public var isBeside = false
  }

  /// Takes the lines of a document.
  public init(_ text: String, kind: InputKind) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
    self.kind = kind
  }

  /// The number of documents that can be made.
  public var count: Int { (lines.count + 1) * forms.count }

  /// A document with comments, the same for the same number.
  public func bytes(_ number: Int) -> [UInt8] {
    let form = forms[number % forms.count]
    let place = (number / forms.count) % (lines.count + 1)
    var result = lines
    var added = form.lines
    if form.isBeside, place > 0 { result[place - 1] += "  " + added.removeFirst() }
    result.insert(contentsOf: added, at: place)
    return Array((result.joined(separator: "\n") + "\n").utf8)
  }

  /// A document with several comments, the same for the same seed.
  public func bytes(seed: UInt64, comments: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var result = lines
    for _ in 0..<comments {
      let form = forms[generator.number(below: forms.count)]
      var place = generator.number(below: result.count + 1)
      // Comments of RST stand at blank lines, most of the time.
      if kind == .rst, generator.number(below: 8) > 0 {
        while place < result.count, !result[place].isEmpty { place += 1 }
      }
      var added = form.lines
      if form.isBeside, place > 0 { result[place - 1] += "  " + added.removeFirst() }
      result.insert(contentsOf: added, at: place)
    }
    return Array((result.joined(separator: "\n") + "\n").utf8)
  }

  /// The forms for the notation.
  public var forms: [Form] { kind == .rst ? CommentInsertion.rst : CommentInsertion.yaml }

  private static let rst: [Form] = [
    Form(lines: ["", ".. one", ""]), Form(lines: [".. tight"]), Form(lines: ["", ".. above: it", ""]),
    Form(lines: [".. above: tight"]), Form(lines: ["", ".. one", "", ".. two", ""]),
    Form(lines: ["", ".. one", "   two", "", "   three", "", ".. four", ""]),
    Form(lines: ["", "  .. odd", "    more"]),
    Form(lines: ["", "       .. in a cell", ""]), Form(lines: ["", "       .. one", "", "       .. two", ""]),
    Form(lines: ["", "..", "   below", ""]), Form(lines: ["", "..", ""]), Form(lines: ["", ".. # signed", ""]),
    Form(lines: ["", ".. above:", "   # x", "", ".. flows: x", "", ".. layout:", ""]),
    Form(lines: ["", ".. links only: x", "   y", "", ".. values: z", "", ".. first run: w"]),
    Form(lines: ["", "", "..  wide", "", "", "     deep\t", "   end  ", "", "", ""]),
    Form(lines: ["     .. table", ""]),
    Form(lines: ["", "..", "   name:: x", "", "..", "   [1] y"]),
    Form(lines: ["", "     .. cell", "", "        * - a"]),
  ]

  private static let yaml: [Form] = {
    var forms = [
      Form(lines: ["# beside"], isBeside: true), Form(lines: ["# beside", "# under"], isBeside: true),
      Form(lines: ["# beside", "          # far"], isBeside: true), Form(lines: ["# above: it"], isBeside: true),
    ]
    for column in 0...7 {
      let margin = String(repeating: " ", count: column)
      forms.append(Form(lines: [margin + "# one"]))
      forms.append(Form(lines: [margin + "# one", margin + "# two", "", margin + "# three"]))
      forms.append(Form(lines: [margin + "# one", margin + "  # two", margin + "#", margin + "#three"]))
    }
    return forms
      + [
        Form(lines: ["", "  # name:: x", "", "#", "", "    # [1] y", ""]), Form(lines: ["# # twice", "#  wide  "]),
        Form(lines: ["        # far", "    # near", "# at the edge"]),
      ]
  }()
}
