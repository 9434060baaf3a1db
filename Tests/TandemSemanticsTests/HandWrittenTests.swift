import TandemSyntax
import TandemValues
import Testing

@testable import TandemSemantics

@Suite("A conversion that is written by hand")
struct HandWrittenTests {
  private let number = ValueType.integer
  private let text = ValueType.string(maximumLength: nil)

  private func verdict(_ arguments: String, forth: Bool = true, back: Bool = true) throws -> Verdict {
    let call = try #require(ConversionCall("custom(name: \"tier\"\(arguments))"))
    let custom = try #require(try ConversionCatalog.make(call.name, call.arguments) as? CustomConversion)
    let resolved = try #require(custom.resolved(from: number, to: text))
    let conversion = Chain.of([resolved, TrimmedString()])
    let trip = RoundTrip(
      sourceType: number, conversion: conversion, defaultValue: nil, normaliser: TrimmedString(), targetType: text)
    return VerdictProver().verdict(of: trip, forth: forth, back: back)
  }

  @Test("has an unknown verdict, one-way where it travels one way")
  func unknown() throws {
    #expect(try verdict("").kind == .unknown)
    #expect(try verdict(", inverse: false").kind == .unknown)
    #expect(try verdict("", back: false).kind == .oneWay)
  }

  @Test("with a declared inverse has the verdict of the rest of the row")
  func declared() throws {
    let verdict = try verdict(", inverse: true")
    #expect(verdict.kind == .normalising)
    #expect(verdict.losses.map(\.words) == TrimmedString().effectiveLaws.losses.map(\.words))
  }

  @Test(
    "is refused where its name is none in Swift, or a type is none that a function can have",
    arguments: [
      "custom", "custom(name: \"\")", "custom(name: \"a-b\")", "custom(name: \"9a\")", "custom(name: \"a()\")",
      "custom(name: \"a\", takes: \"list\")", "custom(name: \"a\", gives: \"money\")",
      "custom(name: \"a\", inverse: \"yes\")", "custom(name: \"é\")",
    ])
  func refused(_ text: String) throws {
    let call = try #require(ConversionCall(text))
    #expect(throws: ConversionFault.self) { try ConversionCatalog.make(call.name, call.arguments) }
  }

  @Test("takes its types from the row where the document declares none")
  func types() throws {
    let custom = CustomConversion(function: "tier")
    let resolved = custom.resolved(from: .enumeration(values: ["a"], open: false), to: .decimal(precision: 9, scale: 2))
    #expect(resolved?.takes == .string(maximumLength: nil))
    #expect(resolved?.gives == .decimal(precision: nil, scale: nil))
    #expect(custom.resolved(from: .list(.integer), to: text) == nil)
  }
}
