/// A conversion between two Swift types: the one place where its code stands.
///
/// Generated code calls ``converted(_:)`` and ``restored(_:)`` with the typed properties of its records, where nothing is
/// boxed; the checker and the engine call ``Conversion/forward(_:)`` and ``Conversion/backward(_:)``, which are the same
/// functions over ``Value``. A missing value never reaches the typed functions: it passes through.
public protocol TypedConversion<Input, Output>: Conversion {
  /// What the source's property holds.
  associatedtype Input: PropertyType
  /// What the shared view holds.
  associatedtype Output: PropertyType

  /// Converts a value of the source property into the shared view; `nil` where it stands for no value.
  ///
  /// - Throws: ``ConversionError`` when the value lies outside the conversion's domain.
  func converted(_ input: Input) throws(ConversionError) -> Output?

  /// Converts a value of the shared view back into one for the source property; `nil` where it stands for no value.
  ///
  /// - Throws: ``ConversionError`` when the value lies outside the conversion's range.
  func restored(_ output: Output) throws(ConversionError) -> Input?
}

extension TypedConversion {
  /// ``converted(_:)`` over values: a missing one stays as it is, one of another type is an error.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    let input: Input
    switch Input.read(value) {
    case .success(let read): input = read
    case .failure(let misfit): throw Self.failure(misfit.reason)
    }
    return try converted(input)?.propertyValue ?? .null
  }

  /// ``restored(_:)`` over values: a missing one stays as it is, one of another type is an error.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    let output: Output
    switch Output.read(value) {
    case .success(let read): output = read
    case .failure(let misfit): throw Self.failure(misfit.reason)
    }
    return try restored(output)?.propertyValue ?? .null
  }
}

/// A conversion within one type that does the same in both directions.
public protocol SymmetricConversion: TypedConversion where Input == Output {}

extension SymmetricConversion {
  /// The same as ``TypedConversion/converted(_:)``.
  @inlinable public func restored(_ output: Output) throws(ConversionError) -> Input? { try converted(output) }
}
