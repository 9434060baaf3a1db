import Foundation
import TandemValues
import Testing

/// The vectors of one conversion, a line each, in a notation that reads like the page of a manual:
///
///     '007' -> 7               forward of the text 007 is the number 7
///     '7' <- 7                 backward of the number 7 is the text 7
///     true <-> 'true'          both
///     'x' -> ! is no number    an error, with its reason
///
/// `Tests/GoldenVectors` has a file for each conversion of the catalog, named for it; in it a line that is not indented makes
/// the conversion, with arguments where it takes some, and the vectors follow.
///
/// Texts stand in single quotation marks, decimal numbers have a `d` behind them, floating-point ones an `f`, lists
/// square brackets; dates, times and identifiers stand as they print.
struct GoldenTable: Sendable, CustomTestStringConvertible {
  let conversion: any Conversion
  let lines: [String]

  init(_ conversion: any Conversion, _ text: String) {
    self.conversion = conversion
    lines = text.split(separator: "\n").map(String.init)
  }

  var testDescription: String { conversion.summary }

  /// The tables of all conversions.
  static let all = ConversionCatalog.names.flatMap(named) + unnamedVectors

  /// The file of a conversion.
  static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "GoldenVectors/\(name).txt").path
  }

  /// The tables of a file; none where there is no file, which a test reports.
  static func named(_ name: String) -> [GoldenTable] {
    guard let text = try? String(contentsOfFile: path(name), encoding: .utf8) else { return [] }
    var tables: [(call: String, lines: [String])] = []
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("  ") {
        guard !tables.isEmpty else { continue }
        tables[tables.count - 1].lines.append(String(line.dropFirst(2)))
      } else {
        tables.append((line, []))
      }
    }
    return tables.compactMap { table in
      guard let call = ConversionCall(table.call), call.name == name,
        let conversion = ConversionCatalog.named(name, arguments: call.arguments)
      else {
        Issue.record("\(name).txt: `\(table.call)` makes no conversion")
        return nil
      }
      return GoldenTable(conversion, table.lines.joined(separator: "\n"))
    }
  }

  func check() {
    for line in lines {
      let comment = Comment(rawValue: "\(conversion.summary): \(line)")
      if let (left, right) = Self.split(line, at: " <-> ") {
        expect(right, comment) { () throws(ConversionError) in try conversion.forward(left.value) }
        expect(left, comment) { () throws(ConversionError) in try conversion.backward(right.value) }
      } else if let (left, right) = Self.split(line, at: " -> ") {
        expect(right, comment) { () throws(ConversionError) in try conversion.forward(left.value) }
      } else if let (left, right) = Self.split(line, at: " <- ") {
        expect(left, comment) { () throws(ConversionError) in try conversion.backward(right.value) }
      } else {
        Issue.record("unreadable line", severity: .error)
      }
    }
  }

  private enum Side {
    case value(Value)
    case error(String)

    var value: Value {
      if case .value(let value) = self { return value }
      return .absent
    }
  }

  private func expect(_ side: Side, _ comment: Comment, _ convert: () throws(ConversionError) -> Value) {
    do throws(ConversionError) {
      let result = try convert()
      guard case .value(let expected) = side else {
        Issue.record("gives \(result) instead of an error — \(comment.rawValue)")
        return
      }
      #expect(result == expected, comment)
    } catch {
      guard case .error(let reason) = side else {
        Issue.record("gives the error `\(error.reason)` — \(comment.rawValue)")
        return
      }
      #expect(error.reason == reason, comment)
      #expect(error.conversion == type(of: conversion).name || !conversion.parts.isEmpty)
    }
  }

  private static func split(_ line: String, at arrow: String) -> (Side, Side)? {
    let bytes = Array(line.utf8)
    let mark = Array(arrow.utf8)
    guard bytes.count >= mark.count,
      let place = (0...(bytes.count - mark.count)).first(where: { bytes[$0...].starts(with: mark) })
    else { return nil }
    return (
      side(String(decoding: bytes[..<place], as: UTF8.self)),
      side(String(decoding: bytes[(place + mark.count)...], as: UTF8.self))
    )
  }

  private static func side(_ text: String) -> Side {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    if text.hasPrefix("! ") { return .error(String(text.dropFirst(2))) }
    guard let value = value(String(text)) else {
      Issue.record("unreadable value \(text)")
      return .value(.absent)
    }
    return .value(value)
  }

  private static func value(_ text: String) -> Value? {
    if text == "null" { return .null }
    if text == "absent" { return .absent }
    if text.hasPrefix("'") && text.hasSuffix("'") && text.count > 1 {
      return .string(String(text.dropFirst().dropLast()))
    }
    if text.hasPrefix("[") && text.hasSuffix("]") {
      return .list(text.dropFirst().dropLast().split(separator: ",").compactMap { value(String($0)) })
    }
    if text == "inff" { return .float(.infinity) }
    if text.hasSuffix("d"), let decimal = DecimalNumber(String(text.dropLast())) { return .decimal(decimal) }
    if text.hasSuffix("f"), let float = Double(String(text.dropLast())) { return .float(float) }
    for type in [ValueType.integer, .boolean, .date, .time, .datetime, .guid] {
      if let value = type.parse(text) { return value }
    }
    return nil
  }
}

@Test(arguments: GoldenTable.all)
func everyConversionGivesItsGoldenVectors(table: GoldenTable) {
  table.check()
}

@Test(arguments: ConversionCatalog.names)
func everyConversionOfTheCatalogHasGoldenVectorsInBothDirections(name: String) {
  let lines = GoldenTable.named(name).flatMap(\.lines)
  #expect(!lines.isEmpty, "Write Tests/GoldenVectors/\(name).txt")
  #expect(lines.contains { $0.contains("->") && !$0.contains("-> !") }, "\(name).txt has no vector there")
  #expect(lines.contains { $0.contains("<-") && !$0.hasPrefix("!") }, "\(name).txt has no vector back")
  for missing in ["null", "absent"] {
    #expect(
      lines.contains { $0.hasPrefix(missing + " ") }, "\(name).txt does not say what becomes of \(missing)")
  }
}

@Test(arguments: ConversionCatalog.names)
func everyConversionThatRefusesValuesHasARefusalAmongItsVectors(name: String) {
  var generator = Generator(seed: 11)
  let values = (0..<300).map { _ in generator.value() }
  for table in GoldenTable.named(name).prefix(1) {
    let isChoosy = values.contains { (try? table.conversion.forward($0)) == nil }
    let hasRefusal = GoldenTable.named(name).flatMap(\.lines).contains { $0.contains("-> !") }
    #expect(hasRefusal || !isChoosy, "\(name).txt has no value that is refused")
  }
}
