/// Chooses pairs so that nothing is chosen twice and the sum of the weights is greatest.
enum Assignment {
  /// A possible pair.
  struct Edge {
    var source: Int
    var target: Int
    /// More than 0.
    var weight: Int
  }

  /// The best choice. Of equally good ones that of the earliest sources and targets is taken, so the same input always
  /// gives the same.
  static func best(_ edges: [Edge]) -> [Edge] {
    components(of: edges).flatMap { component in
      component.count == 1 ? component : solved(component)
    }
  }

  /// The edges in groups that share neither sources nor targets.
  private static func components(of edges: [Edge]) -> [[Edge]] {
    var group = Array(edges.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while group[index] != index {
        group[index] = group[group[index]]
        index = group[index]
      }
      return index
    }
    var sources: [Int: Int] = [:]
    var targets: [Int: Int] = [:]
    for (index, edge) in edges.enumerated() {
      for other in [sources[edge.source], targets[edge.target]].compactMap(\.self) {
        let (left, right) = (root(index), root(other))
        group[max(left, right)] = min(left, right)
      }
      sources[edge.source] = sources[edge.source] ?? index
      targets[edge.target] = targets[edge.target] ?? index
    }
    let grouped = Dictionary(grouping: edges.indices, by: root)
    return grouped.keys.sorted().map { key in (grouped[key] ?? []).map { edges[$0] } }
  }

  /// Beyond so many sources or targets in one group the heaviest pairs are simply taken first.
  private static let limit = 150

  private static func solved(_ edges: [Edge]) -> [Edge] {
    let sources = Array(Set(edges.map(\.source))).sorted()
    let targets = Array(Set(edges.map(\.target))).sorted()
    guard sources.count <= limit, targets.count <= limit else { return greedy(edges) }
    let size = max(sources.count, targets.count)
    let rows = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1, $0) })
    let columns = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1, $0) })
    var costs = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
    for edge in edges {
      guard let row = rows[edge.source], let column = columns[edge.target] else { continue }
      costs[row][column] = -edge.weight
    }
    let choice = cheapest(costs)
    return edges.filter { edge in
      guard let row = rows[edge.source], let column = columns[edge.target] else { return false }
      return choice[row] == column
    }
  }

  private static func greedy(_ edges: [Edge]) -> [Edge] {
    var sources: Set<Int> = []
    var targets: Set<Int> = []
    let ordered = edges.sorted { ($1.weight, $0.source, $0.target) < ($0.weight, $1.source, $1.target) }
    return ordered.filter { edge in
      guard !sources.contains(edge.source), !targets.contains(edge.target) else { return false }
      sources.insert(edge.source)
      targets.insert(edge.target)
      return true
    }
  }

  /// The column of each row in the cheapest assignment of a square matrix (the Hungarian method with potentials).
  private static func cheapest(_ costs: [[Int]]) -> [Int] {
    let size = costs.count
    var rowPotential = [Int](repeating: 0, count: size + 1)
    var columnPotential = [Int](repeating: 0, count: size + 1)
    // Rows and columns count from 1; 0 stands for none.
    var rowOfColumn = [Int](repeating: 0, count: size + 1)
    for row in 1...size {
      var previous = [Int](repeating: 0, count: size + 1)
      var least = [Int](repeating: Int.max, count: size + 1)
      var isUsed = [Bool](repeating: false, count: size + 1)
      rowOfColumn[0] = row
      var column = 0
      repeat {
        isUsed[column] = true
        let current = rowOfColumn[column]
        var delta = Int.max
        var next = 0
        for candidate in 1...size where !isUsed[candidate] {
          let cost = costs[current - 1][candidate - 1] - rowPotential[current] - columnPotential[candidate]
          if cost < least[candidate] {
            least[candidate] = cost
            previous[candidate] = column
          }
          if least[candidate] < delta {
            delta = least[candidate]
            next = candidate
          }
        }
        for candidate in 0...size {
          if isUsed[candidate] {
            rowPotential[rowOfColumn[candidate]] += delta
            columnPotential[candidate] -= delta
          } else if least[candidate] < Int.max {
            least[candidate] -= delta
          }
        }
        column = next
      } while rowOfColumn[column] != 0
      repeat {
        rowOfColumn[column] = rowOfColumn[previous[column]]
        column = previous[column]
      } while column != 0
    }
    var result = [Int](repeating: 0, count: size)
    for column in 1...size where rowOfColumn[column] > 0 { result[rowOfColumn[column] - 1] = column - 1 }
    return result
  }
}
