import Diagnostics
import Model
import SourceText
import Values
import YAMLSyntax

/// Reads a plan of one file into elements.
///
/// Single values go through the readers of `Values`, which have tests of their own; states, groups,
/// lists, references and inherited values are made here.
package struct NaiveReader {
  private let schema: Schema
  private let tree: YAMLTree
  private let mistake: NaiveMistake?
  private let isFormer: Bool
  private var plan: NaivePlan
  private var currency: Currency?

  package static func read(
    _ text: String, schema: Schema, isFormer: Bool = false, mistake: NaiveMistake? = nil
  ) -> NaivePlan {
    let file = SourceFile(path: "plan.yaml", text: text)
    var reader = NaiveReader(composeYAML(file, limits: Limits()).0, schema, isFormer, mistake)
    reader.readDocument()
    reader.resolveReferences()
    if mistake != .nothingIsInherited { reader.inherit() }
    return reader.plan
  }

  private init(
    _ tree: YAMLTree, _ schema: Schema, _ isFormer: Bool, _ mistake: NaiveMistake?
  ) {
    self.tree = tree
    self.schema = schema
    self.isFormer = isFormer
    self.mistake = mistake
    let root = NaiveElement(
      record: schema.root, parent: nil, place: nil, position: 0,
      fields: schema.records[schema.root].fields.count, isFormer: isFormer)
    plan = NaivePlan(
      schema: schema, root: root, elements: schema.records.map { _ in [] },
      lists: schema.records.map { _ in .absent })
    plan.elements[schema.root] = [root]
  }

  private func entries(_ node: NodeID) -> [(key: String, value: NodeID)] {
    tree.children(node).compactMap { child in
      tree.key(child).map { (tree.keyText($0), tree.resolve(child)) }
    }
  }

  // MARK: - Elements

  private mutating func readDocument() {
    guard let root = tree.root, tree.kind(root) == .mapping else { return }
    for (key, value) in entries(root) where key == "currency" {
      currency = Currency(tree.text(value))
    }
    readFields(of: plan.root, root, group: nil)
    for (key, value) in entries(root) {
      guard let record = schema.record(listedIn: key) else { continue }
      plan.lists[record] = records(value, of: record, parent: nil, place: nil)
    }
  }

  private mutating func readFields(of element: NaiveElement, _ mapping: NodeID, group: Int?) {
    let record = schema.records[element.record]
    let members = group.map { record.fields[$0].members } ?? record.topFields
    for (key, value) in entries(mapping) {
      guard let field = members.first(where: { record.fields[$0].spellings.contains(key) }) else {
        continue
      }
      if record.fields[field].type == .group {
        readGroup(field, of: element, value)
      } else {
        element.cells[field] = cell(value, field, of: element)
      }
    }
  }

  /// The mapping's state where it declares one.
  private func state(_ node: NodeID) -> NaiveCell? {
    guard tree.kind(node) == .mapping else { return nil }
    let keys = entries(node).map(\.key)
    let others = keys.filter { !["open", "not-applicable", "until", "by"].contains($0) }
    let isOpen = keys.contains("open")
    let isInapplicable = keys.contains("not-applicable")
    guard isOpen || isInapplicable else { return nil }
    if !others.isEmpty || (isOpen && isInapplicable) { return .malformed }
    return isOpen ? .open : .notApplicable
  }

  private func isEmpty(_ node: NodeID) -> Bool {
    guard tree.kind(node) == .scalar else { return tree.firstChild(node) == nil }
    let text = tree.text(node)
    let isBlank = text.allSatisfy { $0 == " " }
    return isBlank || tree.isNull(node) || schema.placeholders.contains(text.lowercased())
  }

  private mutating func readGroup(_ field: Int, of element: NaiveElement, _ node: NodeID) {
    guard !isEmpty(node) else {
      element.cells[field] = .empty
      return
    }
    if let state = state(node) ?? (tree.kind(node) == .mapping ? nil : .malformed) {
      passDown(state, field, element)
      return
    }
    readFields(of: element, node, group: field)
  }

  /// What is said of a group is said of all its fields.
  private func passDown(_ state: NaiveCell, _ field: Int, _ element: NaiveElement) {
    element.cells[field] = state
    for member in schema.records[element.record].fields[field].members {
      passDown(state, member, element)
    }
  }

  /// Groups are what the strongest of their fields is; from the innermost out.
  private func settleGroups(_ element: NaiveElement) {
    let fields = schema.records[element.record].fields
    for field in fields.indices.reversed() where fields[field].type == .group {
      let members = fields[field].members.map { element.cells[$0] }
      func has(_ gap: NaiveGap) -> Bool { members.contains { $0.gap == gap } }
      if members.contains(where: { $0.gap == nil }) {
        element.cells[field] = .stated(.group)
      } else if has(.malformed) {
        element.cells[field] = .malformed
      } else if has(.open) {
        element.cells[field] = .open
      } else if has(.notApplicable) {
        element.cells[field] = .notApplicable
      } else if has(.empty) {
        element.cells[field] = .empty
      }
    }
  }

  private mutating func records(
    _ node: NodeID, of record: Int, parent: NaiveElement?, place: Int?
  ) -> NaiveCell {
    if isEmpty(node) { return .empty }
    if let state = state(node) { return state }
    guard tree.kind(node) == .sequence else { return .malformed }
    let nodes = tree.children(node).map(tree.resolve).filter { tree.kind($0) == .mapping }
    return .stated(.elements(elements(nodes, of: record, parent: parent, place: place)))
  }

  private mutating func elements(
    _ nodes: [NodeID], of record: Int, parent: NaiveElement?, place: Int?
  ) -> [NaiveElement] {
    let made = nodes.indices.map { position in
      NaiveElement(
        record: record, parent: parent, place: place, position: position,
        fields: schema.records[record].fields.count, isFormer: isFormer)
    }
    plan.elements[record] += made
    for (element, node) in zip(made, nodes) { readFields(of: element, node, group: nil) }
    return made
  }

  // MARK: - Values

  private mutating func cell(
    _ node: NodeID, _ field: Int, of element: NaiveElement
  ) -> NaiveCell {
    let declared = schema.records[element.record].fields[field]
    switch declared.type {
    case .group: return .absent
    case .scalar(let type): return scalar(node, type, declared)
    case .scalars(let type, _):
      if isEmpty(node) { return .empty }
      if let state = state(node) { return state }
      guard tree.kind(node) == .sequence else { return .malformed }
      return .stated(
        .entries(tree.children(node).map { scalar(tree.resolve($0), type, declared) }))
    case .records(let record, _):
      return records(
        node, of: record, parent: element, place: place(record, element.record, field))
    case .record(let record):
      if isEmpty(node) { return .empty }
      if let state = state(node) { return state }
      guard tree.kind(node) == .mapping else { return .malformed }
      let place = place(record, element.record, field)
      return .stated(.elements(elements([node], of: record, parent: element, place: place)))
    }
  }

  private func place(_ record: Int, _ outer: Int, _ field: Int) -> Int? {
    schema.records[record].places.firstIndex { $0.record == outer && $0.field == field }
  }

  private func scalar(_ node: NodeID, _ type: ScalarType, _ field: Field) -> NaiveCell {
    if isEmpty(node) { return .empty }
    if let state = state(node) { return state }
    guard tree.kind(node) == .scalar else { return .malformed }
    let text = tree.text(node)
    switch type {
    case .text, .identifier, .reference: return .stated(.text(text))
    case .choice(let choice):
      if let value = schema.choices[choice].value(spelled: text) { return .stated(.choice(value)) }
      return field.isOpenChoice ? .stated(.text(text)) : .malformed
    case .yesOrNo: return read(YesOrNo.read(text)) { .yesOrNo($0) }
    case .number: return read(Decimal.read(text)) { .amount($0, nil) }
    case .wholeNumber: return read(Decimal.readWhole(text)) { .amount($0, nil) }
    case .percent: return read(Percent.read(text)) { .amount($0.value, nil) }
    case .money:
      return read(Money.read(text, defaultCurrency: currency)) { .amount($0.amount, $0.currency) }
    case .date:
      return read(CalendarDate.read(text)) { date in
        switch field.dateReading {
        case nil: .date(date.interval)
        case .fromFirstDay: .date(date.interval.atFirstDay)
        case .toLastDay: .date(date.interval.atLastDay)
        }
      }
    }
  }

  private func read<T>(
    _ result: Result<T, ReadProblem>, _ value: (T) -> NaiveValue
  ) -> NaiveCell {
    switch result {
    case .success(let read): .stated(value(read))
    case .failure: .malformed
    }
  }

  // MARK: - References and inherited values

  private func resolveReferences() {
    for (record, elements) in plan.elements.enumerated() {
      for element in elements {
        for (field, declared) in schema.records[record].fields.enumerated() {
          switch declared.type {
          case .scalar(.reference(let target, let isOpen)):
            element.cells[field] = resolved(element.cells[field], target, isOpen, element)
          case .scalars(.reference(let target, let isOpen), _):
            guard case .stated(.entries(let entries)) = element.cells[field] else { continue }
            element.cells[field] = .stated(
              .entries(entries.map { resolved($0, target, isOpen, element) }))
          case .scalar, .scalars, .records, .record, .group: break
          }
        }
        settleGroups(element)
      }
    }
  }

  /// The first element of that id; a name that there is none of, or one's own, cannot be read.
  private func resolved(
    _ cell: NaiveCell, _ target: Int, _ isOpen: Bool, _ element: NaiveElement
  ) -> NaiveCell {
    guard case .stated(.text(let id)) = cell else { return cell }
    guard let found = plan.elements[target].first(where: { plan.id(of: $0) == id }) else {
      return isOpen ? cell : .malformed
    }
    return found === element ? .malformed : .stated(.element(found))
  }

  private func inherit() {
    for record in schema.records.indices {
      for element in plan.elements[record] {
        for field in schema.records[record].fields.indices { inherit(field, element) }
      }
    }
  }

  /// Only what is absent is inherited; where it comes from may inherit as well.
  private func inherit(_ field: Int, _ element: NaiveElement) {
    guard let way = schema.records[element.record].fields[field].inherited,
      case .absent = element.cells[field]
    else { return }
    var source = element
    for reference in way.references {
      inherit(reference, source)
      guard case .stated(.element(let next)) = source.cells[reference] else { return }
      source = next
    }
    inherit(way.field, source)
    element.cells[field] = source.cells[way.field]
  }
}

extension NaivePlan {
  func id(of element: NaiveElement) -> String? {
    guard let field = schema.records[element.record].idField,
      case .stated(.text(let id)) = element.cells[field]
    else { return nil }
    return id
  }

  /// The elements whose field refers to this one, each once, in the order of the text.
  func inverse(_ inverse: Inverse, of element: NaiveElement) -> [NaiveElement] {
    func refers(_ cell: NaiveCell) -> Bool {
      if case .stated(.element(let other)) = cell { return other === element }
      return false
    }
    return elements[inverse.record].filter { candidate in
      let cell = candidate.cells[inverse.field]
      if case .stated(.entries(let entries)) = cell { return entries.contains(where: refers) }
      return refers(cell)
    }
  }
}
