/// What libFuzzer calls with each input: the reader of `yaml` and all that holds for what it gives.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.look(at: UnsafeBufferPointer(start: start, count: count), as: .yaml)
  return 0
}
