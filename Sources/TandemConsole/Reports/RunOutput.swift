import TandemRuntime

/// Prints what a run did or would do.
enum RunOutput {
  static func show(_ report: RunReport, _ session: Session, format: SelectionOptions.Format) throws {
    switch format {
    case .json: Console.output(try JSONForm.text(JSONForm.Run(report, session)))
    case .text: Console.output(RunText.render(report, session))
    }
  }
}
