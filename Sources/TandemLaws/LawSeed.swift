import Foundation

/// The seed of a run of generated tests.
public enum LawSeed {
  /// `TANDEM_SEED` of the process where it is a whole number, else a fixed one: a run that nobody touched draws what the
  /// last one drew.
  public static let current =
    ProcessInfo.processInfo.environment["TANDEM_SEED"].flatMap { UInt64($0) } ?? 20_241_120
}
