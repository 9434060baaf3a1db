import Foundation
import Yams

/// Reads `environments/NAME.yaml`.
///
/// ```yaml
/// state: .tandem/test/state.sqlite
/// production: true          # then nothing is written without:
/// writes: true
/// systems:
///   Custom CRM: {sqlite: /data/crm.sqlite}
/// parameters:
///   customerp-to-salesforce: {salesProfile: 00e000000000001AAA}
/// ```
struct EnvironmentFile {
  let path: String
  let systems: [String]

  /// Reads the file over the defaults of the embedded environment.
  func read(name: String) throws(EnvironmentError) -> SyncEnvironment {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw EnvironmentError("there is no environment '\(name)': the file \(path) does not exist or cannot be read")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw EnvironmentError("\(path): the file is not text in UTF-8")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw EnvironmentError("\(path): \(error)")
    } catch {
      throw EnvironmentError("\(path): the file is not YAML")
    }
    var environment = SyncEnvironment.embedded(name: name, systems: systems)
    guard let root else { return environment }
    var mayWrite: Bool?
    for (key, value) in try mapping(root, "the file") {
      switch key {
      case "state": environment.statePath = try scalar(value, key)
      case "production": environment.isProduction = try flag(value, key)
      case "writes": mayWrite = try flag(value, key)
      case "systems": try readSystems(value, into: &environment)
      case "parameters":
        for (dataflow, entries) in try mapping(value, key) {
          var parameters: [String: String] = [:]
          for (parameter, entry) in try mapping(entries, dataflow) {
            parameters[parameter] = try scalar(entry, parameter)
          }
          environment.parameters[dataflow] = parameters
        }
      default:
        throw problem(
          value, "the key '\(key)' is not known; there are state, production, writes, systems and parameters")
      }
    }
    // Real records are written only where the file says so in as many words.
    environment.writes = mayWrite ?? !environment.isProduction
    return environment
  }

  private func readSystems(_ node: Node, into environment: inout SyncEnvironment) throws(EnvironmentError) {
    for (written, location) in try mapping(node, "systems") {
      let wanted = SyncEnvironment.fileName(for: written).filter { $0 != "-" }
      guard let system = systems.first(where: { SyncEnvironment.fileName(for: $0).filter { $0 != "-" } == wanted })
      else {
        throw problem(
          location, "no dataflow uses a system '\(written)'; there are \(systems.sorted().joined(separator: ", "))")
      }
      for (key, value) in try mapping(location, written) {
        guard key == "sqlite" else {
          throw problem(value, "the transport '\(key)' of '\(written)' is not known; write {sqlite: PATH}")
        }
        environment.systems[system] = .sqlite(path: try scalar(value, key))
      }
    }
  }

  private func mapping(_ node: Node, _ what: String) throws(EnvironmentError) -> [(String, Node)] {
    guard let mapping = node.mapping else { throw problem(node, "'\(what)' must hold keys with values") }
    var result: [(String, Node)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else { throw problem(key, "a key of '\(what)' is not text") }
      result.append((name, value))
    }
    return result
  }

  private func scalar(_ node: Node, _ key: String) throws(EnvironmentError) -> String {
    guard let scalar = node.scalar else { throw problem(node, "'\(key)' must be a single value") }
    return scalar.string
  }

  private func flag(_ node: Node, _ key: String) throws(EnvironmentError) -> Bool {
    switch try scalar(node, key) {
    case "true": return true
    case "false": return false
    default: throw problem(node, "'\(key)' must be true or false")
    }
  }

  private func problem(_ node: Node, _ message: String) -> EnvironmentError {
    guard let mark = node.mark else { return EnvironmentError("\(path): \(message)") }
    return EnvironmentError("\(path):\(mark.line):\(mark.column): \(message)")
  }
}
