/// The six systems of the sample, by their names in documents.
enum SampleSystem: String, CaseIterable {
  case customCRM = "Custom CRM"
  case customERP = "Custom ERP"
  case customPMS = "Custom PMS"
  case crmOffice = "CRMOffice"
  case exactOnline = "Exact Online"
  case salesforce = "Salesforce"

  /// The file that stands for the system: the name that `sync` looks for in the embedded environment.
  var fileName: String {
    rawValue.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-") + ".sqlite"
  }
}
