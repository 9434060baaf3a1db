import TandemRuntime
import TandemValues

/// Who wins where both systems changed a property.
extension ShopToLedgerDataflow.Custom {
  /// Of two texts the longer one says more; a person looks at what is no text.
  static func longerText(_ conflict: PropertyConflict) -> ConflictDecision {
    guard case .string(let source) = conflict.source, case .string(let target) = conflict.target,
      source.count != target.count
    else { return .person }
    return source.count > target.count ? .source : .target
  }
}
