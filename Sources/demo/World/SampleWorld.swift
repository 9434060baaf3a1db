import TandemSandbox

/// The one real world of which each of the six systems knows a part: companies, people, colleagues, articles, offers,
/// sales and projects of a small trading company.
///
/// Everything by which records are recognised follows from their number alone, so that edits and tests can name records;
/// the seed draws the other values. Which system knows which thing is a rule over the number too, and stands in the type
/// of the thing.
struct SampleWorld {
  /// How large the world is.
  enum Size: String, CaseIterable {
    /// Enough for every edit of the demonstration; for tests that run it hundreds of times.
    case small
    /// A few hundred records in each system.
    case full
  }

  let companies: [SampleCompany]
  let people: [SamplePerson]
  let colleagues: [SampleColleague]
  let articles: [SampleArticle]
  let offers: [SampleOffer]
  let sales: [SampleSale]
  let projects: [SampleProject]
  let tasks: [SampleTask]
  /// How many records of a kind the service desk and the bookkeeper keep for themselves; no flow touches them.
  let unsharedCount: Int

  /// The world that follows from a seed.
  init(seed: UInt64, size: Size) {
    var random = SandboxRandom(seed: seed)
    let isFull = size == .full
    unsharedCount = isFull ? 120 : 4
    companies = (0..<(isFull ? 150 : 30)).map { SampleCompany($0, &random) }
    // People, and so offers and sales, belong to companies that CRM and ERP both know: no record waits for another.
    let known = companies.filter { $0.isInCRM && $0.isInERP }
    people = (0..<(isFull ? 180 : 30)).map { SamplePerson($0, company: known[$0 % known.count], &random) }
    colleagues = (0..<(isFull ? 30 : 15)).map { SampleColleague($0, &random) }
    articles = (0..<(isFull ? 80 : 24)).map { SampleArticle($0, &random) }
    let inCRM = people.filter(\.isInCRM)
    let inBoth = people.filter { $0.isInCRM && $0.isInERP }
    let sold = articles.filter(\.isInCRM)
    func buyer(_ number: Int, _ isShared: Bool) -> SamplePerson {
      isShared ? inBoth[number % inBoth.count] : inCRM[number % inCRM.count]
    }
    let staff = colleagues
    offers = (0..<(isFull ? 80 : 24)).map { number in
      SampleOffer(
        number, person: buyer(number, SampleOffer.isInERP(number)), article: sold[number % sold.count],
        owner: staff[number % 10], &random)
    }
    let offered = offers
    sales = (0..<(isFull ? 100 : 24)).map { number in
      // Every sixth sale comes from an offer.
      let offer = number % 6 == 1 && !SampleSale.isInERP(number) ? offered[number / 6 * 2] : nil
      return SampleSale(
        number, person: offer?.person ?? buyer(number, SampleSale.isInERP(number)),
        article: sold[(number * 3) % sold.count], offer: offer, owner: staff[number % 10], &random)
    }
    let planned = companies.filter { $0.isInPMS && $0.isInERP }
    projects = (0..<(isFull ? 50 : 20)).map {
      SampleProject($0, company: planned[$0 % planned.count], manager: staff[$0 % 10], &random)
    }
    let running = projects.filter(\.isInPMS)
    tasks = (0..<(isFull ? 200 : 30)).map {
      SampleTask($0, project: running[$0 % running.count], assignee: staff[($0 + 3) % 12], &random)
    }
  }
}

/// Moments and days of the sample world.
enum SampleTime {
  /// A day of 2026, counted from the first of January.
  static func day(_ offset: Int) -> String {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var rest = ((offset % 365) + 365) % 365
    for (month, length) in lengths.enumerated() {
      if rest < length { return "2026-\(padded(month + 1))-\(padded(rest + 1))" }
      rest -= length
    }
    return "2026-12-31"
  }

  /// A moment of 2026 in UTC.
  static func moment(_ offset: Int, hour: Int = 9, minute: Int = 0) -> String {
    "\(day(offset))T\(padded(hour % 24)):\(padded(minute % 60)):00.000Z"
  }

  /// When a record was last edited before the sync began: a moment of 2025, one per record.
  static func edited(_ index: Int, hour: Int) -> String {
    "2025-\(padded(1 + index % 12))-\(padded(1 + index % 28))T\(padded(hour % 24)):\(padded(index % 60)):00.000Z"
  }

  /// A number with two digits.
  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
