import Model
import RuleSyntax
import Semantics

/// Some elements that are judged together: for each frame the row that it has for each of them.
struct Batch {
  private let rows: UnsafeMutablePointer<Int32>
  let count: Int

  /// How many elements of a rule are judged together: enough that calls do not count, few enough
  /// that all that is noted of them stays in the cache.
  static let size = 512

  /// The rows of one frame, by element.
  subscript(frame: Int) -> UnsafeMutablePointer<Int32> { rows + frame * count }

  /// Makes room for `frames` frames of `count` elements, whose rows `body` sets.
  static func withRoom<R>(_ count: Int, frames: Int, _ body: (Batch) -> R) -> R {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: max(1, count * frames)) {
      $0.initialize(repeating: 0)
      return body(Batch(rows: $0.baseAddress!, count: count))
    }
  }

  /// The first elements of the batch, where it is not full.
  func prefix(_ count: Int, frames: Int, _ body: (Batch) -> Void) {
    guard count < self.count else { return body(self) }
    Self.withRoom(count, frames: frames) { shorter in
      for frame in 0..<frames { shorter[frame].update(from: self[frame], count: count) }
      body(shorter)
    }
  }
}

/// What is known of each element of a batch.
///
/// A sweep is asked of the elements that are marked `yes` and leaves all others alone. It marks
/// those with what it finds; `unknown` says that the element must be looked at by itself.
typealias Marks = UnsafeMutablePointer<Verdict>

/// Judges many elements at once, column by column.
///
/// What is certain from values that are stated, which is nearly everything in a good plan, is said
/// here without a call for each element. It never says anything that the line, or block, would not
/// say of the single element; what it cannot say it leaves to them.
class Sweep {
  func judge(_ batch: Batch, _ marks: Marks) {
    for index in 0..<batch.count where marks[index] == .yes { marks[index] = .unknown }
  }

  /// Whether it can say anything at all.
  var isAble: Bool { true }
}

/// Leaves every element to the line.
final class IdleSweep: Sweep {
  override var isAble: Bool { false }
}

/// Lends marks for the elements of a batch, all the same to begin with.
func withMarks<R>(_ count: Int, _ mark: Verdict, _ body: (Marks) -> R) -> R {
  withUnsafeTemporaryAllocation(of: Verdict.self, capacity: max(1, count)) {
    $0.initialize(repeating: mark)
    return body($0.baseAddress!)
  }
}

/// `any of`, `all of`, `exactly one of`, `none of`
final class BlockSweep: Sweep {
  private let kind: BlockKind
  private let parts: [Sweep]

  init(_ kind: BlockKind, _ parts: [Sweep]) {
    self.kind = kind
    self.parts = parts
  }

  override var isAble: Bool { parts.contains(where: \.isAble) }

  override func judge(_ batch: Batch, _ marks: Marks) {
    withMarks(batch.count, .inapplicable) { joint in
      withMarks(batch.count, .inapplicable) { own in
        for part in parts {
          for index in 0..<batch.count {
            let isOpen = marks[index] == .yes && !decides(joint[index])
            own[index] = isOpen ? .yes : .inapplicable
          }
          part.judge(batch, own)
          for index in 0..<batch.count { joint[index] = join(joint[index], own[index]) }
        }
      }
      for index in 0..<batch.count where marks[index] == .yes {
        marks[index] = kind == .none ? joint[index].negated : joint[index]
      }
    }
  }

  /// Whether no further part can change what the block comes to.
  @inline(__always)
  private func decides(_ verdict: Verdict) -> Bool {
    switch kind {
    case .any, .none: verdict == .yes
    case .all: verdict == .no
    case .exactlyOne: verdict == .unknown
    }
  }

  /// Kleene's value of what was seen and one part more; parts that do not apply are left out.
  @inline(__always)
  private func join(_ known: Verdict, _ part: Verdict) -> Verdict {
    if part == .inapplicable { return known }
    if known == .inapplicable { return part }
    switch kind {
    case .any, .none:
      if known == .yes || part == .yes { return .yes }
      return known == .unknown || part == .unknown ? .unknown : .no
    case .all:
      if known == .no || part == .no { return .no }
      return known == .unknown || part == .unknown ? .unknown : .yes
    case .exactlyOne:
      // Of two that hold the block has to tell.
      if known == .unknown || part == .unknown || known == part && part == .yes { return .unknown }
      return known == .yes || part == .yes ? .yes : .no
    }
  }
}

/// Asks about the state of a field.
final class StateSweep: Sweep {
  private let way: RowWay
  private let leaf: Leaf
  /// By state, whether the line holds.
  private let holds: [Bool]

  init(_ way: RowWay, _ leaf: Leaf, _ question: LineNode.StateQuestion, isNegated: Bool) {
    self.way = way
    self.leaf = leaf
    holds = (UInt8(0)...CellBits.state).map { question.holds(Standing($0)) != isNegated }
  }

  override func judge(_ batch: Batch, _ marks: Marks) {
    let (states, mask) = (leaf.states, CellBits.state)
    holds.withUnsafeBufferPointer { holds in
      way.arrive(batch, marks) { rows in
        for index in 0..<batch.count where marks[index] == .yes {
          let state = states[Int(rows[index])] & mask
          marks[index] = Verdict(holds[Int(state)])
        }
      }
    }
  }
}
