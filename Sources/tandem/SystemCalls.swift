#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The calls of the system whose names are methods of the types that use them, so that they need their module's name.
enum SystemCalls {
  /// Reads up to `count` bytes; the number of bytes, 0 at the end, below 0 with `errno` set.
  static func read(_ descriptor: Int32, _ base: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    #if canImport(Glibc)
      return Glibc.read(descriptor, base, count)
    #elseif canImport(Musl)
      return Musl.read(descriptor, base, count)
    #else
      return Darwin.read(descriptor, base, count)
    #endif
  }

  /// Writes up to `count` bytes; the number of bytes, below 0 with `errno` set.
  static func write(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      return Glibc.write(descriptor, base, count)
    #elseif canImport(Musl)
      return Musl.write(descriptor, base, count)
    #else
      return Darwin.write(descriptor, base, count)
    #endif
  }
}
