// swift-tools-version: 6.1
import PackageDescription

// Two islands, one root: the compiler (syntax, semantics, emit) and the runtime (engine, stores, transports) never import
// each other; both know TandemValues. Generated code is the only bridge. A target exists only where the set of
// dependencies differs. Documentation/ARCHITECTURE.md has the picture.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Who only wants the plugin and the runtime leaves the trait out, and nothing of this is fetched.
let sqlite = TargetDependencyCondition.when(traits: ["SQLite"])

let package = Package(
  name: "tandem",
  // `sync` and `demo` are programs of this repository and no products: a package that uses Tandem has a `sync` of its own.
  products: [
    .executable(name: "tandem", targets: ["tandem"]),
    .plugin(name: "TandemPlugin", targets: ["TandemPlugin"]),
    .plugin(name: "TandemCommand", targets: ["TandemCommand"]),
    .library(name: "TandemRuntime", targets: ["TandemRuntime", "TandemValues"]),
    .library(name: "TandemSQLite", targets: ["TandemSQLite"]),
    .library(name: "TandemConsole", targets: ["TandemConsole"]),
    .library(name: "TandemSandbox", targets: ["TandemSandbox"]),
    .library(name: "TandemLaws", targets: ["TandemLaws"]),
  ],
  traits: [
    .trait(
      name: "SQLite",
      description: "The program `sync`, and records and state in SQLite: TandemConsole, TandemSQLite, TandemSandbox."),
    .default(enabledTraits: ["SQLite"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // The root of both islands.
    .target(name: "TandemValues", swiftSettings: settings),

    // The compiler.
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "TandemSyntax", swiftSettings: settings),
    .target(name: "TandemSemantics", dependencies: ["TandemSyntax", "TandemValues"], swiftSettings: settings),
    .target(
      name: "TandemEmit", dependencies: ["TandemSemantics", "TandemSyntax", "TandemValues"], swiftSettings: settings),
    .target(
      name: "TandemCompiler", dependencies: ["TandemSyntax", "TandemSemantics", "TandemEmit", "TandemValues"],
      swiftSettings: settings),
    .executableTarget(
      name: "tandem",
      dependencies: [
        "TandemCompiler", "TandemEmit", "TandemSyntax",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),

    // What SwiftPM runs of it: while a package is built, and on demand.
    .plugin(name: "TandemPlugin", capability: .buildTool(), dependencies: ["tandem"]),
    .plugin(
      name: "TandemCommand",
      capability: .command(
        intent: .custom(verb: "tandem", description: "Checks dataflow documents and compiles them.")),
      dependencies: ["tandem"]),

    // The runtime.
    .target(
      name: "TandemRuntime", dependencies: ["TandemValues", .product(name: "Logging", package: "swift-log")],
      swiftSettings: settings),
    .target(
      name: "TandemSQLite",
      dependencies: [
        "TandemRuntime", "TandemValues", .product(name: "GRDB", package: "GRDB.swift", condition: sqlite),
      ],
      swiftSettings: settings),
    .target(
      name: "TandemConsole",
      dependencies: [
        "TandemRuntime", "TandemSQLite", "TandemValues", .product(name: "Logging", package: "swift-log"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams", condition: sqlite),
      ], swiftSettings: settings),
    .target(
      name: "TandemSandbox",
      dependencies: [
        "TandemRuntime", "TandemSQLite", "TandemValues",
        .product(name: "GRDB", package: "GRDB.swift", condition: sqlite),
      ], swiftSettings: settings),

    // What generated tests hold generated mappings to.
    .target(name: "TandemLaws", dependencies: ["TandemRuntime", "TandemValues"], swiftSettings: settings),

    // The bridge, and the program that runs it.
    .target(
      name: "Generated", dependencies: ["TandemRuntime", "TandemValues"], path: "Generated/Swift",
      swiftSettings: settings),
    .executableTarget(
      name: "sync", dependencies: ["Generated", "TandemConsole"], path: "Sources/sync", swiftSettings: settings),

    // The examples of Documentation/Extending.md: what is written by hand beside generated code.
    .target(
      name: "Extending", dependencies: ["TandemRuntime", "TandemValues"], path: "Documentation/Extending",
      exclude: ["Specs", "Generated/Tests"], swiftSettings: settings),

    // The demonstration: fills sample systems, edits them as users do, and looks whether the edits arrived.
    .executableTarget(
      name: "demo",
      dependencies: [
        "Generated", "TandemSandbox", "TandemRuntime", "TandemValues",
        .product(name: "GRDB", package: "GRDB.swift", condition: sqlite),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),

    // Fuzz tests: what holds for any input, the mutants that try it, and the program of `make fuzz`.
    .target(
      name: "FuzzSupport",
      dependencies: ["TandemCompiler", "TandemEmit", "TandemSemantics", "TandemSyntax"], path: "Fuzz/Support",
      swiftSettings: settings),
    .executableTarget(
      name: "mutants", dependencies: ["FuzzSupport"], path: "Fuzz/Mutants", swiftSettings: settings),

    // Tests, one target beside each target, and those that run the whole.
    .testTarget(name: "TandemValuesTests", dependencies: ["TandemValues"], swiftSettings: settings),
    .testTarget(name: "TandemSyntaxTests", dependencies: ["TandemSyntax", "CLibYAML"], swiftSettings: settings),
    .testTarget(
      name: "TandemSemanticsTests", dependencies: ["TandemSemantics", "TandemSyntax", "TandemValues"],
      swiftSettings: settings),
    .testTarget(
      name: "TandemEmitTests", dependencies: ["TandemEmit", "TandemSemantics", "TandemSyntax", "TandemValues"],
      swiftSettings: settings),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzSupport", "TandemCompiler", "TandemSyntax"], path: "Tests/FuzzTests",
      exclude: ["Regressions"], swiftSettings: settings),
    .testTarget(
      name: "LiterateTests", dependencies: ["TandemCompiler", "TandemSemantics", "TandemSyntax"],
      path: "Tests/Literate",
      exclude: ["Chapters", "validate-sarif.py"], swiftSettings: settings),
    .testTarget(name: "TandemRuntimeTests", dependencies: ["TandemRuntime", "TandemValues"], swiftSettings: settings),
    .testTarget(
      name: "TandemSQLiteTests",
      dependencies: [
        "TandemSQLite", "TandemSandbox", "TandemRuntime", "TandemValues",
        .product(name: "GRDB", package: "GRDB.swift", condition: sqlite),
      ], swiftSettings: settings),
    .testTarget(
      name: "LawTests", dependencies: ["Generated", "TandemLaws", "TandemRuntime", "TandemValues"],
      swiftSettings: settings),
    .testTarget(
      name: "GeneratedTests", dependencies: ["Generated", "TandemLaws", "TandemRuntime", "TandemValues"],
      path: "Generated/Tests", swiftSettings: settings),
    .testTarget(
      name: "ExtendingLawTests", dependencies: ["Extending", "TandemLaws", "TandemRuntime", "TandemValues"],
      path: "Documentation/Extending/Generated/Tests", swiftSettings: settings),
    .testTarget(
      name: "ExtendingTests",
      dependencies: [
        "Extending", "TandemLaws", "TandemRuntime", "TandemSandbox", "TandemValues", "TestSupport", "tandem",
      ], swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "tandem", "sync", "demo"], swiftSettings: settings),
    .testTarget(name: "PackageTests", dependencies: ["TestSupport", "tandem"], swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "TestSupport", "demo", "sync", "Generated", "TandemRuntime", "TandemSQLite", "TandemValues",
        .product(name: "GRDB", package: "GRDB.swift", condition: sqlite),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
