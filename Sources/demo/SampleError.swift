/// Why the sample cannot be worked on; the description says what to do.
struct SampleError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
