import TandemSyntax

/// The hand-written Swift of a new package: little enough to be read at a glance.
enum PackagePrograms {
  /// The program that runs the dataflows.
  static let sync = SourceFile(
    path: "Sources/sync/Sync.swift",
    text: """
      import Generated
      import TandemConsole

      @main
      enum Sync {
        static func main() async {
          await SyncConsole.run(Dataflows.all)
        }
      }

      """)

  /// The program that makes databases to rehearse with.
  static let samples = SourceFile(
    path: "Sources/samples/Samples.swift",
    text: """
      import Generated
      import TandemSandbox

      /// Makes a database with sample records for each system of the default environment, to rehearse with.
      @main
      enum Samples {
        static func main() throws {
          print(try SampleSystems.make(for: Dataflows.all, in: ".tandem/default"))
        }
      }

      """)

  /// The place for code that documents name; a library needs one file that is not generated.
  static let extensions = SourceFile(
    path: "Specs/Extensions.swift",
    text: """
      // Hand-written code that belongs to the documents. It stands beside the generated code in the library `Generated`; what
      // is generated is made anew by each build and nowhere in this directory.

      """)

  /// What is not kept: Package.resolved is, so that everyone builds the same.
  static let ignoreFile = SourceFile(
    path: ".gitignore",
    text: """
      .build/
      .swiftpm/
      .tandem/

      """)
}
