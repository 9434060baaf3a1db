import TandemSandbox

/// Somebody on the payroll; some of them work with the CRM.
struct SampleColleague {
  /// Counted from 0.
  let index: Int
  let firstName: String
  let lastName: String
  let mobile: String

  var number: String { "E\(1_001 + index)" }
  var email: String { "\(firstName.asciiLetters(or: "colleague")).\(number.lowercased())@tandem.example" }
  var initials: String { "\(firstName.asciiLetters(or: "xx").prefix(2).uppercased())\(1_001 + index)" }
  var department: String { ["Verkauf", "Lager", "Økonomi", "Zarząd"][index % 4] }
  var jobTitle: String { SandboxPools.positions[index % SandboxPools.positions.count] }
  var hiredOn: String { SampleTime.day(20 + index * 9) }
  /// The last one that the CRM knows has left, so takes part in nothing.
  var isActive: Bool { index != 12 }

  var isInCRM: Bool { index < 13 }
  var isInCRMOffice: Bool { index % 3 == 0 }
  var isInSalesforce: Bool { index % 3 == 1 }
  /// In Salesforce without the employee number: found by the login.
  var isInSalesforceByLogin: Bool { index == 7 }

  init(_ index: Int, _ random: inout SandboxRandom) {
    self.index = index
    let given = SandboxPools.givenNames
    let family = SandboxPools.familyNames
    firstName = given[(index * 11 + 3) % given.count]
    lastName = family[(index * 13 + 5) % family.count]
    mobile = "+31 6 \(10_000_000 + random.number(below: 80_000_000))"
  }
}
