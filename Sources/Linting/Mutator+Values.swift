import Model
import RuleSyntax
import Semantics
import SourceText
import Values

/// Changes of paths, values and computed values.
extension Mutator {
  mutating func mutate(_ expression: ExpressionSyntax) {
    switch expression {
    case .path(let path): mutate(path)
    case .number(let text, let unit, let range): mutate(number: text, unit, at: range)
    case .date(let text, let range): mutate(date: text, at: range)
    case .yesOrNo(let value, let range):
      add(.siblingValue, replacing: range, with: value ? "no" : "yes")
    case .aggregate(let aggregate): mutate(aggregate)
    case .matches(_, let path, _): mutate(path)
    case .binary(let symbol, let left, let right, _):
      mutate(left)
      mutate(right)
      let gap = ByteRange(left.range.end, right.range.start)
      let written = Array(file.bytes[gap.start..<gap.end])
      let signs = [UInt8(ascii: "+"), UInt8(ascii: "-")]
      guard symbol != .times, let offset = written.firstIndex(where: signs.contains) else { break }
      add(
        .arithmetic, replacing: ByteRange(gap.start + offset, gap.start + offset + 1),
        with: symbol == .plus ? "-" : "+")
    case .string, .today, .state: break
    }
  }

  // MARK: - Paths

  /// Another field of the same type that the line does not read: the next one in the schema or else
  /// the one before; of the same group if there is one.
  mutating func mutate(_ path: PathSyntax) {
    guard let typed = types.paths[path.range], let own = typed.field else { return }
    let fields = schema.records[typed.record].fields
    let parts = fields[own].path.split(separator: ".").map(String.init)
    guard path.names.suffix(parts.count).map(\.text) == parts else { return }
    let line = file.position(of: path.range.start).line
    let read = types.paths.values.filter {
      $0.record == typed.record && file.position(of: $0.range.start).line == line
    }.compactMap(\.field)
    guard fields[own].type != .group else { return }
    let others = fields.indices.filter { other in
      !read.contains(other) && fields[other].type == fields[own].type
    }
    let near = others.filter { fields[$0].group == fields[own].group }
    let candidates = near.isEmpty ? others : near
    guard let other = candidates.first(where: { $0 > own }) ?? candidates.last else { return }
    let first = path.names[path.names.count - parts.count].range.start
    add(
      .siblingField, replacing: ByteRange(first, path.range.end), with: fields[other].path)
  }

  // MARK: - Values

  /// The values beside a choice's value that the line does not name.
  mutating func mutateChoice(_ literal: Literal, at range: ByteRange, besides named: [Literal]) {
    guard case .choice(let choice, let value) = literal else { return }
    let values = schema.choices[choice].values
    let free = values.indices.filter { !named.contains(.choice(choice, value: $0)) }
    let next = free.first { $0 > value }
    let previous = free.last { $0 < value }
    let isOrdered = schema.choices[choice].isOrdered && named.count == 1
    for other in isOrdered ? [previous, next] : [next ?? previous] {
      if let other { add(.siblingValue, replacing: range, with: values[other].name) }
    }
  }

  /// A whole number ± 1, a fraction ± its last digit, an amount ± its smallest unit.
  private mutating func mutate(number text: String, _ unit: Name?, at range: ByteRange) {
    guard case .success(let number) = Decimal.read(text) else { return }
    var scale = Int(number.scale)
    if let unit, !Self.countedUnits.contains(unit.text) { scale = max(scale, Self.amountScale) }
    guard let step = Decimal(mantissa: 1, scale: scale) else { return }
    let tail = unit.map { " " + $0.text } ?? ""
    for changed in [number.subtracting(step), number.adding(step)] {
      if let changed { add(.step, replacing: range, with: changed.plain() + tail) }
    }
  }

  /// The units that are no currency.
  private static let countedUnits: Set<String> = [
    "%", "day", "days", "month", "months", "year", "years",
  ]
  /// The digits of the smallest unit of an amount.
  private static let amountScale = 2

  /// The date before and behind, of the same precision.
  private mutating func mutate(date text: String, at range: ByteRange) {
    guard case .success(let date) = CalendarDate.read(text) else { return }
    for day in [date.firstDay - 1, date.lastDay + 1] {
      if let other = CalendarDate(containing: day, date.precision) {
        add(.step, replacing: range, with: other.iso())
      }
    }
  }

  mutating func mutate(_ setting: SettingDeclaration) {
    if let value = setting.value { mutate(value) }
  }

  // MARK: - Aggregates

  private mutating func mutate(_ aggregate: AggregateSyntax) {
    if let other = aggregate.kind.opposite {
      add(.aggregate, replacing: words(1, from: aggregate.range.start), with: other.rawValue)
    }
    if let path = aggregate.path { mutate(path) }
    if let filter = aggregate.filter {
      dropWhere(filter)
      mutate(filter)
    }
    if let words = aggregate.missingAsZero {
      let edit = Mutation.Edit(
        range: ByteRange(trimmedEnd(before: words.start), words.end), replacement: "")
      found.append(Mutation(.dropCounting, at: words, [edit]))
    }
  }

  // MARK: - Declarations

  /// The changes of a word list: each entry left out.
  static func mutations(of words: WordsDeclaration, in file: SourceFile) -> [Mutation] {
    let groups = [words.entries, words.german, words.english].filter { !$0.isEmpty }
    var mutator = Mutator(file: file, schema: Schema(), types: TypeIndex())
    for group in groups {
      if group.count > 1 {
        mutator.dropEach(of: group.map(\.range), as: .dropEntry)
      } else if groups.count > 1 {
        let end = mutator.trimmedEnd(before: group[0].range.start)
        let isMarked = [Word.de, .en].contains { word in
          file.text(ByteRange(end - word.rawValue.utf8.count, end)) == word.rawValue
        }
        guard isMarked else { continue }
        let start = mutator.trimmedEnd(before: end - Word.de.rawValue.utf8.count)
        let edit = Mutation.Edit(range: ByteRange(start, group[0].range.end), replacement: "")
        mutator.found.append(Mutation(.dropEntry, at: group[0].range, [edit]))
      }
    }
    return mutator.found
  }

  /// The changes of a notation: each form left out.
  static func mutations(of notation: NotationDeclaration, in file: SourceFile) -> [Mutation] {
    var mutator = Mutator(file: file, schema: Schema(), types: TypeIndex())
    mutator.dropEach(of: notation.patterns.map(\.range), as: .dropEntry)
    return mutator.found
  }

  /// The changes of a setting that stands on its own: its value one step up and down.
  static func mutations(of setting: SettingDeclaration, in file: SourceFile) -> [Mutation] {
    var mutator = Mutator(file: file, schema: Schema(), types: TypeIndex())
    mutator.mutate(setting)
    return mutator.found
  }
}

extension AggregateSyntax.Kind {
  /// The aggregate that looks at the other end; nil where there is none.
  fileprivate var opposite: Self? {
    switch self {
    case .earliest: .latest
    case .latest: .earliest
    case .smallest: .largest
    case .largest: .smallest
    case .first: .last
    case .last: .first
    case .sum, .count, .share: nil
    }
  }
}
