import Foundation
import Synchronization
import TandemRuntime

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The right to use a state, for one process at a time.
///
/// The kernel holds the lock on a file beside the state and lets go of it when the process ends in any way, so a killed
/// process leaves nothing to clean up. The file's text, the number of the process, serves the message only. The file stays
/// when the lock is released: removing it would let two processes lock two files of one name.
final class StateLock: Sendable {
  private let descriptor: Mutex<Int32?>

  /// Takes the lock for the state at a path, or throws ``StateError/locked(_:)`` at once.
  init(statePath: String) throws(StateError) {
    let path = statePath + ".lock"
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else {
      throw .storage(
        "\(path) cannot be opened (\(systemMessage(errno))); allow this user to write the directory of the state")
    }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      defer { close(opened) }
      guard reason == EWOULDBLOCK else {
        throw .storage("\(path) cannot be locked (\(systemMessage(reason))); put the state on a local disk")
      }
      let holder = StateLock.holder(opened).map { "process \($0)" } ?? "another process"
      throw .locked("\(holder) works on \(statePath); wait until it ends or stop it")
    }
    descriptor = Mutex(opened)
    let text = Array("\(getpid())\n".utf8)
    // The lock itself holds without the text; a full disk only makes the message poorer.
    if ftruncate(opened, 0) == 0 { _ = pwrite(opened, text, text.count, 0) }
  }

  deinit { release() }

  /// Lets go of the lock; a second time does nothing.
  func release() {
    descriptor.withLock { held in
      guard let descriptor = held else { return }
      _ = ftruncate(descriptor, 0)
      close(descriptor)
      held = nil
    }
  }

  private static func holder(_ descriptor: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int(String(decoding: bytes[..<count].prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
  }
}

/// The operating system's words for an error number.
func systemMessage(_ number: Int32) -> String {
  guard let text = strerror(number) else { return "error \(number)" }
  return String(cString: text)
}
