import Diagnostics
import Model
import RuleSyntax
import SourceText

/// Reports: their sections, and what these show.
extension Checker {
  mutating func check(_ report: ReportDeclaration) {
    guard isFirst(.report, report.name) else { return }
    let made = unlessBroken { checker -> TypedReport? in
      let sections = report.sections.compactMap { checker.section($0) }
      return TypedReport(
        name: report.name.text,
        title: report.title.localized ?? LocalizedText(same: report.name.text),
        sections: sections, origin: checker.location(report.name.range))
    }
    if let made { program.reports.append(made) }
  }

  private mutating func section(_ syntax: SectionSyntax) -> TypedSection? {
    var scope: Scope?
    var place = Surroundings(
      frames: [Surroundings.Frame(record: schema.root, isInOrder: false)], rule: nil, rows: .row)
    if let scopeSyntax = syntax.scope {
      guard let (found, around) = self.scope(scopeSyntax, rule: nil, rows: .row) else {
        return nil
      }
      scope = found
      place = around
    }
    let parts = syntax.parts.compactMap { part($0, in: place) }
    let title = syntax.title.localized ?? LocalizedText(same: "")
    return TypedSection(title: title, scope: scope, parts: parts)
  }

  private mutating func part(
    _ syntax: SectionSyntax.Part, in place: Surroundings
  ) -> TypedSection.Part? {
    switch syntax {
    case .text(let path):
      guard let operand = operand(.path(path), wanted: .anything, in: place) else { return nil }
      var title = title(of: operand, path, in: place)
      if case .path(let path) = operand, path.isPrevious {
        title = LocalizedText(
          en: "\(title.english), previous version", de: "\(title.german), vorige Fassung")
      }
      return .text(TypedSection.Text(title: title, operand: operand))
    case .table(let name): return table(name).map { .table($0) }
    case .findings: return .findings
    case .ledger: return .ledger
    case .summary: return .summary
    case .section(let inner): return section(inner).map { .section($0) }
    }
  }

  /// The table of a name; an unknown one is told.
  private mutating func table(_ name: Name) -> Int? {
    switch tables[name.text] {
    case .valid(let index): return index
    case .broken: return nil
    case nil:
      let nearest = NearestNames.rank(name.text, among: tables.keys)
      tell(
        .report(.unknownTable(name.text, nearest: nearest)), at: name.range,
        fixes: mending(nearest, at: name.range))
      return nil
    }
  }

  /// The title of the field that a path ends in; of a reference where it shows the name of what is
  /// referred to.
  private func title(
    of operand: Operand, _ syntax: PathSyntax, in place: Surroundings
  ) -> LocalizedText {
    guard case .path(let path) = operand, let field = path.field else {
      return LocalizedText(same: syntax.text)
    }
    let record = schema.records[path.record]
    let names = syntax.names
    if field == record.nameField, case .reference? = path.steps.last, names.count > 1,
      case .success(let walk) = walk(
        PathSyntax(
          names: PathSyntax.Names(names[0], Array(names[1..<names.count - 1])),
          range: syntax.range), in: place),
      case .field(let reference) = walk.end
    {
      return fields(walk.record)[reference].title
    }
    return record.fields[field].title
  }
}
