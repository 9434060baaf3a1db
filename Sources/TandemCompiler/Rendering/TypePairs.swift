import TandemValues

/// From which type to which values can travel without a rule of a row, as the catalog of conversions answers.
enum TypePairs {
  private static let types: [ValueType] = [
    .string(maximumLength: nil), .integer, .decimal(precision: nil, scale: nil), .float, .boolean, .date, .time,
    .datetime, .guid, .binary, .json,
  ]

  /// For each type without details the types that it can become, each with its conversion.
  static var rows: [[String]] {
    types.map { from in
      let targets = types.compactMap { to in
        ConversionCatalog.conversion(from: from, to: to).map { conversion in
          let kind = type(of: conversion)
          // A format that nobody gave is no news.
          let name = conversion.arguments.allSatisfy { $0.value == .none } ? kind.name : conversion.summary
          return "`\(to.word)`" + (kind is Identity.Type ? "" : " (`\(name)`)")
        }
      }
      return ["`\(from.word)`", targets.joined(separator: ", ")]
    }
  }
}
