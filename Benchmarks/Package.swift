// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who uses Tandem builds it. It depends on nothing: what is measured are whole
// processes, Tandem's and those of other tools, so nothing of Tandem is linked.

let package = Package(
  name: "tandem-benchmarks",
  targets: [
    .executableTarget(name: "workload"),
    .executableTarget(name: "measure"),
  ],
  swiftLanguageModes: [.v6]
)
