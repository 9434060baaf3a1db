import Foundation
import TandemValues
import Testing

private let types: [ValueType] = [
  .string(maximumLength: nil), .string(maximumLength: 5), .string(maximumLength: 80), .integer,
  .decimal(precision: nil, scale: nil), .decimal(precision: 12, scale: 2), .decimal(precision: 18, scale: 4), .float,
  .boolean, .date, .time, .datetime, .guid, .binary, .json, .enumeration(values: ["A", "1", "true"], open: false),
  .enumeration(values: ["A", "B"], open: true), .list(.integer), .object([.init(name: "a", type: .integer)]),
]

private var catalogued: [(from: ValueType, to: ValueType, conversion: any Conversion)] {
  types.flatMap { from in
    types.compactMap { to in ConversionCatalog.conversion(from: from, to: to).map { (from, to, $0) } }
  }
}

/// Values of any kind, more of them texts that some conversion can read.
private func sample(_ generator: inout Generator) -> Value {
  let value = generator.value()
  return generator.next() % 3 == 0 && !value.isMissing ? .string(value.displayText) : value
}

private func forward(_ conversion: any Conversion, _ value: Value) -> Value? {
  do throws(ConversionError) { return try conversion.forward(value) } catch { return nil }
}

private func backward(_ conversion: any Conversion, _ value: Value) -> Value? {
  do throws(ConversionError) { return try conversion.backward(value) } catch { return nil }
}

@Test func conversionsKeepTheLawsThatTheyName() {
  var generator = Generator(seed: 2)
  let conversions = GoldenTable.all.map(\.conversion) + catalogued.map(\.conversion)
  for conversion in conversions {
    let laws = conversion.effectiveLaws
    for _ in 0..<150 {
      let value = sample(&generator)
      // Errors are no breach: they are what lies outside the domain.
      guard let shared = forward(conversion, value), let back = backward(conversion, shared) else { continue }
      switch laws {
      case .exact:
        #expect(back == value, "\(conversion.summary) forward of \(value)")
        if let source = backward(conversion, value), let again = forward(conversion, source) {
          #expect(again == value, "\(conversion.summary) backward of \(value)")
        }
      case .normalising:
        let second = forward(conversion, back)
        #expect(second == shared, "\(conversion.summary) of \(value)")
        #expect(second.flatMap { backward(conversion, $0) } == back, "\(conversion.summary) of \(value)")
      case .lossy, .oneWay: break
      }
      if conversion.isNormaliser {
        #expect(forward(conversion, shared) == shared, "\(conversion.summary) of \(value)")
      }
    }
  }
}

@Test func missingValuesPassThroughEveryConversion() {
  for (_, _, conversion) in catalogued {
    for missing in [Value.null, .absent] {
      #expect(forward(conversion, missing) == missing)
      #expect(backward(conversion, missing) == missing)
    }
  }
}

@Test func whatConversionsGiveFitsTheTypesOnBothSides() {
  var generator = Generator(seed: 3)
  for (from, to, conversion) in catalogued {
    for _ in 0..<60 {
      let value = sample(&generator)
      if value.conforms(to: from) == nil, let shared = forward(conversion, value) {
        #expect(shared.conforms(to: to) == nil, "\(from) to \(to): \(conversion.summary) of \(value) is \(shared)")
      }
      if value.conforms(to: to) == nil, let back = backward(conversion, value) {
        #expect(back.conforms(to: from) == nil, "\(from) to \(to): \(conversion.summary) back from \(value) is \(back)")
      }
    }
  }
}

@Test func aConvertedValueIsInTheNormalFormOfItsType() {
  var generator = Generator(seed: 4)
  for (from, to, conversion) in catalogued {
    let normaliser = ConversionCatalog.normaliser(for: to, after: conversion)
    for _ in 0..<60 {
      let value = sample(&generator)
      guard value.conforms(to: from) == nil, let shared = forward(conversion, value) else { continue }
      #expect(forward(normaliser, shared) == shared, "\(conversion.summary), then \(normaliser.summary)")
    }
  }
}

@Test func everyKindOfLossIsExplainedInTheReportsPage() throws {
  let page = try String(
    contentsOfFile: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Documentation/CheckReport.md").path, encoding: .utf8)
  for kind in Loss.Kind.allCases {
    #expect(page.contains("| `\(kind.rawValue)` | \(kind.meaning) |"), "`\(kind.rawValue)`: \(kind.meaning)")
  }
}

@Test func anOffsetIsLostAsAZoneAndAnotherSpellingAsAForm() throws {
  func loss(_ text: String) throws -> Loss.Kind? {
    let conversion = StringToDatetime()
    let back = try conversion.backward(conversion.forward(.string(text)))
    #expect(back != .string(text))
    return conversion.loss(of: .string(text), comingBackAs: back)?.kind
  }
  #expect(try loss("2024-03-05T13:25:30+01:00") == .zone)
  #expect(try loss("2024-03-05T13:25:30-05:30") == .zone)
  #expect(try loss(" 2024-03-05T13:25:30Z") == .form)
  #expect(try loss("2024-03-05T13:25") == .form)
}
