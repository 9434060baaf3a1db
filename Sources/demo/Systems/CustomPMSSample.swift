/// What Custom PMS knows of the sample world: projects, their tasks, and the companies for which they are run.
enum CustomPMSSample {
  static func key(_ company: SampleCompany) -> String { "C-\(company.number)" }
  static func key(_ project: SampleProject) -> String { "P-\(project.code)" }

  static func fill(_ database: SampleDatabase, _ world: SampleWorld) throws {
    try database.insert("Customer", try world.companies.filter(\.isInPMS).map(customer) + strangers())
    try database.insert("Project", try world.projects.filter(\.isInPMS).map(project) + [notUrgent])
    try database.insert("Task", world.tasks.filter(\.isInPMS).map(task))
  }

  private static func customer(_ company: SampleCompany) throws -> SampleRecord {
    [
      "id": key(company), "customerCode": company.codeInPMS, "name": company.name,
      "contactEmail": company.index % 3 == 0 ? nil : "projects.\(company.number)@example.com",
      "phone": company.index % 2 == 1 ? nil : company.phone,
      "location": try JSONColumn.object([
        "city": company.city, "country": company.index % 3 == 1 ? nil : company.countryOfThreeLetters,
      ]),
      "active": true, "modifiedAt": SampleTime.edited(company.index, hour: 9),
    ]
  }

  /// Companies that only PMS knows: nothing is created for them.
  private static func strangers() throws -> [SampleRecord] {
    try (1...3).map { number in
      [
        "id": "C-X\(number)", "customerCode": "X\(number)", "name": "Internes Projekt \(number)",
        "location": try JSONColumn.object(["city": "Nirgendwo"]), "modifiedAt": SampleTime.edited(number, hour: 9),
      ]
    }
  }

  private static func project(_ project: SampleProject) throws -> SampleRecord {
    [
      "id": key(project), "projectCode": project.code, "title": project.title, "customerId": key(project.company),
      "phase": project.phase, "urgency": project.urgency, "startDate": project.start, "endDate": project.end,
      "budget": SampleDecimal.text(project.budget, places: 2),
      "hours": project.index % 5 == 4 ? nil : SampleDecimal.text(project.hours, places: 2),
      "managerEmail": project.manager.email, "summary": project.summary,
      "tags": try JSONColumn.text(["intern", "år \(project.index)"]),
      "modifiedAt": SampleTime.edited(project.index, hour: 9),
    ]
  }

  /// A project that is less urgent than ERP can say.
  private static var notUrgent: SampleRecord {
    [
      "id": "P-P900", "projectCode": "P900", "title": "Maybe one day", "phase": "planning", "urgency": 9,
      "modifiedAt": SampleTime.edited(1, hour: 9),
    ]
  }

  private static func task(_ task: SampleTask) -> SampleRecord {
    [
      "id": "T-\(task.number)", "taskNumber": task.number, "projectId": key(task.project), "title": task.title,
      "state": task.state, "urgency": task.urgency, "startDate": task.start,
      "deadline": task.deadline.map { $0.split(separator: "-").joined() }, "estimatedMinutes": task.minutes,
      "assigneeEmail": task.assignee.email, "instructions": task.instructions,
      "modifiedAt": SampleTime.edited(task.index, hour: 9),
    ]
  }
}
