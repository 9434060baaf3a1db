/// One reason to believe that two properties correspond, or that they do not. Evidences are independent of each other;
/// their points are added up.
protocol Evidence: Sendable {
  /// What the evidence says of a pair; `nil` where it says nothing.
  static func weigh(_ pair: CandidatePair) -> EvidenceFinding?
}

/// What an evidence says.
struct EvidenceFinding {
  /// In hundredths of the logarithm of the odds: +100 makes the pair nearly three times as likely.
  var points: Int
  /// The reason in words for the author; `nil` where it is not worth telling.
  var reason: String?
}

/// All evidences, in the order in which their reasons are told.
enum Evidences {
  static let all: [any Evidence.Type] = [
    NameEvidence.self, ReferenceEvidence.self, OwnKeyEvidence.self, LookupEvidence.self, TitleEvidence.self,
    NameRoleEvidence.self, NaturalKeyEvidence.self, MainDateEvidence.self, ValuesEvidence.self, SampleEvidence.self,
    TypeEvidence.self,
    RequiredEvidence.self, LengthEvidence.self, StructureEvidence.self, WritableEvidence.self,
    OppositeEvidence.self,
  ]
}
