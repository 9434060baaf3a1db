import TandemRuntime
import TandemValues

/// What a document's check proved of one group of connected rows, as a table that generated tests hold the generated
/// mapping to.
///
/// A value that travels from one side to the other and back ends as one of ``Outcome``; the check says which of them can
/// happen. A row that is *exact* allows none but the return of the very value; one that is *normalising* allows its
/// normal form; one that is *lossy* allows what its evidence shows.
public struct RowLaw: Sendable {
  /// The position of the property in the flow's shared view.
  public var property: Int
  /// The rows, for people: `title to name`.
  public var rows: String
  /// The verdict of the check.
  public var verdict: Verdict
  /// What may become of a value besides that it comes back as it was.
  public var allowed: Set<Outcome>
  /// The ways that values take through the rows.
  public var trips: [LawTrip]
  /// The value that shows the loss, station by station; `nil` where nothing is lost or no value shows it.
  public var example: LawExample?

  /// The verdicts of a check.
  public enum Verdict: String, Sendable, Hashable {
    /// Every value comes back as it was.
    case exact
    /// Values come back in normal form.
    case normalising
    /// Some values do not come back, or are refused.
    case lossy
    /// Values travel into one system only.
    case oneWay = "one-way"
    /// The check could not run what the value goes through.
    case unknown
  }

  /// What becomes of a value that does not come back as it was.
  public enum Outcome: Sendable, Hashable {
    /// It comes back in another form that the shared view takes for the same, and a second trip changes nothing more.
    case settles
    /// It comes back as another value.
    case changes
    /// It cannot be taken.
    case refused
  }

  /// Makes a law.
  public init(
    property: Int, rows: String, verdict: Verdict, allowed: Set<Outcome> = [], trips: [LawTrip],
    example: LawExample? = nil
  ) {
    self.property = property
    self.rows = rows
    self.verdict = verdict
    self.allowed = allowed
    self.trips = trips
    self.example = example
  }
}

/// One way that values take through a group of rows.
public struct LawTrip: Sendable {
  /// The way.
  public var way: Way
  /// The property of the source record; without positions where the value comes from elsewhere.
  public var source: LawPath
  /// The property of the target record.
  public var target: LawPath

  /// The ways of values.
  public enum Way: Sendable, Hashable {
    /// From the source to the target and back.
    case sourceAndBack
    /// From the target to the source and back.
    case targetAndBack
    /// From the source to the target, where what was written is read again.
    case intoTarget
    /// From the target to the source, where what was written is read again.
    case intoSource
    /// From the source into a further property of the target, which is never read.
    case intoFurtherTarget
    /// From a constant of the document into the target.
    case constant
    /// From the parameter at the position into the target.
    case parameter(Int)
    /// Out of a record of the source and into the same record. Between the two sides the engine translates the key.
    case withinSource
    /// Out of a record of the target and into the same record.
    case withinTarget
  }

  /// Makes a trip.
  public init(_ way: Way, source: LawPath = LawPath([]), target: LawPath = LawPath([])) {
    self.way = way
    self.source = source
    self.target = target
  }
}

/// The place of a value in a record, with what else the record must hold for the rows to apply.
public struct LawPath: Sendable, Hashable {
  /// The positions from the entity's property inwards; a list on the way has one element.
  public var positions: [Int]
  /// What else must stand in the record.
  public var given: [Given]

  /// A value that the rows' conditions ask for.
  public struct Given: Sendable, Hashable {
    /// Its place.
    public var positions: [Int]
    /// The value.
    public var value: Value

    /// Makes one.
    public init(_ positions: [Int], _ value: Value) {
      self.positions = positions
      self.value = value
    }
  }

  /// Makes a place.
  public init(_ positions: [Int], given: [Given] = []) {
    self.positions = positions
    self.given = given
  }
}

/// The way of one value that the check gives as evidence of a loss.
public struct LawExample: Sendable, Hashable {
  /// The property of the source record.
  public var source: LawPath
  /// The property of the target record.
  public var target: LawPath
  /// The stations; the value starts at the first one.
  public var stations: [Station]
  /// Why the way ends at the last station; `nil` where the value came back.
  public var refusal: String?

  /// A station of the way.
  public struct Station: Sendable, Hashable {
    /// Where the value is.
    public var place: Place
    /// The value there.
    public var value: Value

    /// Makes a station.
    public init(_ place: Place, _ value: Value) {
      self.place = place
      self.value = value
    }
  }

  /// The places at which a value can be.
  public enum Place: String, Sendable, Hashable {
    /// The property of the source record.
    case source
    /// The shared view.
    case shared
    /// The property of the target record.
    case target
  }

  /// Makes an example.
  public init(source: LawPath, target: LawPath, stations: [Station], refusal: String? = nil) {
    self.source = source
    self.target = target
    self.stations = stations
    self.refusal = refusal
  }
}
