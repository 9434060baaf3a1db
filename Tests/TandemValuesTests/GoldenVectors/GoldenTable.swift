import TandemValues
import Testing

/// The vectors of one conversion, a line each, in a notation that reads like the page of a manual:
///
///     '007' -> 7               forward of the text 007 is the number 7
///     '7' <- 7                 backward of the number 7 is the text 7
///     true <-> 'true'          both
///     'x' -> ! is no number    an error, with its reason
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

  static let all = textVectors + numberVectors + dateVectors + choiceVectors

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

@Test func everyConversionOfTheCatalogHasGoldenVectors() {
  let tested = Set(GoldenTable.all.map { type(of: $0.conversion).name })
  #expect(ConversionCatalog.names.filter { !tested.contains($0) } == [])
}
