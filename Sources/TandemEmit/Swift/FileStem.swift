/// The part of a path that names a document.
public enum FileStem {
  /// The last component without its extension: `Specs/dataflows/a-to-b.rst` gives `a-to-b`.
  public static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
