import TandemEmit
import TandemSemantics
import TandemSyntax

/// A Swift package that runs documents: the files that `tandem new` writes. Pure, as ``Compiler`` is.
public struct NewPackage: Sendable {
  /// All files, with paths below the package.
  public let files: [SourceFile]
  /// What a check of the package's documents gives.
  public let compilation: Compilation
  /// The paths of the descriptions that were made up from the documents.
  public let assumedDescriptions: [String]
  /// How many suggested rows were written into empty tables.
  public let suggestedRows: Int

  /// Makes the files of a package.
  ///
  /// - Parameters:
  ///   - name: The package's name; ``problem(withName:)`` says whether it can be one.
  ///   - documents: What it runs; without any it gets a small example.
  ///   - systems: All descriptions that there are; those that the documents name are taken over.
  ///   - fillsTables: Whether rows are suggested for empty tables.
  ///   - tandem: How the package finds Tandem.
  public init(
    name: String, documents: [SourceFile], systems: [SourceFile], fillsTables: Bool, tandem: TandemReference
  ) throws(NewPackageProblem) {
    let isExample = documents.isEmpty
    let given = isExample ? [StarterSpecs.document] : documents.map { Self.moved($0, to: "Specs/dataflows") }
    try Self.refuseRepetition(given, of: "documents")
    let choice = DescriptionChoice(
      documents: given, descriptions: isExample ? StarterSpecs.systems : systems)
    let descriptions = choice.found.map { Self.moved($0, to: "Specs/systems") } + choice.assumed
    try Self.refuseRepetition(descriptions, of: "descriptions")
    let filling = fillsTables ? FilledTables(given, systems: descriptions) : FilledTables(unfilled: given)

    suggestedRows = filling.count
    assumedDescriptions = choice.assumed.map(\.path)
    compilation = Compiler.check(documents: filling.documents, systems: descriptions)
    let facts = PackageFacts(
      name: name, tandem: tandem, documents: filling.documents, descriptions: descriptions,
      assumed: assumedDescriptions, suggestedRows: suggestedRows, compilation: compilation)
    files =
      [
        PackageManifest.file(facts), PackageReadme.file(facts), PackageContainer.file(facts),
        PackageContainer.ignoreFile, PackagePrograms.ignoreFile, PackageEnvironment.file(facts), PackagePrograms.sync,
        PackagePrograms.samples, PackagePrograms.extensions,
      ] + filling.documents + descriptions
  }

  /// Why a name cannot be a package's; `nil` for one that can.
  public static func problem(withName name: String) -> String? {
    func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
    let scalars = name.unicodeScalars
    guard let first = scalars.first, isLetter(first),
      scalars.allSatisfy({ isLetter($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "_" })
    else {
      return "'\(name)' cannot be a package's name; take letters, digits and '-', a letter first, as in 'shop-sync'"
    }
    if name.lowercased() == "tandem" {
      return "the package would have the name of the one that it uses; take another one, as in 'shop-sync'"
    }
    return nil
  }

  private static func moved(_ file: SourceFile, to directory: String) -> SourceFile {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    return SourceFile(path: "\(directory)/\(name)", bytes: file.bytes)
  }

  private static func refuseRepetition(_ files: [SourceFile], of what: String) throws(NewPackageProblem) {
    var seen: Set<String> = []
    for file in files where !seen.insert(file.path.lowercased()).inserted {
      throw NewPackageProblem(description: "two \(what) would be '\(file.path)' in the package; rename one of them")
    }
  }
}

/// Why a package cannot be made; the description says what to do.
public struct NewPackageProblem: Error, Sendable, CustomStringConvertible {
  /// A sentence for the user.
  public let description: String
}

/// What the texts of a package tell.
struct PackageFacts {
  var name: String
  var tandem: TandemReference
  var documents: [SourceFile]
  var descriptions: [SourceFile]
  var assumed: [String]
  var suggestedRows: Int
  var compilation: Compilation

  /// The systems that flows use, in the order of the documents.
  var systems: [String] {
    var names: [String] = []
    for dataflow in compilation.result.dataflows where !dataflow.flows.isEmpty {
      for name in [dataflow.source.name, dataflow.target.name] where !names.contains(name) { names.append(name) }
    }
    return names
  }
}
