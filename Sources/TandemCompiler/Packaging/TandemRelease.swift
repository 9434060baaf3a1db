/// What this release is called, and where packages find it.
public enum TandemRelease {
  /// The version, as in the tag of the release.
  public static let version = "0.1.0"
  /// The repository that packages name.
  public static let repository = "https://github.com/tandem-sync/tandem"
}

/// How a package names Tandem among its dependencies.
public enum TandemReference: Sendable, Hashable {
  /// This release, by its URL.
  case release
  /// A directory, as the package sees it.
  case directory(String)

  /// The entry of the package's manifest.
  var entry: String {
    switch self {
    case .release:
      return ".package(url: \"\(TandemRelease.repository)\", from: \"\(TandemRelease.version)\")"
    case .directory(let path): return ".package(name: \"tandem\", path: \(SwiftText.literal(path)))"
    }
  }
}

/// Texts in the Swift files of a new package.
enum SwiftText {
  /// A string literal.
  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
