import Model

/// The way from the elements of a batch to all members of a list of theirs.
struct MemberWay {
  private enum Step {
    case entries(list: Leaf)
    case children(list: Leaf)
    case references(list: Leaf, entries: Leaf)
    case inverse(InverseRows)
  }
  private let frame: Int
  private let step: Step
  /// The frame that holds the members, behind those of the elements.
  private let memberFrame: Int
  /// From a member to the row that holds the value.
  let rest: RowWay

  /// All members of all elements of a batch.
  struct Members {
    /// One element for each member; the frames of the elements around them are set too.
    let batch: Batch
    /// By member the row of the element that it belongs to.
    let owners: UnsafePointer<Int32>
    fileprivate let ends: UnsafePointer<Int32>

    /// The members of one element.
    @inline(__always)
    func range(_ element: Int) -> Range<Int> {
      Int(element == 0 ? 0 : ends[element - 1])..<Int(ends[element])
    }
  }

  /// Nil where the list is not one of the element's own frame.
  init?(_ path: PathReader, memberFrame: Int) {
    guard path.frame >= 0 else { return nil }
    frame = path.frame
    self.memberFrame = memberFrame
    if let list = path.leaf, path.entries != nil {
      guard path.hops.isEmpty else { return nil }
      step = .entries(list: list)
    } else {
      switch path.hops.first {
      case .children(let list)?: step = .children(list: list)
      case .references(let list, let entries)?: step = .references(list: list, entries: entries)
      case .inverse(let rows, _)?: step = .inverse(rows)
      default: return nil
      }
    }
    guard let rest = RowWay(frame: memberFrame, path.hops.dropFirst()) else { return nil }
    self.rest = rest
  }

  /// The rows of the elements that hold the lists.
  func rows(of batch: Batch) -> UnsafePointer<Int32> { UnsafePointer(batch[frame]) }

  /// The list whose members, one behind the other in their column, hold the values themselves.
  var plainList: Leaf? {
    switch step {
    case .entries(let list): list
    case .children(let list): rest.isShort ? list : nil
    case .references, .inverse: nil
    }
  }

  /// Whether the members are elements, and not entries of a list of values.
  var leadsToElements: Bool {
    if case .entries = step { return false }
    return true
  }

  /// Lends the members of all elements that are marked `yes`; an element whose list names what is
  /// not there is marked unknown.
  ///
  /// - Parameter missing: what an element is marked with whose list is not stated, or empty.
  func visit(
    _ batch: Batch, _ marks: Marks, missing: (Standing) -> Verdict = { _ in .unknown },
    _ body: (Members) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: max(1, batch.count)) { ends in
      let count = measure(batch, marks, missing, ends.baseAddress!)
      Batch.withRoom(count, frames: memberFrame + 1) { inner in
        for frame in 0..<memberFrame { Self.spread(batch[frame], ends, batch.count, inner[frame]) }
        fill(inner[memberFrame], batch[frame], ends, batch.count, marks)
        body(Members(batch: inner, owners: inner[frame], ends: ends.baseAddress!))
      }
    }
  }

  /// Gives each member the row that its element has in an outer frame.
  private static func spread(
    _ rows: UnsafePointer<Int32>, _ ends: UnsafeMutableBufferPointer<Int32>, _ count: Int,
    _ members: UnsafeMutablePointer<Int32>
  ) {
    var position = 0
    for index in 0..<count {
      let (row, end) = (rows[index], Int(ends[index]))
      while position < end {
        members[position] = row
        position += 1
      }
    }
  }

  /// Sets for each element where its members end; returns how many there are in all.
  private func measure(
    _ batch: Batch, _ marks: Marks, _ missing: (Standing) -> Verdict,
    _ ends: UnsafeMutablePointer<Int32>
  ) -> Int {
    let rows = batch[frame]
    var end: Int32 = 0
    switch step {
    case .entries(let list), .children(let list), .references(let list, _):
      let (states, counts) = (list.states, list.counts!)
      for index in 0..<batch.count {
        if marks[index] == .yes {
          let row = Int(rows[index])
          let isStated = Standing.isStated(states[row])
          if isStated, counts[row] > 0 {
            end += Int32(bitPattern: counts[row])
          } else {
            marks[index] = missing(isStated ? .empty : Standing(states[row]))
          }
        }
        ends[index] = end
      }
    case .inverse(let inverse):
      for index in 0..<batch.count {
        if marks[index] == .yes {
          let count = inverse.range(Int(rows[index])).count
          end += Int32(count)
          if count == 0 { marks[index] = missing(.empty) }
        }
        ends[index] = end
      }
    }
    return Int(end)
  }

  /// Sets the members of all elements; an element is marked unknown where one cannot be reached.
  private func fill(
    _ members: UnsafeMutablePointer<Int32>, _ rows: UnsafePointer<Int32>,
    _ ends: UnsafeMutableBufferPointer<Int32>, _ count: Int, _ marks: Marks
  ) {
    var position = 0
    switch step {
    case .entries(let list), .children(let list):
      let starts = list.starts!
      for index in 0..<count {
        let end = Int(ends[index])
        guard position < end else { continue }
        var member = Int32(bitPattern: starts[Int(rows[index])])
        while position < end {
          members[position] = member
          member += 1
          position += 1
        }
      }
    case .references(let list, let entries):
      let (starts, states, targets) = (list.starts!, entries.states, entries.narrow!)
      for index in 0..<count {
        let end = Int(ends[index])
        guard position < end else { continue }
        var entry = Int(starts[Int(rows[index])])
        while position < end {
          let target = targets[entry]
          if Standing.isStated(states[entry]), target != Leaf.unknown {
            members[position] = Int32(bitPattern: target)
          } else {
            // A row of the table all the same, whatever is read of it.
            members[position] = 0
            marks[index] = .unknown
          }
          entry += 1
          position += 1
        }
      }
    case .inverse(let inverse):
      inverse.rows.withUnsafeBufferPointer { sources in
        for index in 0..<count {
          let end = Int(ends[index])
          guard position < end else { continue }
          for source in inverse.range(Int(rows[index])) {
            members[position] = Int32(bitPattern: sources[source])
            position += 1
          }
        }
      }
    }
  }
}
