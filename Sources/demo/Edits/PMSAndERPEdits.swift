extension SampleEdits {
  /// Custompms to Customerp.
  static func betweenPMSAndERP(_ world: SampleWorld) -> [SampleEdit] {
    let finished = world.tasks[1]
    let postponed = world.tasks[2]
    let dropped = world.tasks[4]
    let project = world.projects[7]
    return [
      SampleEdit(
        "A colleague finishes task \(finished.number).",
        [.edit(.customPMS, "UPDATE Task SET state = 'done' WHERE taskNumber = \(finished.number.sql)")],
        arrives: [
          .expect(
            "DONE", in: .customERP, "status of activity \(finished.number)",
            "SELECT status FROM Project WHERE code = \(finished.number.sql)"),
          .expect(
            "Completed", in: .salesforce, "status of the task, by way of ERP",
            "SELECT Status FROM Task WHERE Subject = \(finished.title.sql)"),
        ]),
      SampleEdit(
        "A colleague postpones task \(postponed.number); PMS writes 20261224.",
        [.edit(.customPMS, "UPDATE Task SET deadline = '20261224' WHERE taskNumber = \(postponed.number.sql)")],
        arrives: [
          .expect(
            "2026-12-24", in: .customERP, "end of activity \(postponed.number)",
            "SELECT endDate FROM Project WHERE code = \(postponed.number.sql)")
        ]),
      SampleEdit(
        "The back office raises the budget of project \(project.code).",
        [.edit(.customERP, "UPDATE Project SET budget = 9876.50 WHERE code = \(project.code.sql)")],
        arrives: [
          .expect(
            "9876.5", in: .customPMS, "budget of project \(project.code)",
            "SELECT budget FROM Project WHERE projectCode = \(project.code.sql)")
        ]),
      SampleEdit(
        "The back office enters who at customer 10001 answers for projects.",
        [.edit(.customERP, "UPDATE Customer SET projectContact = 'bygg@example.com' WHERE number = 10001")],
        arrives: [
          .expect(
            "bygg@example.com", in: .customPMS, "contact of customer 10001",
            "SELECT contactEmail FROM Customer WHERE customerCode = '10001'")
        ]),
      SampleEdit(
        "A colleague deletes task \(dropped.number); ERP stops it.",
        [.edit(.customPMS, "DELETE FROM Task WHERE taskNumber = \(dropped.number.sql)")],
        arrives: [
          .expect(
            "STOPPED", in: .customERP, "status of activity \(dropped.number)",
            "SELECT status FROM Project WHERE code = \(dropped.number.sql)"),
          .expect(
            "Deferred", in: .salesforce, "status of the task, by way of ERP",
            "SELECT Status FROM Task WHERE Subject = \(dropped.title.sql)"),
        ]),
    ]
  }
}
