import Diagnostics
import Model
import RuleSyntax
import SourceText

/// Saying what a name that nothing bears may have meant.
extension Checker {
  /// The failure of a path's first name.
  func unknownStart(_ name: Name, _ path: PathSyntax, _ place: Surroundings) -> Failure {
    if let owner = owner(of: name.text, in: place) {
      return belonging(name, to: owner)
    }
    let record = place.innermost.record
    if path.names.count == 1, name.text == "count" {
      return Failure(problem: .expression(.countOutsideTables), range: name.range)
    }
    if let known = names.records[name.text], path.names.count > 1 {
      return outsideScope(name, known, place)
    }
    var candidates = names.memberNames(of: record, group: nil)
    if path.names.count == 1 { candidates += visibleSettings(place) }
    candidates += place.frames.map { schema.records[$0.record].name }
    return unknown(name, of: record, group: nil, among: candidates)
  }

  /// The failure of a name after a dot.
  func unknownMember(_ name: Name, of walk: Walk, group: Int?) -> Failure {
    unknown(
      name, of: walk.record, group: group,
      among: names.memberNames(of: walk.record, group: group))
  }

  /// Another element in reach that has the name: an outer one, or the document.
  private func owner(of name: String, in place: Surroundings) -> NameProblem.Owner? {
    let first = String(name)
    for frame in place.frames.dropLast().reversed() where frame.record != schema.root {
      if names.member(first, of: frame.record, group: nil) != nil {
        return .record(schema.records[frame.record].name)
      }
    }
    guard place.innermost.record != schema.root else { return nil }
    return names.member(first, of: schema.root, group: nil) == nil ? nil : .plan
  }

  private func belonging(_ name: Name, to owner: NameProblem.Owner) -> Failure {
    let path =
      switch owner {
      case .plan: "plan.\(name.text)"
      case .record(let record): "\(record).\(name.text)"
      }
    return Failure(
      problem: .name(.belongsTo(name.text, owner, path: path)), range: name.range,
      fixes: writing(path, at: name.range))
  }

  /// `measure.end-date` where the scope names no measure.
  private func outsideScope(_ name: Name, _ record: Int, _ place: Surroundings) -> Failure {
    let inner = schema.records[place.innermost.record]
    let encloses = inner.places.contains { $0.record == record }
    return Failure(
      problem: .name(.outsideScope(name.text, inner: inner.name, encloses: encloses)),
      range: name.range, related: [related(toRecord: record)])
  }

  private func unknown(
    _ name: Name, of record: Int, group: Int?, among candidates: [String]
  ) -> Failure {
    if let ours = names.member(spelled: name.text, of: record, group: group) {
      return Failure(
        problem: .name(.spelling(name.text, ours: ours)), range: name.range,
        fixes: writing(ours, at: name.range))
    }
    if group == nil {
      let paths = names.paths(endingIn: name.text, of: record)
      if let path = paths.first {
        return Failure(
          problem: .name(.inGroup(name.text, paths: paths)), range: name.range,
          fixes: paths.count == 1 ? writing(path, at: name.range) : [])
      }
    }
    let nearest = NearestNames.rank(name.text, among: candidates)
    let container: NameProblem.Container =
      if let group {
        .group(fields(record)[group].path)
      } else if record == schema.root {
        .plan
      } else {
        .record(schema.records[record].name)
      }
    return Failure(
      problem: .name(.unknown(name.text, in: container, nearest: nearest)), range: name.range,
      related: [related(toRecord: record)], fixes: mending(nearest, at: name.range))
  }

  // MARK: - Places in the schema

  func related(toRecord record: Int) -> RelatedPlace {
    let found = schema.records[record]
    let text = LocalizedText(
      en: "`\(found.name)` is declared here", de: "hier ist `\(found.name)` vereinbart")
    return RelatedPlace(found.origin, text)
  }

  func related(toField field: Int, of record: Int) -> RelatedPlace {
    let found = fields(record)[field]
    let text = LocalizedText(
      en: "`\(found.path)` is declared here", de: "hier ist `\(found.path)` vereinbart")
    return RelatedPlace(found.origin, text)
  }

  func related(toChoice choice: Int) -> RelatedPlace {
    let found = schema.choices[choice]
    let text = LocalizedText(
      en: "the values of `\(found.name)` are declared here",
      de: "hier sind die Werte von `\(found.name)` vereinbart")
    return RelatedPlace(found.origin, text)
  }

  /// The declaration of the field that the path ends in.
  func related(toEndOf walk: Walk) -> [RelatedPlace] {
    guard case .field(let field) = walk.end else { return [] }
    return [related(toField: field, of: walk.record)]
  }

  /// The names of the settings that a bare name can mean.
  func visibleSettings(_ place: Surroundings) -> [String] {
    settings.map(\.name).filter { $0.rule == nil || $0.rule == place.rule }.map(\.name).sorted()
  }
}
