import TandemValues

/// A value on its way through a group of rows, step by step.
public struct ValueTrip: Sendable, Hashable {
  /// The side where the value stood first.
  public var start: FlowSide
  /// The stations, the first with the value as it stood.
  public var steps: [Step]
  /// Why the way ends at the last station, in words that follow the value: `is longer than 40 characters`. `nil` where
  /// the value came back, changed.
  public var refusal: String?
  /// The position of the group's input through which the way leads.
  public var input = 0
  /// The position of the group's output through which the way leads.
  public var output = 0

  /// A station of the way.
  public struct Step: Sendable, Hashable {
    /// Where the value is.
    public var place: Place
    /// The value there.
    public var value: Value
    /// What made it from the value before, as explanations print a conversion; `nil` where nothing was to be done.
    public var conversion: String?

    /// Makes a station.
    public init(place: Place, value: Value, conversion: String? = nil) {
      self.place = place
      self.value = value
      self.conversion = conversion
    }
  }

  /// The stations that a value can be at.
  public enum Place: String, Sendable, Hashable {
    /// The source system's property.
    case source
    /// The shared view.
    case shared
    /// The target system's property.
    case target
  }

  /// Makes a trip.
  public init(start: FlowSide, steps: [Step], refusal: String? = nil) {
    self.start = start
    self.steps = steps
    self.refusal = refusal
  }
}

extension ValueTrip {
  /// The value where the trip ended.
  public var end: Value { steps.last?.value ?? .absent }

  /// True when the value came back as it had left.
  public var isExact: Bool { refusal == nil && steps.last?.value == steps.first?.value }
}
