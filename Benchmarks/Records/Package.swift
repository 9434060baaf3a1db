// swift-tools-version: 6.1
import PackageDescription

// Measures generated code against the same written by hand, in one process; so this package, unlike the one above it,
// links Tandem's runtime. `Sources/Mapping` is written by `tandem generate` before it is built (Scripts/bench-records.sh).

let package = Package(
  name: "tandem-record-benchmarks",
  dependencies: [.package(name: "tandem", path: "../..")],
  targets: [
    .target(name: "Mapping", dependencies: [.product(name: "TandemRuntime", package: "tandem")]),
    .target(name: "Handwritten", dependencies: [.product(name: "TandemRuntime", package: "tandem")]),
    .executableTarget(
      name: "records",
      dependencies: ["Mapping", "Handwritten", .product(name: "TandemRuntime", package: "tandem")]),
  ],
  swiftLanguageModes: [.v6]
)
