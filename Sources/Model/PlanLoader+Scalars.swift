import Diagnostics
import SourceText
import Values
import YAMLSyntax

/// What a scalar turned out to be; what more there is to say lies in the loader.
enum ScalarReading {
  case stated, empty
  /// Stated, but less than the bound.
  case below
  /// Stated in another currency than the plan's.
  case foreign
  case unknownValue
  /// See `PlanLoader.problem`.
  case unreadable
}

extension PlanLoader {
  /// Reads a scalar into the row `index` of `target`; the caller writes the state unless it is
  /// malformed.
  mutating func readScalar(
    _ node: NodeID, _ flat: Int, _ target: Cells, _ index: Int, _ subject: Subject,
    _ tree: YAMLTree
  ) -> CellState {
    let span = tree.span(node)
    let reading: ScalarReading
    // The first byte tells the style: no plain scalar begins with a quote or a block indicator.
    switch span.isEmpty ? 0 : bytes[span.start] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "|"), UInt8(ascii: ">"):
      reading = readElaborate(node, span, isPlain: false, flat, target, index, subject, tree)
    default:
      if isPlainASCII(span) {
        let text = TextBytes(rebasing: bytes[span.start..<span.end])
        reading = read(text, isPlain: true, flat, target, index)
      } else {
        reading = readElaborate(node, span, isPlain: true, flat, target, index, subject, tree)
      }
    }
    switch reading {
    case .stated:
      if let texts = target.texts, let range = tree.ownRange(node) {
        texts[index] = TextSpan(start: range.lowerBound, count: range.count)
      }
      return .stated
    case .empty:
      return tree.isUnresolved(node)
        ? markUnresolved(node, target, index, subject, tree) : .empty
    case .below, .foreign, .unknownValue, .unreadable:
      return settle(reading, node, flat, target, index, subject, tree)
    }
  }

  /// Whether the bytes are ASCII on one line, so that a plain scalar's text is just them.
  ///
  /// An alias to nothing, which begins with `*`, has no text.
  @inline(__always)
  private func isPlainASCII(_ span: ByteRange) -> Bool {
    var offset = span.start
    guard offset < span.end, let raw = UnsafeRawPointer(bytes.baseAddress) else { return true }
    guard bytes[offset] != UInt8(ascii: "*") else { return false }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    while offset < span.end, offset + 8 <= bytes.count {
      var word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      if span.end - offset < 8 { word &= (1 << UInt64((span.end - offset) * 8)) &- 1 }
      let feed = word ^ (ones &* 10)
      let carriage = word ^ (ones &* 13)
      let breaks = (feed &- ones & ~feed) | (carriage &- ones & ~carriage)
      if (breaks | word) & high != 0 { return false }
      offset += 8
    }
    while offset < span.end {
      let byte = bytes[offset]
      if byte >= 0x80 || byte == 10 || byte == 13 { return false }
      offset += 1
    }
    return true
  }

  /// Reads a scalar with quotes, several lines or other characters than ASCII.
  private mutating func readElaborate(
    _ node: NodeID, _ span: ByteRange, isPlain: Bool, _ flat: Int, _ target: Cells, _ index: Int,
    _ subject: Subject, _ tree: YAMLTree
  ) -> ScalarReading {
    switch plans[flat].scalar {
    case .text:
      checkArtefacts(node, span, subject, tree)
      if span.count > placeholders.longest, !isBlank(span, tree) { return .stated }
    case .identifier: checkArtefacts(node, span, subject, tree)
    case .yesOrNo, .number, .wholeNumber, .percent, .money, .date, .choice, .reference: break
    }
    return tree.withText(node) { read($0, isPlain: isPlain, flat, target, index) }
  }

  /// Whether the text may be blank: its first characters behind a quote or block header are.
  @inline(__always)
  private func isBlank(_ span: ByteRange, _ tree: YAMLTree) -> Bool {
    for offset in span.start + 1..<min(span.start + 8, span.end) where bytes[offset] > 32 {
      return bytes[offset] == UInt8(ascii: "\\")
    }
    return true
  }

  @inline(__always)
  private mutating func read(
    _ bytes: TextBytes, isPlain: Bool, _ flat: Int, _ target: Cells, _ index: Int
  ) -> ScalarReading {
    let plan = plans[flat]
    switch plan.scalar {
    case .text, .identifier, .reference:
      return placeholders.isEmpty(bytes, isPlain: isPlain) ? .empty : .stated
    case .choice:
      if let value = shape.choices[plan.target].row(of: bytes) {
        target.narrow.unsafelyUnwrapped[index] = value
        return .stated
      }
      return placeholders.isEmpty(bytes, isPlain: isPlain) ? .empty : .unknownValue
    case .yesOrNo, .number, .wholeNumber, .percent, .money, .date:
      if placeholders.isEmpty(bytes, isPlain: isPlain) { return .empty }
      return readTyped(bytes, flat, target, index)
    }
  }

  private mutating func readTyped(
    _ bytes: TextBytes, _ flat: Int, _ target: Cells, _ index: Int
  ) -> ScalarReading {
    let plan = plans[flat]
    switch plan.scalar {
    case .yesOrNo:
      switch YesOrNo.read(bytes) {
      case .success(let value):
        target.narrow.unsafelyUnwrapped[index] = value ? 1 : 0
        return .stated
      case .failure(let problem): return refuse(problem)
      }
    case .date:
      switch CalendarDate.read(bytes) {
      case .success(let date):
        target.wide.unsafelyUnwrapped[index] = packed(date, plan.dateReading)
        return .stated
      case .failure(let problem): return refuse(problem)
      }
    case .money: return readMoney(bytes, flat, target, index)
    case .number: return store(Decimal.read(bytes), flat, target, index)
    case .wholeNumber: return store(Decimal.readWhole(bytes), flat, target, index)
    case .percent: return store(Percent.read(bytes).map(\.value), flat, target, index)
    case .text, .identifier, .choice, .reference: return .stated
    }
  }

  private mutating func refuse(_ problem: ReadProblem) -> ScalarReading {
    self.problem = problem
    return .unreadable
  }

  private func packed(_ date: CalendarDate, _ reading: FieldPlan.DateReading) -> Int64 {
    switch reading {
    case .asWritten: date.packed
    case .fromFirstDay: CalendarDate(containing: date.firstDay, .day)?.packed ?? date.packed
    case .toLastDay: CalendarDate(containing: date.lastDay, .day)?.packed ?? date.packed
    }
  }

  private mutating func store(
    _ result: Result<Decimal, ReadProblem>, _ flat: Int, _ target: Cells, _ index: Int
  ) -> ScalarReading {
    switch result {
    case .success(let value):
      target.wide.unsafelyUnwrapped[index] = value.packed ?? 0
      return isBelow(value, flat) ? .below : .stated
    case .failure(let problem): return refuse(problem)
    }
  }

  private func isBelow(_ value: Decimal, _ flat: Int) -> Bool {
    guard plans[flat].hasBound, let bound = shape.bounds[flat] else { return false }
    return value < bound
  }

  private mutating func readMoney(
    _ bytes: TextBytes, _ flat: Int, _ target: Cells, _ index: Int
  ) -> ScalarReading {
    switch Money.read(bytes, defaultCurrency: defaultCurrency) {
    case .success(let money):
      target.wide.unsafelyUnwrapped[index] = money.amount.packed(tag: tag(of: money.currency)) ?? 0
      if isBelow(money.amount, flat) { return .below }
      if let currency = money.currency, currency != firstMoney?.currency {
        foreignCurrency = currency
        return .foreign
      }
      return .stated
    case .failure(let problem): return refuse(problem)
    }
  }

  /// The number of a currency in the plan; the last of 15 where there are more.
  private mutating func tag(of currency: Currency?) -> UInt8 {
    guard let currency else { return 0 }
    if currencies.count > 1, currencies[1] == currency { return 1 }
    if let known = currencies.firstIndex(of: currency) { return UInt8(known) }
    if currencies.count < 16 { currencies.append(currency) }
    return UInt8(currencies.count - 1)
  }

  // MARK: - What is not simply stated

  private mutating func settle(
    _ reading: ScalarReading, _ node: NodeID, _ flat: Int, _ target: Cells, _ index: Int,
    _ subject: Subject, _ tree: YAMLTree
  ) -> CellState {
    let span = tree.span(node)
    switch reading {
    case .stated, .empty: return .stated
    case .below:
      let bound = shape.bounds[flat]?.plain() ?? "0"
      let finding = report(
        .belowBound(value: shortened(tree.text(node)), bound: bound), at: span, subject)
      if let cell = subject.cell { mark(cell, by: finding) }
      return .stated
    case .foreign:
      if let foreignCurrency { noteForeign(foreignCurrency, span, subject) }
      return .stated
    case .unknownValue:
      return settleUnknownValue(node, flat, target, index, subject, tree)
    case .unreadable:
      let problem = problem ?? .notADate(tree.text(node))
      let finding = report(.unreadable(problem, plans[flat].scalar.kind), at: span, subject)
      if let suggestion = problem.suggestion {
        book.amend(finding, fixes: [replacement(of: span, by: suggestion)])
      }
      return markMalformed(target, index, subject, finding)
    }
  }

  /// The first amount decides the plan's currency where the plan does not.
  private mutating func noteForeign(_ currency: Currency, _ span: ByteRange, _ subject: Subject) {
    guard let first = firstMoney else {
      firstMoney = (currency, Location(source, span))
      return
    }
    guard reportsMixture else { return }
    reportsMixture = false
    let finding = report(
      .mixedCurrencies(first.currency.code, currency.code), at: span, subject)
    let text = LocalizedText(
      en: "\(first.currency.code) here", de: "hier \(first.currency.code)")
    book.amend(finding, related: [RelatedPlace(first.place, text)])
  }

  private mutating func settleUnknownValue(
    _ node: NodeID, _ flat: Int, _ target: Cells, _ index: Int, _ subject: Subject,
    _ tree: YAMLTree
  ) -> CellState {
    let choice = schema.choices[plans[flat].target]
    let text = tree.text(node)
    let nearest = NearestNames.rank(text, among: choice.values.flatMap(\.spellings))
    let fixes =
      nearest.count == 1 ? [replacement(of: tree.span(node), by: nearest[0])] : []
    let fact = PlanFact.unknownValue(
      shortened(text), known: choice.values.map(\.name), nearest: nearest,
      isOpen: plans[flat].isOpen)
    guard plans[flat].isOpen else {
      let finding = report(fact, at: tree.span(node), subject)
      book.amend(finding, fixes: fixes)
      return markMalformed(target, index, subject, finding)
    }
    target.narrow.unsafelyUnwrapped[index] = Column.unknown
    if !nearest.isEmpty {
      let finding = report(fact, .note, at: tree.span(node), subject)
      book.amend(finding, fixes: fixes)
    }
    return .stated
  }

  func replacement(of span: ByteRange, by text: String) -> Fix {
    Fix(
      LocalizedText(en: "write `\(text)`", de: "`\(text)` schreiben"),
      [TextEdit(Location(source, span), replacement: text)])
  }

  /// A text for a message: at most 60 characters.
  func shortened(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count > 60 ? String(line.prefix(59)) + "…" : line
  }

  /// Makes a cell or list entry malformed, and lets the finding speak of the cell.
  mutating func markMalformed(
    _ target: Cells, _ index: Int, _ subject: Subject, _ finding: Int
  ) -> CellState {
    target.states[index] = CellState.malformed.rawValue | CellBits.reported
    if let cell = subject.cell { mark(cell, by: finding) }
    return .malformed
  }
}
