#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the commands know of the time; nothing else in the compiler asks for it.
enum Clock {
  /// The day on which the program runs, in the world's time, in days since 1970-01-01.
  static var today: Int { Int(time(nil)) / 86_400 }
}
