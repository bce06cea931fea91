import Model
import Values

/// The rows that refer to each row of a table: `area.measures`.
struct InverseRows {
  /// One more entry than targets; the rows of target `n` stand from `offsets[n]` to `offsets[n + 1]`.
  private(set) var offsets: [UInt32]
  private(set) var rows: [UInt32]

  /// Collects the effective references of a field, each element once for each target.
  init(of table: Table, field: Int, targets: Int) {
    var counts = [UInt32](repeating: 0, count: targets + 1)
    Self.visit(table, field, targets) { target, _ in counts[target + 1] += 1 }
    for index in 1..<max(1, counts.count) { counts[index] += counts[index - 1] }
    offsets = counts
    rows = [UInt32](repeating: 0, count: Int(counts.last ?? 0))
    var next = counts
    var filled = rows
    Self.visit(table, field, targets) { target, row in
      filled[Int(next[target])] = UInt32(row)
      next[target] += 1
    }
    rows = filled
  }

  private static func visit(
    _ table: Table, _ field: Int, _ targets: Int, _ body: (_ target: Int, _ row: Int) -> Void
  ) {
    let column = table.columns[field]
    func stated(_ state: UInt8, _ target: UInt32) -> Bool {
      state & CellBits.state == CellState.stated.rawValue && Int(target) < targets
    }
    for row in 0..<table.count {
      if let narrow = column.narrow {
        if stated(column.states[row], narrow[row]) { body(Int(narrow[row]), row) }
      } else if let starts = column.starts, let counts = column.counts,
        let entries = column.entries, let targets = entries.narrow
      {
        var seen: Set<UInt32> = []
        for entry in Int(starts[row])..<Int(starts[row] + counts[row])
        where stated(entries.states[entry], targets[entry])
          && seen.insert(targets[entry]).inserted
        {
          body(Int(targets[entry]), row)
        }
      }
    }
  }

  func range(_ target: Int) -> Range<Int> {
    target + 1 < offsets.count ? Int(offsets[target])..<Int(offsets[target + 1]) : 0..<0
  }
}

/// For each element the first one with the same value in a field.
struct UniqueRows {
  /// The row itself where it is the first.
  private(set) var first: [UInt32]
  /// All rows of each value that stands more than once, by the first of them.
  private(set) var members: [UInt32: [Int]] = [:]

  init(_ leaf: Leaf, amongAll: Bool, in workspace: Workspace) {
    first = (0..<UInt32(leaf.table.count)).map { $0 }
    let isId = workspace.plan.schema.records[leaf.record].idField == leaf.field
    if isId, amongAll || leaf.table.parents.isEmpty, let repeated = leaf.table.repeatedIds {
      // The loader knows them.
      for (earliest, rows) in repeated {
        members[earliest] = [Int(earliest)] + rows
        for row in rows { first[row] = earliest }
      }
      return
    }
    var index = IdentifierIndex(capacity: leaf.table.count)
    var key: [UInt8] = []
    for row in 0..<leaf.table.count where leaf.standing(row) == .stated {
      let cell = CellPlace(leaf: leaf.id, row: Int32(row), index: Int32(row), isOwn: true)
      key.removeAll(keepingCapacity: true)
      if !amongAll, row < leaf.table.parents.count {
        key.append(contentsOf: "\(leaf.table.parents[row])/\(leaf.table.places[row])/".utf8)
      }
      // A byte that no text begins with keeps other values apart from texts.
      switch workspace.sight(leaf, cell).datum {
      case .decimal(let value, let tag):
        // Nothing is nothing in any currency.
        key.append(contentsOf: "\0\(value.plain())/\(value.isZero ? 0 : tag)".utf8)
      case .interval(let interval):
        key.append(contentsOf: "\0\(interval.first)/\(interval.last)".utf8)
      case .index(let value):
        key.append(contentsOf: "\0\(value)".utf8)
      case .text, .none, .lowerBound:
        workspace.withText(workspace.textPlace(leaf, cell)) { key.append(contentsOf: $0) }
      }
      let earlier = key.withUnsafeBufferPointer { index.insert($0, row: UInt32(row)) }
      guard let earlier else { continue }
      first[row] = earlier
      members[earlier, default: [Int(earlier)]].append(row)
    }
  }

  /// Whether another element has the same value.
  func isRepeated(_ row: Int) -> Bool { !members.isEmpty && members[first[row]] != nil }
}

/// Which elements lie on a cycle of references, and the cycle of each.
struct CycleRows {
  /// The number of the element's cycle; nil where it lies on none.
  private(set) var cycle: [UInt32?]
  private(set) var members: [UInt32: [Int]] = [:]

  /// - Parameter name: an element's id; a cycle begins at the smallest one, wherever it stands.
  init(_ table: Table, field: Int, name: (Int) -> String?) {
    cycle = Array(repeating: nil, count: table.count)
    var edges = (0..<table.count).map { Self.targets(table.columns[field], $0, table.count) }
    for component in Self.components(edges) {
      let isCycle = component.count > 1 || edges[component[0]].contains(component[0])
      guard isCycle else { continue }
      let names = Dictionary(uniqueKeysWithValues: component.map { ($0, name($0) ?? "") })
      func isBefore(_ left: Int, _ right: Int) -> Bool {
        (names[left] ?? "", left) < (names[right] ?? "", right)
      }
      for row in component { edges[row].sort(by: isBefore) }
      let start = component.min(by: isBefore) ?? component[0]
      for row in component { cycle[row] = UInt32(start) }
      members[UInt32(start)] = Self.walk(from: start, within: Set(component), edges)
    }
  }

  private static func targets(_ column: Column, _ row: Int, _ count: Int) -> [Int] {
    func valid(_ state: UInt8, _ target: UInt32) -> Int? {
      state & CellBits.state == CellState.stated.rawValue && Int(target) < count
        ? Int(target) : nil
    }
    if let narrow = column.narrow {
      return valid(column.states[row], narrow[row]).map { [$0] } ?? []
    }
    guard let starts = column.starts, let counts = column.counts, let entries = column.entries,
      let narrow = entries.narrow
    else { return [] }
    return (Int(starts[row])..<Int(starts[row] + counts[row])).compactMap {
      valid(entries.states[$0], narrow[$0])
    }
  }

  /// The strongly connected components, by Tarjan's algorithm without recursion.
  private static func components(_ edges: [[Int]]) -> [[Int]] {
    var order = [Int](repeating: -1, count: edges.count)
    var low = order
    var onStack = [Bool](repeating: false, count: edges.count)
    var stack: [Int] = []
    var found: [[Int]] = []
    var clock = 0
    for root in edges.indices where order[root] < 0 && !edges[root].isEmpty {
      var work: [(node: Int, next: Int)] = [(root, 0)]
      while let (node, next) = work.last {
        if next == 0 {
          order[node] = clock
          low[node] = clock
          clock += 1
          stack.append(node)
          onStack[node] = true
        }
        if next < edges[node].count {
          work[work.count - 1].next += 1
          let target = edges[node][next]
          if order[target] < 0 {
            work.append((target, 0))
          } else if onStack[target] {
            low[node] = min(low[node], order[target])
          }
          continue
        }
        work.removeLast()
        if let parent = work.last?.node { low[parent] = min(low[parent], low[node]) }
        if low[node] == order[node] {
          var component: [Int] = []
          while let top = stack.popLast() {
            onStack[top] = false
            component.append(top)
            if top == node { break }
          }
          found.append(component)
        }
      }
    }
    return found
  }

  /// The members in the order in which one leads to the next, from `start` on.
  private static func walk(from start: Int, within: Set<Int>, _ edges: [[Int]]) -> [Int] {
    var previous: [Int: Int] = [:]
    var queue = [start]
    var index = 0
    while index < queue.count {
      let node = queue[index]
      index += 1
      for target in edges[node] where within.contains(target) {
        if target == start {
          var path = [node]
          while let before = previous[path[0]], path[0] != start { path.insert(before, at: 0) }
          return path
        }
        if previous[target] == nil {
          previous[target] = node
          queue.append(target)
        }
      }
    }
    return within.sorted()
  }
}
