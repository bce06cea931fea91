import Diagnostics
import Model
import Reporting
import RuleSyntax
import Semantics
import SourceText
import Values

/// What rows are sorted by.
enum SortValue: Comparable {
  case number(Decimal)
  case day(Int32)
  case text(String)
}

/// One column of a table, ready to be read for a group of elements.
struct ColumnReader {
  let title: LocalizedText
  let operand: Operand
  private let reader: OperandReader
  /// For the bare `count`: which rows count.
  private let rowFilter: ConditionNode?
  private let isGrouped: Bool

  init(
    _ column: TypedTable.Column, _ table: TypedTable, _ builder: NodeBuilder, isGrouped: Bool
  ) {
    title = column.title
    operand = column.operand
    self.isGrouped = isGrouped
    reader = builder.operand(column.operand, table.scope.frames)
    if case .aggregate(let aggregate) = column.operand, aggregate.path == nil {
      rowFilter = aggregate.filter.map { builder.condition($0, table.scope.frames) }
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

  func cell(_ elements: [TableMaker.Element], _ maker: TableMaker) -> ReportTable.Cell {
    if let aggregate {
      if aggregate.path == nil { return .number(Decimal(rowCount(elements, maker))) }
      return tallied(elements, maker)
    }
    if isGrouped, let arithmetic = reader as? ArithmeticOperand {
      return cell(computed(arithmetic, elements, maker), maker.workspace)
    }
    if elements.count != 1, isSummable { return summed(elements, maker) }
    guard let element = elements.first else { return .text("") }
    return maker.withRows(element) { single($0, maker.workspace) }
  }

  /// Arithmetic over a group: its aggregates run over all elements of the group.
  private func computed(
    _ reader: OperandReader, _ elements: [TableMaker.Element], _ maker: TableMaker
  ) -> Sight {
    if let aggregate = reader as? AggregateOperand {
      var tally = Tally()
      for element in elements {
        maker.withRows(element) { rows in
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
        computed(arithmetic.left, elements, maker), computed(arithmetic.right, elements, maker))
    }
    guard let element = elements.first else { return .unclear }
    return maker.withRows(element) { reader.see($0) }
  }

  private func single(_ rows: Rows, _ workspace: Workspace) -> ReportTable.Cell {
    if let list = reader as? ListOperand { return listed(list, rows, workspace) }
    let sight = reader.see(rows)
    if case .state = operand { return .localized(state(sight.standing)) }
    return cell(sight, workspace)
  }

  private func rowCount(_ elements: [TableMaker.Element], _ maker: TableMaker) -> Int {
    guard let rowFilter else { return elements.count }
    return elements.reduce(0) { count, element in
      count + (maker.withRows(element) { rowFilter.verdict($0) == .yes } ? 1 : 0)
    }
  }

  private func tallied(_ elements: [TableMaker.Element], _ maker: TableMaker) -> ReportTable.Cell {
    guard let aggregate = reader as? AggregateOperand else { return counted(elements, maker) }
    var tally = Tally()
    for element in elements {
      maker.withRows(element) { rows in
        var own = Tally()
        aggregate.add(rows, to: &own)
        if let gap = own.gap, gap.standing != .inapplicable { own.miss(gap.cell, gap.standing) }
        aggregate.merge(own, into: &tally)
      }
    }
    aggregate.finish(&tally)
    if !isGrouped, elements.count == 1, let standing = tally.missedList {
      return .missing(state(standing))
    }
    return cell(tally, aggregate, maker)
  }

  private func counted(_ elements: [TableMaker.Element], _ maker: TableMaker) -> ReportTable.Cell {
    var sum = Decimal.zero
    var unknown = 0
    for element in elements {
      let sight = maker.withRows(element) { reader.see($0) }
      if case .decimal(let value, _) = sight.datum {
        sum = sum.adding(value) ?? sum
      } else if sight.standing != .absent && sight.standing != .inapplicable {
        unknown += 1
      }
    }
    return .number(sum)
  }

  private func cell(
    _ tally: Tally, _ aggregate: AggregateOperand, _ maker: TableMaker
  ) -> ReportTable.Cell {
    guard !tally.failed else {
      return .missing(LocalizedText(en: "not known", de: "nicht bekannt"))
    }
    let value: ReportTable.Cell
    if case .none = tally.value {
      value = .missing(LocalizedText(en: "none", de: "keine"))
    } else {
      value = cell(
        Sight(standing: .stated, datum: withCurrency(tally.value, maker.workspace)),
        maker.workspace)
    }
    guard tally.unstated > 0 else { return value }
    guard tally.stated > 0 else {
      return .missing(Self.missing(open: tally.open, of: tally.unstated))
    }
    return .partial(
      value,
      ReportTable.Share(
        stated: tally.stated, of: tally.stated + tally.unstated,
        members: members(aggregate, maker),
        missing: Self.missing(open: tally.open, of: tally.unstated)))
  }

  /// A sum of nothing, and a plain zero, are amounts in the plan's currency.
  private func withCurrency(_ datum: Datum, _ workspace: Workspace) -> Datum {
    guard case .decimal(let value, 0) = datum, operand.type == .money,
      workspace.plan.currencies.count > 1
    else { return datum }
    return .decimal(value, tag: 1)
  }

  private func members(_ aggregate: AggregateOperand, _ maker: TableMaker) -> LocalizedText {
    let record =
      aggregate.path.hops.isEmpty ? maker.table.scope.record : aggregate.path.path.record
    return maker.workspace.plan.schema.records[record].plural
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
  private func summed(_ elements: [TableMaker.Element], _ maker: TableMaker) -> ReportTable.Cell {
    var sum = Decimal.zero
    var tag: UInt8 = 0
    var stated = 0
    var (open, missing) = (0, 0)
    for element in elements {
      let sight = maker.withRows(element) { reader.see($0) }
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
      Sight(standing: .stated, datum: .decimal(sum, tag: tag)), maker.workspace)
    guard missing > 0 else { return value }
    let record = maker.workspace.plan.schema.records[maker.table.scope.record]
    return .partial(
      value,
      ReportTable.Share(
        stated: stated, of: stated + missing,
        members: record.plural,
        missing: Self.missing(open: open, of: missing)))
  }

  func cell(_ sight: Sight, _ workspace: Workspace) -> ReportTable.Cell {
    guard sight.standing == .stated else { return .missing(state(sight.standing)) }
    switch sight.datum {
    case .none: return .text("")
    case .decimal(let value, let tag), .lowerBound(let value, let tag):
      switch operand.type {
      case .percent: return .percent(value)
      case .money:
        let currency =
          Int(tag) < workspace.plan.currencies.count
          ? workspace.plan.currencies[Int(tag)] : nil
        return .money(Money(value, currency))
      default: return .number(value)
      }
    case .interval(let interval):
      if let date = interval.date { return .date(date) }
      return .localized(
        LocalizedText(en: interval.formatted(.english), de: interval.formatted(.german)))
    case .text(let place): return .text(workspace.text(place))
    case .index(let index):
      return indexed(index, sight, workspace)
    }
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
    guard sight.standing == .stated else { return .missing(state(sight.standing)) }
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
    case .without(let standing): without(standing, workspace)
    case .value(let text): .text(text)
    case .index(let index):
      indexed(index, Sight(standing: .stated, datum: .index(index)), workspace)
    }
  }

  /// The key of the group of elements that have none.
  func without(_ standing: Standing, _ workspace: Workspace) -> ReportTable.Cell {
    .missing(state(standing))
  }

  private func state(_ standing: Standing) -> LocalizedText {
    switch standing {
    case .stated: LocalizedText(en: "stated", de: "angegeben")
    case .open: LocalizedText(en: "open", de: "offen")
    case .inapplicable: LocalizedText(en: "does not apply", de: "trifft nicht zu")
    case .empty, .absent: LocalizedText(en: "not stated", de: "ohne Angabe")
    case .malformed: LocalizedText(en: "not readable", de: "nicht lesbar")
    case .unclear: LocalizedText(en: "not known", de: "nicht bekannt")
    }
  }

  func sortValue(_ elements: [TableMaker.Element], _ maker: TableMaker) -> SortValue? {
    switch cell(elements, maker) {
    case .number(let value), .percent(let value): .number(value)
    case .money(let money): .number(money.amount)
    case .date(let date): .day(date.firstDay)
    case .text(let text): text.isEmpty ? nil : .text(text.lowercased())
    case .localized(let text): .text(text.english.lowercased())
    case .missing: nil
    case .partial(let value, _):
      switch value {
      case .number(let value), .percent(let value): .number(value)
      case .money(let money): .number(money.amount)
      case .date(let date): .day(date.firstDay)
      default: nil
      }
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
    all.open += own.open
    if all.gap == nil { all.gap = own.gap }
    all.failed = all.failed || own.failed
    if all.firstUnstated == nil { all.firstUnstated = own.firstUnstated }
  }
}
