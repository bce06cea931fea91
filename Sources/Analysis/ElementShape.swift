import Model
import RuleSyntax
import Semantics
import Values

/// The part of an element that some rules read: a field for each of its slots.
struct ElementShape {
  var record: Int
  /// Slots by field, indices into `Shapes.slots`.
  var slots: [Int: Int] = [:]
}

/// What rules ask of one field, so that values can be found that answer every question both ways.
struct Slot {
  var record: Int
  var field: Int
  /// The shape of the elements that the field leads to, where their fields are read.
  var target: Int?
  /// The literals that the value, or an entry, is compared with.
  var literals: [Literal] = []
  var readsToday = false
  var notations: Set<Int> = []
  /// The word lists of each `mention` and `avoid`, taken together.
  var wordLists: Set<[Int]> = []
  var wordCounts: Set<Int> = []
  var characterCounts: Set<Int> = []
  var entryCounts: Set<Int> = []
  /// How many lines speak of single members of the list: as many may be needed to break them all.
  var memberLines = 0
  /// Whether a line tells malformed values from absent ones, as `if stated` does.
  var tellsMalformed = false
  /// Whether a line tells empty values from absent ones.
  var tellsEmpty = false
}

/// What some rules read: elements and their fields, joined where values are compared.
struct Shapes {
  private(set) var elements: [ElementShape]
  var slots: [Slot] = []
  /// For each slot one that it is compared with, or itself.
  private var links: [Int] = []

  init(root: Int) { elements = [ElementShape(record: root)] }

  mutating func addElement(_ record: Int) -> Int {
    elements.append(ElementShape(record: record))
    return elements.count - 1
  }

  /// The slot of a field, made where there is none yet.
  mutating func slot(_ field: Int, of element: Int) -> Int {
    if let known = elements[element].slots[field] { return known }
    slots.append(Slot(record: elements[element].record, field: field))
    links.append(slots.count - 1)
    elements[element].slots[field] = slots.count - 1
    return slots.count - 1
  }

  /// The shape of the elements that a slot leads to.
  mutating func target(_ slot: Int, record: Int) -> Int {
    if let known = slots[slot].target { return known }
    let made = addElement(record)
    slots[slot].target = made
    return made
  }

  /// Two slots whose values are compared with each other.
  mutating func link(_ left: Int, _ right: Int) {
    links[root(left)] = root(right)
  }

  /// All slots whose values are compared with that of a slot, itself included.
  func linked(to slot: Int) -> [Int] {
    slots.indices.filter { root($0) == root(slot) }
  }

  private func root(_ slot: Int) -> Int {
    var slot = slot
    while links[slot] != slot { slot = links[slot] }
    return slot
  }
}
