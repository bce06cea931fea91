import Diagnostics
import Model
import Reporting
import RuleSyntax
import Semantics
import SourceText
import Values

/// One column of a table, ready to be read for a group of elements.
struct ColumnReader {
  let title: LocalizedText
  let operand: Operand
  private let reader: OperandReader
  /// For the bare `count`: which rows count.
  private let rowFilter: ConditionNode?
  private let isGrouped: Bool

  init(
    _ title: LocalizedText, _ operand: Operand, frames: [Int], _ builder: NodeBuilder,
    isGrouped: Bool
  ) {
    self.title = title
    self.operand = operand
    self.isGrouped = isGrouped
    reader = builder.operand(operand, frames)
    if case .aggregate(let aggregate) = operand, aggregate.path == nil {
      rowFilter = aggregate.filter.map { builder.condition($0, frames) }
    } else {
      rowFilter = nil
    }
  }

  private var aggregate: Aggregate? {
    if case .aggregate(let aggregate) = operand { aggregate } else { nil }
  }

  /// Whether a total over all elements means something.
  var isSummable: Bool {
    switch operand {
    case .aggregate: true
    case .arithmetic: isGrouped
    case .path(let path): !isGrouped && (path.type == .money || path.type == .number)
    case .literal, .setting, .today, .matches, .state: false
    }
  }

  var alignment: TextAlignment {
    switch operand.type {
    case .number, .percent, .money, .date: .right
    default: .left
    }
  }

  // MARK: - Cells

  func cell(_ elements: [TableContext.Element], _ context: TableContext) -> ReportTable.Cell {
    if let aggregate {
      if aggregate.path == nil { return .number(Decimal(rowCount(elements, context))) }
      return tallied(elements, context)
    }
    if isGrouped, let arithmetic = reader as? ArithmeticOperand {
      return cell(computed(arithmetic, elements, context), context.workspace)
    }
    if elements.count != 1, isSummable { return summed(elements, context) }
    guard let element = elements.first else { return .text("") }
    return context.withRows(element) { single($0, context) }
  }

  /// Arithmetic over a group: its aggregates run over all elements of the group.
  private func computed(
    _ reader: OperandReader, _ elements: [TableContext.Element], _ context: TableContext
  ) -> Sight {
    if let aggregate = reader as? AggregateOperand {
      var tally = Tally()
      for element in elements {
        context.withRows(element) { rows in
          var own = Tally()
          aggregate.add(rows, to: &own)
          if let gap = own.gap, gap.standing != .inapplicable { own.miss(gap.cell, gap.standing) }
          aggregate.merge(own, into: &tally)
        }
      }
      tally.gap = nil
      aggregate.finish(&tally)
      return aggregate.sight(of: tally)
    }
    if let arithmetic = reader as? ArithmeticOperand {
      return arithmetic.combine(
        computed(arithmetic.left, elements, context), computed(arithmetic.right, elements, context))
    }
    guard let element = elements.first else { return .unclear }
    return context.withRows(element) { reader.see($0) }
  }

  private func single(_ rows: Rows, _ context: TableContext) -> ReportTable.Cell {
    let workspace = context.workspace
    if case .path(let path) = operand, let text = context.textOfFinding(path, rows) {
      return .localized(text)
    }
    if let list = reader as? ListOperand { return listed(list, rows, workspace) }
    let sight = reader.see(rows)
    if case .state = operand { return .localized(Self.state(sight.standing)) }
    return cell(sight, workspace)
  }

  private func rowCount(_ elements: [TableContext.Element], _ context: TableContext) -> Int {
    guard let rowFilter else { return elements.count }
    return elements.reduce(0) { count, element in
      count + (context.withRows(element) { rowFilter.verdict($0) == .yes } ? 1 : 0)
    }
  }

  private func tallied(_ elements: [TableContext.Element], _ context: TableContext)
    -> ReportTable.Cell
  {
    guard let aggregate = reader as? AggregateOperand else { return counted(elements, context) }
    var tally = Tally()
    for element in elements {
      context.withRows(element) { rows in
        var own = Tally()
        aggregate.add(rows, to: &own)
        if let gap = own.gap, gap.standing != .inapplicable { own.miss(gap.cell, gap.standing) }
        aggregate.merge(own, into: &tally)
      }
    }
    aggregate.finish(&tally)
    if !isGrouped, elements.count == 1, let standing = tally.missedList {
      return .missing(Self.state(standing))
    }
    return cell(tally, aggregate, context)
  }

  private func counted(_ elements: [TableContext.Element], _ context: TableContext)
    -> ReportTable.Cell
  {
    var sum = Decimal.zero
    var unknown = 0
    for element in elements {
      let sight = context.withRows(element) { reader.see($0) }
      if case .decimal(let value, _) = sight.datum {
        sum = sum.adding(value) ?? sum
      } else if sight.standing != .absent && sight.standing != .inapplicable {
        unknown += 1
      }
    }
    return .number(sum)
  }

  private func cell(
    _ tally: Tally, _ aggregate: AggregateOperand, _ context: TableContext
  ) -> ReportTable.Cell {
    guard tally.failure == nil else {
      return .missing(LocalizedText(en: "not known", de: "nicht bekannt"))
    }
    let value: ReportTable.Cell
    if case .none = tally.value {
      value = .missing(LocalizedText(en: "none", de: "keine"))
    } else {
      value = cell(
        Sight(standing: .stated, datum: withCurrency(tally.value, context.workspace)),
        context.workspace)
    }
    guard tally.unstated > 0 else { return value }
    guard tally.known > 0 else {
      return .missing(Self.missing(open: tally.open, of: tally.unstated))
    }
    return .partial(
      value,
      ReportTable.Share(
        stated: tally.known, of: tally.known + tally.unstated,
        members: members(aggregate, context),
        missing: Self.missing(open: tally.open, of: tally.unstated)))
  }

  /// A sum of nothing, and a plain zero, are amounts in the plan's currency.
  private func withCurrency(_ datum: Datum, _ workspace: Workspace) -> Datum {
    guard case .decimal(let value, 0) = datum, operand.type == .money,
      workspace.plan.currencies.count > 1
    else { return datum }
    return .decimal(value, tag: 1)
  }

  private func members(_ aggregate: AggregateOperand, _ context: TableContext) -> LocalizedText {
    let record =
      aggregate.path.hops.isEmpty ? context.record : aggregate.path.path.record
    return context.workspace.plan.schema.records[record].counted
  }

  private static func missing(open: Int, of all: Int) -> LocalizedText {
    let rest = all - open
    var english: [String] = []
    var german: [String] = []
    if open > 0 {
      english.append("\(open) open")
      german.append("\(open) offen")
    }
    if rest > 0 {
      english.append("\(rest) not stated")
      german.append("\(rest) ohne Angabe")
    }
    return LocalizedText(en: english.joined(separator: ", "), de: german.joined(separator: ", "))
  }

  /// The total of a plain column of numbers.
  private func summed(_ elements: [TableContext.Element], _ context: TableContext)
    -> ReportTable.Cell
  {
    var sum = Decimal.zero
    var tag: UInt8 = 0
    var stated = 0
    var (open, missing) = (0, 0)
    for element in elements {
      let sight = context.withRows(element) { reader.see($0) }
      if case .decimal(let value, let own) = sight.datum {
        sum = sum.adding(value) ?? sum
        tag = max(tag, own)
        stated += 1
      } else if sight.standing != .inapplicable {
        missing += 1
        if sight.standing == .open { open += 1 }
      }
    }
    let value = cell(
      Sight(standing: .stated, datum: .decimal(sum, tag: tag)), context.workspace)
    guard missing > 0 else { return value }
    let record = context.workspace.plan.schema.records[context.record]
    return .partial(
      value,
      ReportTable.Share(
        stated: stated, of: stated + missing,
        members: record.counted,
        missing: Self.missing(open: open, of: missing)))
  }

  func cell(_ sight: Sight, _ workspace: Workspace) -> ReportTable.Cell {
    guard sight.standing == .stated else {
      if sight.isOfNewElement { return .missing(Self.new) }
      // Behind a name that leads to no element nobody can tell.
      let isUnnamed = sight.cell.map { workspace.unnamed($0) != nil } ?? false
      return .missing(Self.state(isUnnamed ? .unclear : sight.standing))
    }
    switch sight.datum {
    case .none: return .text("")
    case .decimal(let value, let tag), .lowerBound(let value, let tag):
      switch operand.type {
      case .percent: return operand.isShare ? .computedPercent(value) : .percent(value)
      case .money:
        let currency =
          Int(tag) < workspace.plan.currencies.count
          ? workspace.plan.currencies[Int(tag)] : nil
        return .money(Money(value, currency))
      default: return .number(value)
      }
    case .interval(let interval):
      if let date = written(sight, workspace) ?? interval.date { return .date(date) }
      return .localized(
        LocalizedText(en: interval.formatted(.english), de: interval.formatted(.german)))
    case .text(let place): return .text(workspace.text(place))
    case .index(let index):
      return indexed(index, sight, workspace)
    }
  }

  /// The date as its author wrote it; a schema may read it more precisely.
  private func written(_ sight: Sight, _ workspace: Workspace) -> CalendarDate? {
    guard let cell = sight.cell else { return nil }
    return try? CalendarDate.read(workspace.text(workspace.textPlace(cell))).get()
  }

  private func indexed(_ index: UInt32, _ sight: Sight, _ workspace: Workspace)
    -> ReportTable.Cell
  {
    switch operand.type {
    case .choice(let choice):
      let values = workspace.plan.schema.choices[choice].values
      if Int(index) < values.count { return .localized(values[Int(index)].title) }
      guard let cell = sight.cell else { return .text("") }
      return .text(workspace.text(workspace.textPlace(cell)))
    case .yesOrNo:
      return .localized(
        index == 1 ? LocalizedText(en: "yes", de: "ja") : LocalizedText(en: "no", de: "nein"))
    case .reference(let record), .record(let record):
      return .text(workspace.idText(record: record, row: Int(index)) ?? String(index + 1))
    default: return .text("")
    }
  }

  /// A list in one cell: its entries, or how many there are.
  private func listed(_ list: ListOperand, _ rows: Rows, _ workspace: Workspace)
    -> ReportTable.Cell
  {
    let sight = list.see(rows)
    guard sight.standing == .stated else { return cell(sight, workspace) }
    guard list.path.entries != nil else {
      return .number(Decimal(list.count(rows) ?? 0))
    }
    var entries: [String] = []
    list.path.forEach(rows, gap: { _, _, _ in }) { cell, _ in
      guard cell.leaf >= 0 else { return }
      let leaf = workspace.leaves[Int(cell.leaf)]
      let sight = workspace.sight(leaf, cell)
      if case .index(let row) = sight.datum, case .reference(let record, _)? = leaf.scalar {
        entries.append(workspace.idText(record: record, row: Int(row)) ?? "")
      } else if sight.standing == .stated {
        entries.append(workspace.text(workspace.textPlace(cell)))
      }
    }
    return .text(entries.joined(separator: ", "))
  }

  func keyValue(_ key: TableMaker.Key, _ workspace: Workspace) -> ReportTable.Cell {
    switch key {
    case .without(let standing): .missing(Self.state(standing))
    case .text(let text): .text(text)
    case .number(let value, let tag): cell(.computed(.decimal(value, tag: tag)), workspace)
    case .date(let interval): cell(.computed(.interval(interval)), workspace)
    case .index(let index):
      indexed(index, Sight(standing: .stated, datum: .index(index)), workspace)
    }
  }

  /// What stands for a value of the previous version that does not have the element.
  private static let new = LocalizedText(en: "new", de: "neu")

  static func state(_ standing: Standing) -> LocalizedText {
    switch standing {
    case .stated: LocalizedText(en: "stated", de: "angegeben")
    case .open: LocalizedText(en: "open", de: "offen")
    case .inapplicable: LocalizedText(en: "does not apply", de: "trifft nicht zu")
    case .empty, .absent: LocalizedText(en: "not stated", de: "ohne Angabe")
    case .malformed: LocalizedText(en: "not readable", de: "nicht lesbar")
    case .unclear: LocalizedText(en: "not known", de: "nicht bekannt")
    }
  }

  func sortValue(_ elements: [TableContext.Element], _ context: TableContext) -> SortValue? {
    if case .path = operand, elements.count == 1 {
      let sight = context.withRows(elements[0]) { reader.see($0) }
      // As the schema reads it: `2027` at an end is its last day.
      if sight.standing == .stated, case .interval(let interval) = sight.datum {
        return .day(interval.first)
      }
    }
    return SortValue(cell(elements, context).parts.value)
  }
}

extension Operand {
  /// Whether a quotient is part of it, so that its digits after the point mean little.
  fileprivate var isShare: Bool {
    switch self {
    case .aggregate(let aggregate): aggregate.kind == .share
    case .arithmetic(_, let left, let right, _): left.isShare || right.isShare
    case .path, .literal, .setting, .today, .matches, .state: false
    }
  }
}

extension AggregateOperand {
  /// Adds what was seen of one element to what was seen of others.
  func merge(_ own: Tally, into all: inout Tally) {
    let stated = all.stated + own.stated
    let unstated = all.unstated + own.unstated
    if case .none = own.value {} else { combine(own.value, into: &all) }
    all.stated = stated
    all.unstated = unstated
    all.leftOut += own.leftOut
    all.open += own.open
    if all.gap == nil { all.gap = own.gap }
    all.failure = all.failure ?? own.failure
    if all.firstUnstated == nil { all.firstUnstated = own.firstUnstated }
  }
}
