/// A call or initialiser expression that knows how to break itself over lines the way the formatter does.
struct SwiftCall {
  /// What an argument can be.
  indirect enum Argument {
    /// An expression that stays on one line.
    case text(String)
    /// A nested call.
    case call(SwiftCall)
    /// An array literal.
    case list([Argument])
  }

  /// What is called: `EntitySchema`, `.string`.
  var callee: String
  /// The arguments with their labels (empty for none); `nil` for an expression without parentheses.
  var arguments: [(label: String, value: Argument)]?

  init(_ callee: String, _ arguments: [(label: String, value: Argument)]?) {
    self.callee = callee
    self.arguments = arguments
  }

  /// The call on one line.
  var inline: String {
    guard let arguments else { return callee }
    let items = arguments.map { argument in
      argument.label.isEmpty ? Self.inline(argument.value) : "\(argument.label): \(Self.inline(argument.value))"
    }
    return "\(callee)(\(items.joined(separator: ", ")))"
  }

  private static func inline(_ argument: Argument) -> String {
    switch argument {
    case .text(let text): return text
    case .call(let call): return call.inline
    case .list(let items): return "[\(items.map(inline).joined(separator: ", "))]"
    }
  }

  /// The call as lines after `prefix`, which stands on the first line; one line where it fits, else one argument a line.
  ///
  /// - Parameter breaks: True to break the call even where it fits.
  func lines(
    prefix: String, suffix: String = "", indentation: Int, limit: Int = 120, breaks: Bool = false
  ) -> [String] {
    let margin = String(repeating: " ", count: indentation)
    let single = margin + prefix + inline + suffix
    guard PlainText.width(single) > Self.room(limit, suffix) || breaks, let arguments, !arguments.isEmpty else {
      return [single]
    }
    var lines = [margin + prefix + callee + "("]
    for (index, argument) in arguments.enumerated() {
      let label = argument.label.isEmpty ? "" : "\(argument.label): "
      let comma = index == arguments.count - 1 ? "" : ","
      lines += Self.lines(argument.value, prefix: label, suffix: comma, indentation: indentation + 2, limit: limit)
    }
    lines.append(margin + ")" + suffix)
    return lines
  }

  /// The formatter wants room for a blank behind a comma.
  private static func room(_ limit: Int, _ suffix: String) -> Int { suffix == "," ? limit - 1 : limit }

  private static func lines(
    _ argument: Argument, prefix: String, suffix: String, indentation: Int, limit: Int
  ) -> [String] {
    let margin = String(repeating: " ", count: indentation)
    switch argument {
    case .text(let text): return [margin + prefix + text + suffix]
    case .call(let call): return call.lines(prefix: prefix, suffix: suffix, indentation: indentation, limit: limit)
    case .list(let items):
      let single = margin + prefix + inline(argument) + suffix
      if PlainText.width(single) <= room(limit, suffix) || items.isEmpty { return [single] }
      var lines = [margin + prefix + "["]
      // The formatter takes a list with one element for a line of its own unless the element itself is broken.
      if items.count == 1, case .call(let call) = items[0] {
        lines += call.lines(prefix: "", suffix: "", indentation: indentation + 2, limit: limit, breaks: true)
        lines.append(margin + "]" + suffix)
        return lines
      }
      for item in items {
        lines += Self.lines(item, prefix: "", suffix: ",", indentation: indentation + 2, limit: limit)
      }
      lines.append(margin + "]" + suffix)
      return lines
    }
  }
}
