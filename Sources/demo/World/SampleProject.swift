import TandemSandbox

/// A project for a company.
struct SampleProject {
  /// Counted from 0.
  let index: Int
  let company: SampleCompany
  let manager: SampleColleague
  /// In cents.
  let budget: Int
  /// In hundredths of an hour.
  let hours: Int

  var code: String { "P\(100 + index)" }
  var title: String { "\(SandboxPools.activities[(index * 5) % SandboxPools.activities.count]) \(code)" }
  var phase: String { ["planning", "execution", "finished", "aborted"][index % 4] }
  var statusInERP: String { ["PLANNED", "RUNNING", "DONE", "STOPPED"][index % 4] }
  var stateInCRMOffice: String { ["NotStarted", "Started", "Completed", "Unknown"][index % 4] }
  var stateInSalesforce: String { ["Not Started", "In Progress", "Completed", "Deferred"][index % 4] }
  var urgency: Int { 1 + index % 3 }
  var priorityInSalesforce: String { ["High", "Normal", "Low"][index % 3] }
  var start: String { SampleTime.day(index * 5) }
  var end: String { SampleTime.day(index * 5 + 45) }
  var summary: String? { index % 4 == 2 ? nil : SandboxPools.notes[index % SandboxPools.notes.count] }

  // Of ten, seven are in PMS alone, two in PMS and ERP, one in ERP alone.
  var isInPMS: Bool { index % 10 != 9 }
  var isInERP: Bool { index % 10 >= 7 }
  var isInCRMOffice: Bool { index % 10 == 7 }
  var isInSalesforce: Bool { index % 10 == 8 }

  init(_ index: Int, company: SampleCompany, manager: SampleColleague, _ random: inout SandboxRandom) {
    self.index = index
    self.company = company
    self.manager = manager
    budget = 1_000 * (100 + random.number(below: 40_000))
    hours = 50 * (20 + random.number(below: 900))
  }
}

/// A piece of work in a project; ERP keeps it among the projects.
struct SampleTask {
  /// Counted from 0.
  let index: Int
  let project: SampleProject
  let assignee: SampleColleague
  let minutes: Int

  var number: String { "T\(1_001 + index)" }
  var title: String { "\(SandboxPools.activities[(index * 7) % SandboxPools.activities.count]) \(number)" }
  var state: String { ["todo", "doing", "done", "dropped"][index % 4] }
  var statusInERP: String { ["PLANNED", "RUNNING", "DONE", "STOPPED"][index % 4] }
  var urgency: Int { 1 + (index / 2) % 3 }
  var start: String { SampleTime.day(index * 3) }
  var deadline: String? { index % 6 == 5 ? nil : SampleTime.day(index * 3 + 14) }
  var instructions: String? { index % 3 == 1 ? nil : SandboxPools.notes[index % SandboxPools.notes.count] }

  // Of ten, eight are in PMS alone, one in PMS and ERP, one in ERP alone.
  var isInPMS: Bool { index % 10 != 9 }
  var isInERP: Bool { index % 10 >= 8 }

  init(_ index: Int, project: SampleProject, assignee: SampleColleague, _ random: inout SandboxRandom) {
    self.index = index
    self.project = project
    self.assignee = assignee
    minutes = 15 * (1 + random.number(below: 60))
  }
}
