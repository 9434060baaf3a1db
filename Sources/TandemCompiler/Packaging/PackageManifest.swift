import TandemSyntax

/// The manifest of a new package.
enum PackageManifest {
  static func file(_ facts: PackageFacts) -> SourceFile {
    SourceFile(
      path: "Package.swift",
      text: """
        // swift-tools-version: 6.1
        import PackageDescription

        let package = Package(
          name: \(SwiftText.literal(facts.name)),
          dependencies: [
            \(facts.tandem.entry)
          ],
          targets: [
            // Whenever the package is built, the documents in Specs/ are checked and become this library.
            .target(
              name: "Generated", dependencies: [.product(name: "TandemRuntime", package: "tandem")], path: "Specs",
              plugins: [.plugin(name: "TandemPlugin", package: "tandem")]),
            .executableTarget(
              name: "sync", dependencies: ["Generated", .product(name: "TandemConsole", package: "tandem")]),
            .executableTarget(
              name: "samples", dependencies: ["Generated", .product(name: "TandemSandbox", package: "tandem")]),
          ]
        )

        """)
  }
}
