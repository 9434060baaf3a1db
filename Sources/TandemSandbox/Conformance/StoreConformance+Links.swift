import TandemRuntime
import TandemValues

extension StoreConformance {
  static let linksFromBothSides: Check = { store, report in
    let samples = StoreSamples.self
    let base = Base(
      source: SharedView(values: [.string("Ada "), .absent]), target: SharedView(values: [.string("Ada"), .absent]))
    let manners: [Link.Made] = [.created, .byHand, .matched(alternative: 0), .matched(alternative: 3)]
    for (number, made) in manners.enumerated() {
      var link = samples.link(samples.key(Int64(number)), RecordKey(.string("t\(number)")), made: made)
      link.base = base
      link.run = 7
      try await store.write { [link] state in try state.setLink(link) }
      let found = try await store.read { [link] state in
        [try state.link(link.flow, .source, key: link.source), try state.link(link.flow, .target, key: link.target)]
      }
      report.expect(found, is: [link, link], "a link that was \(made)")
    }
    let missing = try await store.read { try $0.link(samples.otherFlow, .source, key: samples.key(0)) }
    report.expect(missing, is: nil, "the same source in another flow")
  }

  static let exclusivity: Check = { store, report in
    let samples = StoreSamples.self
    try await store.write { try $0.setLink(samples.link(samples.key(1), samples.key(10))) }
    do {
      try await store.write { try $0.setLink(samples.link(samples.key(2), samples.key(10))) }
      report.fail("a second live link of one target was accepted")
    } catch let error as StateError {
      report.expect(error, is: .linkTaken(samples.flow, .target, samples.key(10)), "the error")
    }
    do {
      try await store.write { try $0.setLink(samples.link(samples.key(1), samples.key(30))) }
      report.fail("a live link was replaced by one to another target")
    } catch let error as StateError {
      report.expect(
        error, is: .linkTaken(samples.flow, .source, samples.key(1)), "the error of a second link of a source")
    }
    let kept = try await store.read { try $0.link(samples.flow, .source, key: samples.key(1))?.target }
    report.expect(kept, is: samples.key(10), "the link that was there before")
    // The transaction in which it happened can go on.
    try await store.write { state in
      do {
        try state.setLink(samples.link(samples.key(2), samples.key(10)))
      } catch StateError.linkTaken {
        try state.setLink(samples.link(samples.key(2), samples.key(20)))
      }
    }
    let second = try await store.read { try $0.link(samples.flow, .source, key: samples.key(2))?.target }
    report.expect(second, is: samples.key(20), "the link after a refused one")
    try await store.write { try $0.setLink(samples.link(samples.key(2), samples.key(10), in: samples.otherFlow)) }
    let first = try await store.read { try $0.link(samples.flow, .target, key: samples.key(10))?.source }
    report.expect(first, is: samples.key(1), "the first link of the target")
  }

  static let replacement: Check = { store, report in
    let samples = StoreSamples.self
    var link = samples.link(samples.key(1), samples.key(10))
    try await store.write { [link] state in try state.setLink(link) }
    link.base = Base(source: SharedView(values: [.integer(2)]), target: SharedView(values: [.integer(3)]))
    link.made = .byHand
    try await store.write { [link] state in try state.setLink(link) }
    report.expect(try await store.read { try $0.links(samples.flow, after: nil, limit: 9) }, is: [link], "the links")
    try await store.write { try $0.removeLink(samples.flow, source: samples.key(1)) }
    try await store.write { try $0.removeLink(samples.flow, source: samples.key(1)) }
    report.expect(
      try await store.read { try $0.links(samples.flow, after: nil, limit: 9) }, is: [], "after its removal")
    report.expect(
      try await store.read { try $0.linkCounts(samples.flow)[.live, default: 0] }, is: 0, "the count after its removal")
  }

  static let tombstones: Check = { store, report in
    let samples = StoreSamples.self
    let grave = samples.link(samples.key(1), samples.key(10), status: .tombstone)
    try await store.write { state in
      try state.setLink(samples.link(samples.key(1), samples.key(10)))
      try state.setLink(grave)
    }
    let found = try await store.read { state in
      [
        try state.link(samples.flow, .source, key: samples.key(1)),
        try state.link(samples.flow, .target, key: samples.key(10)),
      ]
    }
    report.expect(found, is: [grave, grave], "a tombstone from both sides")
    let counted = try await store.read { try $0.linkCounts(samples.flow) }
    report.expect(counted[.live, default: 0], is: 0, "live links after the deletion")
    report.expect(counted[.tombstone, default: 0], is: 1, "tombstones after the deletion")
    let next = samples.link(samples.key(2), samples.key(10))
    try await store.write { try $0.setLink(next) }
    report.expect(
      try await store.read { try $0.link(samples.flow, .target, key: samples.key(10)) }, is: next,
      "the live link before the tombstone")
    do {
      try await store.write { try $0.setLink(samples.link(samples.key(1), samples.key(10))) }
      report.fail("a tombstone became live though its target has another link")
    } catch StateError.linkTaken {}
    let counts = try await store.read { try $0.linkCounts(samples.flow) }
    report.expect(counts[.live, default: 0], is: 1, "live links")
    report.expect(counts[.tombstone, default: 0], is: 1, "the tombstone of the other source")
    report.expect(
      try await store.read { try $0.link(samples.flow, .source, key: samples.key(1)) }, is: grave,
      "the tombstone of the other source, by its source")
    report.expect(
      try await store.read { try $0.links(samples.flow, after: nil, limit: 9) }, is: [grave, next],
      "both links in the listing")
  }

  static let severalTombstones: Check = { store, report in
    let samples = StoreSamples.self
    @Sendable func grave(_ source: Int64, isDropped: Bool = false) -> Link {
      var link = samples.link(samples.key(source), samples.key(10), status: .tombstone)
      link.isDropped = isDropped
      return link
    }
    try await store.write { state in
      try state.setLink(grave(1, isDropped: true))
      try state.setLink(grave(2))
      try state.setLink(samples.link(samples.key(3), samples.key(10)))
      // Touching a tombstone does not put it before the live link.
      try state.setLink(grave(1, isDropped: true))
    }
    let live = try await store.read { try $0.link(samples.flow, .target, key: samples.key(10)) }
    report.expect(live?.source, is: samples.key(3), "the live link of the target")
    try await store.write { try $0.removeLink(samples.flow, source: samples.key(3)) }
    report.expect(
      try await store.read { try $0.link(samples.flow, .target, key: samples.key(10)) }, is: grave(2),
      "the latest tombstone, once the live link is removed")
    try await store.write { try $0.setLink(samples.link(samples.key(2), samples.key(20))) }
    report.expect(
      try await store.read { try $0.link(samples.flow, .target, key: samples.key(10)) },
      is: grave(1, isDropped: true), "the mark of a link that was dropped, once the other source has a new target")
    try await store.write { try $0.setLink(samples.link(samples.key(1), samples.key(10))) }
    report.expect(
      try await store.read { try $0.link(samples.flow, .source, key: samples.key(1))?.isDropped }, is: false,
      "the mark after the source is linked anew")
  }

  static let linkPages: Check = { store, report in
    let samples = StoreSamples.self
    let sources = (1...23).map { samples.key(Int64($0 * 5 % 23)) } + [RecordKey(.string("a")), RecordKey(.string("b"))]
    try await store.write { state in
      for (number, source) in sources.enumerated() {
        try state.setLink(samples.link(source, samples.key(Int64(1_000 + number))))
      }
      try state.setLink(samples.link(samples.key(1), samples.key(1), in: samples.otherFlow))
    }
    var listed: [RecordKey] = []
    while listed.count < 1_000 {
      let page = try await store.read { [last = listed.last] state in
        try state.links(samples.flow, after: last, limit: 7).map(\.source)
      }
      if page.isEmpty { break }
      report.expect(page.count <= 7, "a page of 7 holds \(page.count) links")
      listed += page
    }
    report.expect(listed, is: sources.sorted(), "the sources in ascending order")
    let count = try await store.read { try $0.linkCounts(samples.flow)[.live, default: 0] }
    report.expect(count, is: sources.count, "the count")
  }
}
