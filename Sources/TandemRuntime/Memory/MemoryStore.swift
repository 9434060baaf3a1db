/// A state that lives in memory only: for tests, and as the overlay on which a plan is tried out.
public actor MemoryStore: StateStore {
  private var state: MemoryState

  /// An empty state.
  public init() { state = MemoryState() }

  init(state: MemoryState) { self.state = state }

  /// Reads a consistent state.
  public func read<Result: Sendable>(_ body: @Sendable (any StateReader) throws -> Result) throws -> Result {
    let transaction = MemoryTransaction(state)
    defer {
      state.sortedKeys = transaction.state.sortedKeys
      state.sortedLinks = transaction.state.sortedLinks
    }
    return try body(transaction)
  }

  /// Reads and writes a consistent state; nothing is kept when the body throws.
  public func write<Result: Sendable>(_ body: @Sendable (any StateWriter) throws -> Result) throws -> Result {
    // The state moves into the transaction, so that its dictionaries have one owner and are changed in place.
    let transaction = MemoryTransaction(state)
    state = MemoryState()
    do {
      let result = try body(transaction)
      transaction.state.compact()
      state = transaction.state
      return result
    } catch {
      transaction.rollBack()
      state = transaction.state
      throw error
    }
  }

  /// A copy, which shares memory with the original until one of them changes.
  public func overlay() -> any StateStore { MemoryStore(state: state) }
}
