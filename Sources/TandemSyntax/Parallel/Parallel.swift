import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work on independent things on all processors at once.
///
/// Plain threads, because the compiler is synchronous from end to end: a task group would make every caller asynchronous
/// and start another runtime, which takes longer than checking a small project.
public enum Parallel {
  /// Transforms each element; the results stand in the order of the elements, whoever made them.
  public static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    map(elements, state: {}) { _, element in transform(element) }
  }

  /// Transforms each element with a state that no two threads share, such as a cache.
  public static func map<Element: Sendable, State, Result: Sendable>(
    _ elements: [Element], state makeState: @escaping @Sendable () -> State,
    _ transform: @escaping @Sendable (inout State, Element) -> Result
  ) -> [Result] {
    let workers = min(processors, elements.count / Parallel.leastElements)
    guard workers > 1 else {
      var state = makeState()
      return elements.map { transform(&state, $0) }
    }
    return [Result](unsafeUninitializedCapacity: elements.count) { buffer, count in
      let slots = Slots(buffer)
      let next = Counter()
      // Small blocks, so that a thread which the system holds up leaves the rest to the others.
      let block = max(1, min(16, elements.count / (workers * 4)))
      run(on: workers) {
        var state = makeState()
        while true {
          let start = next.take(block)
          guard start < elements.count else { break }
          for index in start..<min(start + block, elements.count) {
            slots.initialize(index, to: transform(&state, elements[index]))
          }
        }
      }
      count = elements.count
    }
  }

  /// A thread costs more than it brings for fewer elements than this.
  private static let leastElements = 2
  /// More threads than this would only wait for each other.
  private static let mostWorkers = 16

  private static let processors = min(mostWorkers, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Runs the work on the calling thread and on further ones, and returns when all are done.
  private static func run(on workers: Int, _ work: @escaping @Sendable () -> Void) {
    var threads: [pthread_t] = []
    for _ in 1..<workers {
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      let job = Unmanaged.passRetained(Job(work))
      let failure = pthread_create(&thread, nil, runJob, job.toOpaque())
      #if canImport(Darwin)
        if failure == 0, let thread { threads.append(thread) }
      #else
        if failure == 0 { threads.append(thread) }
      #endif
      // Where the system gives no further thread, those that there are do the work.
      if failure != 0 { job.release() }
    }
    work()
    for thread in threads { pthread_join(thread, nil) }
  }

  private static let runJob: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
    if let pointer { Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().work() }
    return nil
  }

  private final class Job: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    /// Takes the next so many numbers; the first of them.
    func take(_ count: Int) -> Int { value.add(count, ordering: .relaxed).oldValue }
  }

  /// Room for results; every slot is written once, by the thread that took its number.
  private struct Slots<Result>: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Result>?

    init(_ buffer: UnsafeMutableBufferPointer<Result>) { base = buffer.baseAddress }

    func initialize(_ index: Int, to result: Result) {
      guard let base else { return }
      (base + index).initialize(to: result)
    }
  }
}
