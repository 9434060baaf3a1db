import ArgumentParser
import Foundation
import TandemRuntime

/// The program that runs the dataflows of a package: `plan`, `apply`, `status`, `conflicts`.
///
/// ```swift
/// import Generated
/// import TandemConsole
///
/// await SyncConsole.run(Dataflows.all)
/// ```
public enum SyncConsole {
  /// The dataflows of the running program.
  @TaskLocal static var dataflows: [DataflowDeclaration] = []
  /// The connectors that are written by hand.
  @TaskLocal static var connectors: [any SystemConnector] = []

  /// Runs the command line of the process and ends it with the status that says what happened: 0 done, 1 error, 2 wrong
  /// usage, 3 held for approval, 4 records need a person.
  ///
  /// - Parameters:
  ///   - dataflows: The generated dataflows.
  ///   - connectors: Connectors that are written by hand; each takes the place of the transport of its system.
  public static func run(
    _ dataflows: [DataflowDeclaration], connectors: [any SystemConnector] = []
  ) async -> Never {
    let status = await $dataflows.withValue(dataflows) {
      await $connectors.withValue(connectors) { await execute() }
    }
    exit(status.rawValue)
  }

  private static func execute() async -> SyncStatus {
    do {
      var command = try SyncCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return .done
    } catch let status as SyncStatus {
      return status
    } catch let error as CleanExit {
      Console.output(SyncCommand.fullMessage(for: error) + "\n")
      return .done
    } catch let error as EnvironmentError {
      return failed(error.description)
    } catch let error as StateError {
      return failed(error.description)
    } catch let error as SystemError {
      return failed(error.description)
    } catch {
      let code = SyncCommand.exitCode(for: error)
      let message = SyncCommand.fullMessage(for: error)
      if code == .success {
        Console.output(message + "\n")
        return .done
      }
      if code == .validationFailure {
        Console.error(message + "\n")
        return .usage
      }
      return failed(message.isEmpty ? "\(error)" : message)
    }
  }

  private static func failed(_ message: String) -> SyncStatus {
    Console.error("sync: \(message)\n")
    return .failed
  }
}

/// How a command ended, as the exit status of the process.
enum SyncStatus: Int32, Error {
  case done = 0
  case failed = 1
  case usage = 2
  case heldForApproval = 3
  case needsPerson = 4
}

/// The two streams of the process.
enum Console {
  static func output(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
  static func error(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
