import SourceText

extension Parser {
  /// The deepest section: one inside another.
  private static let deepestSection = 2

  /// `report council-paper` with its sections on the lines under it.
  mutating func readReport() -> ReportDeclaration? {
    let start = current
    let indent = line.indent
    advance()
    guard let name = readName(of: .report), expectHeadEnd(after: name) else { return nil }
    var report = ReportDeclaration(name: name, range: start.range)
    let problems = problemCount
    readBlock(deeperThan: indent) { parser in parser.readReportLine(&report) }
    if problemCount == problems, !isStrayLineNext, report.sections.isEmpty {
      reportBlock(.missingBody(.report, name: name.text), at: name.range)
    }
    report.range = range(from: Int(start.start))
    return report
  }

  private mutating func readReportLine(_ report: inout ReportDeclaration) {
    if at(kind: .string) || atGerman {
      readTitleLine(&report.title, of: .title)
    } else if at(.section) {
      if let section = readSection(depth: 1) { report.sections.append(section) }
    } else {
      reportUnknownReportLine(among: ["section"])
    }
  }

  /// `section "Costs" de "Kosten"`, also `for each measure where …`
  private mutating func readSection(depth: Int) -> SectionSyntax? {
    let start = current
    let indent = line.indent
    guard depth <= Self.deepestSection else {
      report(.sectionsNestedTooDeep, at: start.range)
      return nil
    }
    advance()
    guard at(kind: .string) || atGerman else {
      fail(.text)
      return nil
    }
    var section = SectionSyntax(title: Title(), scope: nil, parts: [], range: start.range)
    guard readTitle(&section.title, of: .title) else { return nil }
    if accept(.for) {
      guard at(.each) else {
        fail(.code("each"))
        return nil
      }
      guard let scope = readScope() else { return nil }
      section.scope = scope
    }
    let expected: [SyntaxProblem.Expected] =
      section.scope == nil ? [.code("for each")] : [.code("where")]
    guard at(kind: .end) || fail(expected + [.lineEnd]) else { return nil }
    section.range = range(since: start)
    readGermanBelow(&section.title)
    let problems = problemCount
    let isForEach = section.scope != nil
    readBlock(deeperThan: indent) { parser in
      if let part = parser.readPart(depth: depth, isForEach: isForEach) {
        section.parts.append(part)
      }
    }
    if section.parts.isEmpty, !isForEach, problemCount == problems {
      reportBlock(.missingBody(.section, name: ""), at: start.range)
    }
    return section
  }

  private mutating func readPart(depth: Int, isForEach: Bool) -> SectionSyntax.Part? {
    let start = current
    if isForEach, !at(.text) {
      reportUnknownReportLine(among: ["text"])
      return nil
    }
    switch start.word {
    case .text:
      advance()
      guard let path = readPath(), expectEnd() else { return nil }
      return .text(path)
    case .table:
      advance()
      guard let name = readReference(to: .table), expectEnd() else { return nil }
      return .table(name)
    case .section: return readSection(depth: depth + 1).map { .section($0) }
    case .findings, .ledger, .summary:
      advance()
      guard expectEnd() else { return nil }
      switch start.word {
      case .findings: return .findings(start.range)
      case .ledger: return .ledger(start.range)
      default: return .summary(start.range)
      }
    default:
      reportUnknownReportLine(
        among: ["text", "table", "findings", "ledger", "summary", "section"])
      return nil
    }
  }
}
