/// The edits of the demonstration, on both sides of each dataflow.
enum SampleEdits {
  static func all(_ world: SampleWorld) -> [SampleEdit] {
    betweenCRMAndERP(world) + betweenPMSAndERP(world) + betweenERPAndCRMOffice(world) + betweenCRMAndExact(world)
      + betweenERPAndSalesforce(world)
  }
}

extension String {
  /// The text as SQL.
  var sql: String { "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'" }
}
