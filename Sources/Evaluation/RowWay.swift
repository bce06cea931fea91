import Model

/// The way from the elements of a batch to one row each, by single steps.
struct RowWay {
  private let frame: Int
  private let hops: [PathReader.Hop]

  /// Nil for a path through a list, or from the previous version.
  init?(_ path: PathReader) {
    self.init(frame: path.frame, path.hops[...])
  }

  /// - Parameter frame: the frame that the hops start from; -1 for the document.
  init?(frame: Int, _ hops: ArraySlice<PathReader.Hop>) {
    for hop in hops {
      switch hop {
      case .reference, .child, .parent: break
      case .children, .references, .inverse, .siblings, .all, .previous: return nil
      }
    }
    self.frame = frame
    self.hops = Array(hops)
  }

  /// Whether it leads nowhere else.
  var isShort: Bool { hops.isEmpty }

  /// Lends the rows that the elements lead to; an element whose way ends is marked unknown.
  @inline(__always)
  func arrive<R>(_ batch: Batch, _ marks: Marks, _ body: (UnsafePointer<Int32>) -> R) -> R {
    if frame >= 0, hops.isEmpty { return body(batch[frame]) }
    return Batch.withRoom(batch.count, frames: 1) { reached in
      let rows = reached[0]
      if frame >= 0 { rows.update(from: batch[frame], count: batch.count) }
      for hop in hops { Self.follow(hop, rows, batch.count, marks) }
      return body(rows)
    }
  }

  private static func follow(
    _ hop: PathReader.Hop, _ rows: UnsafeMutablePointer<Int32>, _ count: Int, _ marks: Marks
  ) {
    switch hop {
    case .reference(let leaf):
      let (states, targets) = (leaf.states, leaf.narrow!)
      for index in 0..<count where marks[index] == .yes {
        let row = Int(rows[index])
        if Standing.isStated(states[row]), targets[row] != Leaf.unknown {
          rows[index] = Int32(bitPattern: targets[row])
        } else {
          marks[index] = .unknown
        }
      }
    case .child(let leaf):
      let (states, starts, counts) = (leaf.states, leaf.starts!, leaf.counts!)
      for index in 0..<count where marks[index] == .yes {
        let row = Int(rows[index])
        if Standing.isStated(states[row]), counts[row] > 0 {
          rows[index] = Int32(bitPattern: starts[row])
        } else {
          marks[index] = .unknown
        }
      }
    case .parent(let table):
      table.parents.withUnsafeBufferPointer { parents in
        for index in 0..<count where marks[index] == .yes {
          rows[index] = Int32(bitPattern: parents[Int(rows[index])])
        }
      }
    case .children, .references, .inverse, .siblings, .all, .previous:
      for index in 0..<count where marks[index] == .yes { marks[index] = .unknown }
    }
  }
}
