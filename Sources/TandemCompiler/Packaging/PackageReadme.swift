import TandemSyntax

/// The page that a new package begins with.
enum PackageReadme {
  static func file(_ facts: PackageFacts) -> SourceFile {
    SourceFile(
      path: "README.md",
      text: """
        # \(facts.name)

        Keeps \(systems(facts)) in step, as the documents in `Specs/dataflows` say. [Tandem](\(TandemRelease.repository)) checks
        the documents whenever this package is built, turns them into Swift, and runs that as a sync.

        ## Try it

        You need the Swift toolchain (6.1 or later) and SQLite (`apt-get install libsqlite3-dev`).

            swift run samples

        builds everything (the first time takes some minutes) and makes a database with sample records for each system.

            swift run sync plan

        shows what a sync would do with them. Nothing is written.

        ## Go on

        | you want to | then |
        |---|---|
        | do what the plan says | `swift run sync apply --yes` (later runs need no `--yes`) |
        | see how things stand | `swift run sync status` |
        | check the documents | `swift package tandem check` |
        | know what a diagnostic means | `swift package tandem explain T1003` |
        | have empty tables filled | `swift package --allow-writing-to-package-directory tandem suggest Specs --apply` |
        | get a checklist for testing | `swift package --allow-writing-to-package-directory tandem checklist --output Checklists` |
        | reach other databases | write `environments/NAME.yaml`, then `swift run sync plan --environment NAME` |
        | run it in a container | the first lines of `Dockerfile` |

        A fault in a document fails the build at the document's line. What is generated stands in `.build` and is not committed.

        ## What stands where

        | | |
        |---|---|
        | `Specs/dataflows` | the documents: what corresponds to what |
        | `Specs/systems` | descriptions of the systems: entities, properties, types |
        | `Specs/Extensions.swift` | hand-written code beside the generated one |
        | `environments` | where the systems are, one file per environment |
        | `Sources/sync` | the program, ten lines |
        | `Sources/samples` | makes databases to rehearse with |
        \(remarks(facts))
        """)
  }

  private static func systems(_ facts: PackageFacts) -> String {
    let names = facts.systems
    guard let last = names.last, names.count > 1 else { return "systems" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// What somebody has to look at before the package is used for anything real.
  private static func remarks(_ facts: PackageFacts) -> String {
    var lines: [String] = []
    if facts.suggestedRows > 0 {
      lines.append(
        "- Tables of the documents were empty. They hold rows that were suggested from the descriptions of both systems: read them all, \(facts.suggestedRows) in number."
      )
    }
    for path in facts.assumed {
      lines.append("- `\(path)` is made up from what the documents tell. Compare every line with the system itself.")
    }
    if lines.isEmpty { return "" }
    return "\n## Before you use it\n\n" + lines.joined(separator: "\n") + "\n"
  }
}
