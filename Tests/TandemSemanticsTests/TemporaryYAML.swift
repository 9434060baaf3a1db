import TandemSyntax

/// Stand-in until the YAML reader is there.
indirect enum Node {
  case scalar(String, Range<Int>)
  case map([(key: Located<String>, value: Node)], Range<Int>)
  case list([Node], Range<Int>)
  var range: Range<Int> {
    switch self { case .scalar(_, let r), .map(_, let r), .list(_, let r): return r }
  }
  var text: String? { if case .scalar(let t, _) = self { return t }; return nil }
  var entries: [(key: Located<String>, value: Node)] { if case .map(let e, _) = self { return e }; return [] }
  var items: [Node] { if case .list(let i, _) = self { return i }; return [] }
  subscript(_ key: String) -> Node? { entries.last { $0.key.value == key }?.value }
}

struct MiniYAML {
  let file: SourceFile
  var lines: [(indent: Int, range: Range<Int>)] = []
  var pos = 0
  init(_ file: SourceFile) {
    self.file = file
    for (i, start) in file.lineStarts.enumerated() {
      var end = i + 1 < file.lineStarts.count ? file.lineStarts[i + 1] : file.bytes.count
      while end > start, [10, 13, 32].contains(file.bytes[end - 1]) { end -= 1 }
      var s = start
      while s < end, file.bytes[s] == 32 { s += 1 }
      if s == end || file.bytes[s] == 35 { continue }
      lines.append((s - start, s..<end))
    }
  }
  func str(_ r: Range<Int>) -> String { String(decoding: file.bytes[r], as: UTF8.self) }
  mutating func block(_ indent: Int) -> Node {
    let first = lines[pos].range.lowerBound
    if file.bytes[first] == 45, first + 1 < file.bytes.count, [32, 10].contains(file.bytes[first + 1]) {
      var items: [Node] = []
      while pos < lines.count, lines[pos].indent == indent, file.bytes[lines[pos].range.lowerBound] == 45 {
        var s = lines[pos].range.lowerBound + 1
        while file.bytes[s] == 32 { s += 1 }
        let shift = s - lines[pos].range.lowerBound
        lines[pos] = (indent + shift, s..<lines[pos].range.upperBound)
        items.append(value(indent + shift))
      }
      return .list(items, first..<(items.last?.range.upperBound ?? first))
    }
    var entries: [(key: Located<String>, value: Node)] = []
    while pos < lines.count, lines[pos].indent == indent {
      let r = lines[pos].range
      guard file.bytes[r.lowerBound] != 45, let colon = colon(r) else { break }
      let key = Located(unquote(str(r.lowerBound..<colon)), at: SourceSpan(file: file, r.lowerBound..<colon))
      var s = colon + 1
      while s < r.upperBound, file.bytes[s] == 32 { s += 1 }
      if s < r.upperBound {
        pos += 1
        entries.append((key, inline(s..<r.upperBound)))
      } else {
        pos += 1
        if pos < lines.count, lines[pos].indent > indent || (lines[pos].indent == indent && file.bytes[lines[pos].range.lowerBound] == 45) {
          entries.append((key, block(lines[pos].indent)))
        } else {
          entries.append((key, .scalar("", s..<s)))
        }
      }
    }
    return .map(entries, first..<(entries.last?.value.range.upperBound ?? first))
  }
  mutating func value(_ indent: Int) -> Node {
    let r = lines[pos].range
    if [123, 91].contains(file.bytes[r.lowerBound]) || colon(r) == nil {
      pos += 1
      return inline(r)
    }
    return block(indent)
  }
  func colon(_ r: Range<Int>) -> Int? {
    var quote: UInt8 = 0
    var i = r.lowerBound
    while i < r.upperBound {
      let b = file.bytes[i]
      if quote != 0 { if b == quote { quote = 0 } } else if b == 34 || (b == 39 && i == r.lowerBound) { quote = b } else if b == 58, i + 1 == r.upperBound || file.bytes[i + 1] == 32 { return i }
      i += 1
    }
    return nil
  }
  func unquote(_ t: String) -> String {
    guard t.count >= 2, let f = t.first, f == "\"" || f == "'", t.last == f else { return t }
    return String(t.dropFirst().dropLast())
  }
  mutating func inline(_ r: Range<Int>) -> Node {
    var i = r.lowerBound
    return flow(&i, r.upperBound, top: true)
  }
  mutating func flow(_ i: inout Int, _ limit: Int, top: Bool) -> Node {
    func skip() { }
    while i < limit, [32, 10].contains(file.bytes[i]) { i += 1 }
    let start = i
    guard i < limit else { return .scalar("", i..<i) }
    switch file.bytes[i] {
    case 123:
      i += 1
      var entries: [(key: Located<String>, value: Node)] = []
      while i < limit, file.bytes[i] != 125 {
        while [32, 44, 10].contains(file.bytes[i]) { i += 1 }
        if file.bytes[i] == 125 { break }
        let k = i
        if [34, 39].contains(file.bytes[i]) { let q = file.bytes[i]; i += 1; while file.bytes[i] != q { i += 1 } ; i += 1 }
        while file.bytes[i] != 58 { i += 1 }
        let key = Located(unquote(str(k..<i)), at: SourceSpan(file: file, k..<i))
        i += 1
        entries.append((key, flow(&i, limit, top: false)))
      }
      i += 1
      return .map(entries, start..<i)
    case 91:
      i += 1
      var items: [Node] = []
      while i < limit, file.bytes[i] != 93 {
        while [32, 44, 10].contains(file.bytes[i]) { i += 1 }
        if file.bytes[i] == 93 { break }
        items.append(flow(&i, limit, top: false))
      }
      i += 1
      return .list(items, start..<i)
    case 34, 39:
      let q = file.bytes[i]
      i += 1
      while i < limit, file.bytes[i] != q { i += 1 }
      let inner = (start + 1)..<i
      i += 1
      return .scalar(str(inner), inner)
    default:
      if top { i = limit; return .scalar(str(start..<limit), start..<limit) }
      while i < limit, ![44, 125, 93].contains(file.bytes[i]) { i += 1 }
      var end = i
      while end > start, file.bytes[end - 1] == 32 { end -= 1 }
      return .scalar(str(start..<end), start..<end)
    }
  }
}

struct MiniReader {
  let file: SourceFile
  func loc(_ n: Node?) -> Located<String>? { n.flatMap { n in n.text.map { Located($0, at: SourceSpan(file: file, n.range)) } } }
  func span(_ n: Node) -> SourceSpan { SourceSpan(file: file, n.range) }
  func root() -> Node {
    var y = MiniYAML(file)
    return y.lines.isEmpty ? .map([], 0..<0) : y.block(0)
  }
  func changes(_ n: Node?) -> ChangesDescription? {
    guard let n else { return nil }
    let d = n["deletes"]
    let kind = d?["kind"]?.text ?? "keys"
    let deletions: ChangesDescription.Deletions =
      kind == "feed" ? .feed(retentionDays: nil) : kind == "flag" ? .flag(property: d?["property"]?.text ?? "") : .keys
    return ChangesDescription(
      cursor: loc(n["cursor"])!, kind: Located(.init(rawValue: n["kind"]?.text ?? "")!, at: span(n["kind"]!)),
      deletions: Located(deletions, at: span(d ?? n)))
  }
  func names(_ n: Node?) -> [Located<String>] {
    guard let n else { return [] }
    return n.text != nil ? [loc(n)!] : n.items.map { loc($0)! }
  }
  func properties(_ n: Node?) -> [PropertyDescription] {
    (n?.entries ?? []).map { entry in
      let v = entry.value
      var p = PropertyDescription(name: entry.key, type: loc(v["type"]) ?? Located("", at: entry.key.span), span: SourceSpan(file: file, entry.key.span.lowerBound..<max(entry.key.span.upperBound, v.range.upperBound)))
      p.label = loc(v["label"])
      p.elementType = loc(v["of"])
      p.maximumLength = loc(v["max"]).map { Located(Int($0.value)!, at: $0.span) }
      p.precision = loc(v["precision"]).map { Located(Int($0.value)!, at: $0.span) }
      p.scale = loc(v["scale"]).map { Located(Int($0.value)!, at: $0.span) }
      p.values = names(v["values"])
      func flag(_ k: String) -> Bool { v[k]?.text == "true" }
      p.isOpen = flag("open"); p.isKey = flag("key"); p.isRequired = flag("required"); p.isReadOnly = flag("readOnly")
      p.isCreateOnly = flag("createOnly"); p.isUnique = flag("unique"); p.isInferred = flag("inferred")
      p.references = names(v["ref"])
      p.defaultValue = loc(v["default"]).map { Located(.string($0.value), at: $0.span) }
      p.members = properties(v["properties"])
      return p
    }
  }
  func system() -> SystemDescription {
    let r = root()
    var s = SystemDescription(file: file, name: loc(r["system"])!)
    s.aliases = names(r["aliases"]); s.about = loc(r["about"]); s.modified = loc(r["modified"])
    s.changes = changes(r["changes"]); s.isReadOnly = r["readOnly"]?.text == "true"
    s.entities = (r["entities"]?.entries ?? []).map { entry in
      var e = EntityDescription(name: entry.key, span: entry.key.span)
      let v = entry.value
      e.aliases = names(v["aliases"]); e.label = loc(v["label"]); e.title = loc(v["title"])
      e.changes = changes(v["changes"]); e.modified = loc(v["modified"]); e.externalKey = loc(v["externalKey"])
      e.feature = loc(v["feature"]); e.isReadOnly = v["readOnly"]?.text == "true"
      e.properties = properties(v["properties"])
      return e
    }
    return s
  }
  func sub(_ l: Located<String>, _ from: Int, _ count: Int) -> SourceSpan {
    SourceSpan(file: file, (l.span.lowerBound + from)..<(l.span.lowerBound + from + count))
  }
  func name(_ l: Located<String>) -> EntityName {
    let words = l.value.split(separator: " ").map(String.init)
    let last = words.last ?? ""
    let sys = words.dropLast().joined(separator: " ")
    let start = l.value.utf8.count - last.utf8.count
    let parts = last.split(separator: ".").map(String.init)
    return EntityName(
      system: Located(sys, at: sub(l, 0, sys.utf8.count)), entity: Located(parts[0], at: sub(l, start, parts[0].utf8.count)),
      element: parts.count > 1 ? Located(parts[1], at: sub(l, start + parts[0].utf8.count + 1, parts[1].utf8.count)) : nil, span: l.span)
  }
  func split(_ l: Located<String>, _ sep: String) -> (Located<String>, Located<String>) {
    let b = Array(l.value.utf8), s = Array(sep.utf8)
    for i in 0..<max(0, b.count - s.count) where Array(b[i..<(i + s.count)]) == s {
      let left = String(decoding: b[..<i], as: UTF8.self), right = String(decoding: b[(i + s.count)...], as: UTF8.self)
      return (Located(left, at: sub(l, 0, i)), Located(right, at: sub(l, i + s.count, right.utf8.count)))
    }
    return (l, Located("", at: sub(l, l.value.utf8.count, 0)))
  }
  func path(_ l: Located<String>) -> PropertyPath {
    var offset = 0
    var segments: [Located<String>] = []
    for part in l.value.split(separator: ".") {
      segments.append(Located(String(part), at: sub(l, offset, part.utf8.count)))
      offset += part.utf8.count + 1
    }
    return PropertyPath(segments: segments, span: l.span)
  }
  func cell(_ l: Located<String>, _ deps: Node?) -> PropertyCell {
    PropertyCell(path: path(l), dependencies: (deps?.items ?? []).map { .init(value: loc($0["value"])!, path: path(loc($0["path"])!)) }, span: l.span)
  }
  func literal(_ t: String) -> Literal { .string(t) }
  func expression(_ l: Located<String>) -> Expression {
    var d: [Diagnostic] = []
    return ExpressionReader.read(l.span.range, in: file, diagnostics: &d)!
  }
  func direction(_ t: String) -> Direction {
    if t == "both" { return .both }
    if t == "at creation" { return .atCreation }
    if t == "only if empty" { return .onlyIfEmpty(system: nil) }
    if t.hasPrefix("only if empty in ") { return .onlyIfEmpty(system: String(t.dropFirst(17))) }
    return .toSystem(String(t.dropFirst(3)))
  }
  func row(_ n: Node) -> PropertyRow {
    let target = loc(n["target"])!
    var clauses: [Located<Clause>] = []
    for (key, v) in n.entries {
      let s = span(v), t = v.text ?? ""
      switch key.value {
      case "choice": clauses.append(Located(.choice(Int(t)!), at: s))
      case "join": clauses.append(Located(.join(separator: t), at: s))
      case "when": clauses.append(Located(.when(expression(loc(v)!)), at: s))
      case "values": clauses.append(Located(.values(t), at: s))
      case "reference": let (a, b) = split(loc(v)!, " to "); clauses.append(Located(.reference(source: a.value, target: b.value), at: s))
      case "lookup": clauses.append(Located(.lookup(entity: t, by: (n["by"]?.entries ?? []).map { .init(source: path($0.key), target: path(loc($0.value)!)) }), at: s))
      case "constant": clauses.append(Located(.constant(literal(t)), at: s))
      case "parameter": clauses.append(Located(.parameter(t), at: s))
      case "default": clauses.append(Located(.defaultValue(literal(t)), at: s))
      case "wins": clauses.append(Located(.wins(system: t), at: s))
      case "format": clauses.append(Located(.format(t), at: s))
      case "conversion": clauses.append(Located(.conversion(t), at: s))
      case "read back": clauses.append(Located(.readBack, at: s))
      default: break
      }
    }
    return PropertyRow(
      source: loc(n["source"]).map { cell($0, n["source dependencies"]) }, target: cell(target, n["target dependencies"]),
      type: loc(n["type"]), direction: loc(n["direction"]).map { Located(direction($0.value), at: $0.span) }, clauses: clauses, span: span(n))
  }
  func dataflow() -> Dataflow {
    let r = root()
    let (a, b) = split(loc(r["dataflow"])!, " to ")
    var d = Dataflow(file: file, notation: .yaml, source: a, target: b)
    for e in r["parameters"]?.entries ?? [] {
      d.parameters.append(Parameter(name: e.key, type: loc(e.value["type"])!, defaultValue: loc(e.value["default"]).map { Located(.string($0.value), at: $0.span) }))
    }
    for e in r["values"]?.entries ?? [] {
      var m = ValueMap(name: e.key, entries: [], span: span(e.value))
      for x in e.value.entries {
        if x.key.value == "otherwise" {
          m.otherwise = Located(x.value.text == "keep" ? .keep : x.value.text == "empty" ? .empty : .error, at: span(x.value))
        } else { m.entries.append(.init(source: x.key, target: loc(x.value)!)) }
      }
      d.valueMaps.append(m)
    }
    for f in r["flows"]?.items ?? [] {
      let title = loc(f["flow"])!
      let (a, b) = split(title, " to ")
      var flow = Flow(source: name(a), target: name(b), title: title.span, table: f["properties"].map(span) ?? title.span)
      if let w = loc(f["where"]) { flow.scopes.append(Scope(condition: Located(.expression(expression(w)), at: w.span))) }
      if let w = f["where"], w.text == nil { for e in w.entries { flow.scopes.append(Scope(system: e.key, condition: Located(.expression(expression(loc(e.value)!)), at: span(e.value)))) } }
      if let c = loc(f["create"]) {
        if c.value == "never" { flow.creation = Located(.never, at: c.span) }
        else if c.value.hasPrefix("when ") { flow.creation = Located(.when(.expression(expression(Located(String(c.value.dropFirst(5)), at: sub(c, 5, c.value.utf8.count - 5))))), at: c.span) }
        else if c.value.hasPrefix("connected to ") { flow.creation = Located(.connected([name(Located(String(c.value.dropFirst(13)), at: sub(c, 13, c.value.utf8.count - 13)))]), at: c.span) }
        else { flow.creation = Located(.always, at: c.span) }
      } else { flow.creation = Located(.always, at: title.span) }
      if let m = f["match"] {
        flow.matching = Matching(alternatives: m.items.map { .init(pairs: $0.entries.map { .init(source: cell($0.key, nil), target: cell(loc($0.value)!, nil)) }) }, span: span(m))
      }
      if let c = loc(f["conflict"]) {
        flow.conflict = Located(c.value == "newest" ? .newest : c.value == "ask" ? .ask : .wins(system: String(c.value.dropLast(5))), at: c.span)
      }
      for e in f["deletion"]?.entries ?? [] {
        let t = loc(e.value)!
        var policy = Deletion.Policy.ignore
        if t.value == "propagate" { policy = .propagate }
        if t.value.hasPrefix("archive with ") {
          let (p, v) = split(Located(String(t.value.dropFirst(13)), at: sub(t, 13, t.value.utf8.count - 13)), " = ")
          policy = .archive(property: path(p), value: .string(v.value.filter { $0 != "\"" }))
        }
        flow.deletions.append(Deletion(system: e.key, policy: Located(policy, at: t.span)))
      }
      if let x = loc(f["direction"]) { flow.direction = Located(direction(x.value), at: x.span) }
      flow.linksOnly = f["links only"]?.text == "true"
      flow.rows = (f["properties"]?.items ?? []).map(row)
      d.flows.append(flow)
    }
    return d
  }
}
