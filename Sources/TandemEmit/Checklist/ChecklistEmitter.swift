import TandemSemantics

/// Writes the checklist of a document in one of its forms.
public enum ChecklistEmitter {
  /// The file, named after the document.
  public static func emit(_ dataflow: CheckedDataflow, format: ChecklistFormat) -> GeneratedFile {
    let checklist = ChecklistBuilder(dataflow: dataflow).build()
    let text: String
    switch format {
    case .rst: text = RSTChecklistWriter.write(checklist, document: dataflow.path)
    case .markdown: text = MarkdownChecklistWriter.write(checklist, document: dataflow.path)
    }
    return GeneratedFile(path: "\(FileStem.of(dataflow.path)).\(format.fileExtension)", contents: text)
  }
}
