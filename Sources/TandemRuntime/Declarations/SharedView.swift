import TandemValues

/// The shared view of a flow: the mapped properties of a record in normal form, in the order of the flow's declaration.
///
/// Records of both sides project into it; two records are in step exactly when their views are equal. A value is
/// ``TandemValues/Value/absent`` where a side says nothing about the property (a direction that does not read it).
public struct SharedView: Hashable, Sendable {
  /// The values, one per shared property.
  public var values: [Value]

  /// A view of `count` properties about which nothing is known.
  public init(count: Int) {
    values = Array(repeating: .absent, count: count)
  }

  /// A view with the given values.
  public init(values: [Value]) {
    self.values = values
  }

  /// The value of the property at a position.
  public subscript(index: Int) -> Value {
    get { values[index] }
    set { values[index] = newValue }
  }
}

/// What a record projects into: the values themselves, or a struct of generated code with one property per value.
public protocol SharedProjection: Sendable {
  /// The projection as values.
  var sharedView: SharedView { get }

  /// The projection with the values of a view at some positions, and nothing at the others.
  ///
  /// - Throws: ``MappingError`` when one of them is not of the property's type.
  init(_ view: SharedView, changed: PropertySet) throws(MappingError)
}

extension SharedView: SharedProjection {
  /// The view itself.
  public var sharedView: SharedView { self }

  /// The view itself.
  public init(_ view: SharedView, changed: PropertySet) throws(MappingError) { self = view }
}

/// The shared view of a flow as a struct of generated code: `nil` is ``TandemValues/Value/null``.
public protocol TypedSharedView: SharedProjection, StoredRecord {
  /// The positions about which the record says nothing; their values are ``TandemValues/Value/absent``.
  var unknown: PropertySet { get }
}

extension TypedSharedView {
  /// A record says something of every property unless a row has a condition.
  public var unknown: PropertySet { PropertySet() }

  /// The projection as values.
  public var sharedView: SharedView {
    var view = SharedView(values: Self.layout.values(of: self))
    for index in unknown.indices { view[index] = .absent }
    return view
  }

  /// The projection with the values of a view at some positions, and nothing at the others.
  ///
  /// - Throws: ``MappingError`` when one of them is not of the property's type.
  public init(_ view: SharedView, changed: PropertySet) throws(MappingError) {
    self.init()
    try Self.layout.store(view.values, at: changed, into: &self)
  }
}
