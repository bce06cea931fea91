import Model
import Values

/// One element of a plan as the YAML has it: a cell for each field of its record.
///
/// The naive evaluator is a second reading of the reference, to hold the real one against. It walks
/// from element to element, has no columns and shares nothing with `Evaluation`.
package final class NaiveElement {
  let record: Int
  /// The element around it, and at which of the record's places it stands; nil at the top.
  let parent: NaiveElement?
  let place: Int?
  /// Where it stands among its siblings.
  let position: Int
  /// Whether it is an element of the previous version.
  let isFormer: Bool
  var cells: [NaiveCell]

  init(record: Int, parent: NaiveElement?, place: Int?, position: Int, fields: Int, isFormer: Bool)
  {
    self.record = record
    self.parent = parent
    self.place = place
    self.position = position
    self.isFormer = isFormer
    cells = Array(repeating: .absent, count: fields)
  }
}

/// What is known of a field: the six states of the reference.
enum NaiveCell {
  case absent, open, notApplicable, empty, malformed
  case stated(NaiveValue)

  /// The state alone.
  var gap: NaiveGap? {
    switch self {
    case .absent: .absent
    case .open: .open
    case .notApplicable: .notApplicable
    case .empty: .empty
    case .malformed: .malformed
    case .stated: nil
    }
  }
}

/// A state without a value.
enum NaiveGap {
  case absent, open, notApplicable, empty, malformed
  /// The previous version does not have the element.
  case new

  var isMissing: Bool {
    switch self {
    case .absent, .empty, .malformed: true
    case .open, .notApplicable, .new: false
    }
  }
}

indirect enum NaiveValue {
  /// Numbers, percentages and amounts; an amount of nothing may have no currency.
  case amount(Decimal, Currency?)
  case date(DateInterval)
  case yesOrNo(Bool)
  case choice(Int)
  /// Texts, identifiers, and what open choices and references hold beside the known values.
  case text(String)
  case element(NaiveElement)
  case entries([NaiveCell])
  case elements([NaiveElement])
  case group
}

/// All elements of a plan.
package struct NaivePlan {
  let schema: Schema
  let root: NaiveElement
  /// By record, in the order of the text; nested elements as well.
  var elements: [[NaiveElement]]
  /// The state of each top-level list, by record: the list itself stands in `elements`.
  var lists: [NaiveCell]

  /// Lets go of the elements, which hold on to each other.
  package func release() {
    for element in elements.joined() { element.cells = [] }
  }
}
