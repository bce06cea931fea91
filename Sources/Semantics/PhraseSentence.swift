import Diagnostics
import Model
import RuleSyntax

/// What a clause demands, as a sentence of prose: "owner committee must be stated",
/// "federführendes Gremium muss angegeben sein".
///
/// It names fields by their titles and says the same as the rule's text; it begins in lower case
/// and ends without a full stop.
package func sentence(
  for clause: Clause, of rule: TypedRule, in program: Program, schema: Schema, language: Language
) -> String {
  SentenceWriter(program: program, schema: schema, language: language)
    .sentence(clause, Frames(rule.scope.frames))
}

/// A clause in the parts that people read one under the other.
package struct ClauseProse: Sendable {
  /// A sentence, or what stands before the parts: "any of these must hold".
  package var text: String
  /// The alternatives of a block.
  package var parts: [ClauseProse]
}

/// What a clause demands, with the alternatives of a block apart; each text as `sentence` has it.
package func prose(
  for clause: Clause, of rule: TypedRule, in program: Program, schema: Schema, language: Language
) -> ClauseProse {
  SentenceWriter(program: program, schema: schema, language: language)
    .prose(clause, Frames(rule.scope.frames))
}

/// The elements that names in a sentence can be about: the records of the frames.
struct Frames {
  var records: [Int]

  init(_ records: [Int]) { self.records = records }

  func inside(_ record: Int) -> Frames { Frames(records + [record]) }
}

/// Writes sentences in one language.
struct SentenceWriter {
  let program: Program
  let schema: Schema
  let language: Language

  func sentence(_ clause: Clause, _ frames: Frames) -> String {
    let isInverted = !clause.guards.isEmpty
    return guarded(
      requirement(clause.requirement, frames, isInverted: isInverted), clause, frames)
  }

  /// The text of a requirement behind its conditions.
  private func guarded(_ requirement: String, _ clause: Clause, _ frames: Frames) -> String {
    let tail = clause.ifStated ? language.pick(", if stated", ", falls angegeben") : ""
    let text = requirement + tail
    guard !clause.guards.isEmpty else { return text }
    let guards = clause.guards.map { condition($0, frames, isSubordinate: true) }
    let joined = guards.joined(separator: language.pick(" and ", " und "))
    return language.pick("when \(joined), \(text)", "wenn \(joined), \(text)")
  }

  // MARK: - Parts

  func prose(_ clause: Clause, _ frames: Frames) -> ClauseProse {
    guard case .block(let kind, let conditions) = clause.requirement else {
      return ClauseProse(text: sentence(clause, frames), parts: [])
    }
    let demand = kind.demand(language, isInverted: !clause.guards.isEmpty)
    return ClauseProse(
      text: guarded(demand, clause, frames), parts: conditions.map { prose($0, frames) })
  }

  private func prose(_ condition: Condition, _ frames: Frames) -> ClauseProse {
    guard case .block(let kind, let conditions, _) = condition else {
      let text = self.condition(condition, frames, isSubordinate: false)
      return ClauseProse(text: text, parts: [])
    }
    return ClauseProse(text: kind.name(language), parts: conditions.map { prose($0, frames) })
  }

  // MARK: - Requirements

  /// `isInverted`: after a German "wenn …", where the verb comes first.
  private func requirement(
    _ requirement: Requirement, _ frames: Frames, isInverted: Bool
  ) -> String {
    switch requirement {
    case .judgement(let judgement): return demand(judgement, frames, isInverted: isInverted)
    case .block(let kind, let conditions):
      let parts = conditions.map { condition($0, frames, isSubordinate: false) }
      return kind.demand(language, isInverted: isInverted) + ": " + parts.joined(separator: "; ")
    }
  }

  private func demand(_ judgement: Judgement, _ frames: Frames, isInverted: Bool) -> String {
    let subject = subject(judgement, frames)
    let (modal, rest) = words(judgement, frames)
      .demandParts(isNegated: judgement.isNegated, quantifier: judgement.quantifier)
    switch language {
    case .english: return [englishSubject(judgement, subject), modal, rest].spaced
    case .german:
      return (isInverted ? [modal, subject, rest] : [subject, modal, rest]).spaced
    }
  }

  // MARK: - Conditions

  /// `isSubordinate`: after a German "wenn", where the verb comes last.
  func condition(_ condition: Condition, _ frames: Frames, isSubordinate: Bool) -> String {
    switch condition {
    case .judgement(let judgement):
      return statement(judgement, frames, isSubordinate: isSubordinate)
    case .block(let kind, let conditions, _):
      let parts = conditions.map { self.condition($0, frames, isSubordinate: false) }
      return "(" + kind.name(language) + ": " + parts.joined(separator: "; ") + ")"
    }
  }

  private func statement(
    _ judgement: Judgement, _ frames: Frames, isSubordinate: Bool
  ) -> String {
    let subject = subject(judgement, frames)
    let words = words(judgement, frames).statement(
      isNegated: judgement.isNegated, quantifier: judgement.quantifier,
      isSubordinate: isSubordinate)
    let named = language == .english ? englishSubject(judgement, subject) : subject
    return [named, words].spaced
  }

  // MARK: - Subjects

  private func subject(_ judgement: Judgement, _ frames: Frames) -> String {
    let text = operand(judgement.subject, frames)
    guard let filter = judgement.filter, case .path(let path) = judgement.subject else {
      return text
    }
    return text + restriction(filter, over: path, frames)
  }

  private func englishSubject(_ judgement: Judgement, _ subject: String) -> String {
    switch judgement.quantifier {
    case nil: subject
    case .every: "every \(subject)"
    case .atLeastOne: "at least one \(subject)"
    case .no: "no \(subject)"
    }
  }

  /// The condition on the members of a path's last list.
  func restriction(_ filter: Condition, over path: Path, _ frames: Frames) -> String {
    let inner = lastList(of: path, frames).map(frames.inside) ?? frames
    let text = condition(filter, inner, isSubordinate: true)
    return language.pick(" where \(text)", ", wo \(text),")
  }

  /// The record of the elements that the path's last list leads to.
  private func lastList(of path: Path, _ frames: Frames) -> Int? {
    var record =
      switch path.start {
      case .plan: schema.root
      case .frame(let frame): frames.records[frame]
      }
    var found: Int?
    for step in path.steps {
      record = schema.record(after: step, from: record)
      if step.isMany { found = record }
    }
    return found
  }
}

extension Schema {
  /// The record that a step of a path leads to.
  package func record(after step: Path.Step, from record: Int) -> Int {
    let found = records[record]
    switch step {
    case .reference(let field), .references(let field), .children(let field), .child(let field):
      switch found.fields[field].type {
      case .scalar(.reference(let next, _)), .scalars(.reference(let next, _), _),
        .records(let next, _), .record(let next):
        return next
      case .scalar, .scalars, .group: return record
      }
    case .inverse(let inverse): return found.inverses[inverse].record
    case .parent: return found.places.first?.record ?? root
    case .earlier, .later, .previous: return record
    case .all(let next): return next
    }
  }
}

extension BlockKind {
  /// "any of these must hold"; `isInverted`: after a German "wenn …", where the verb comes first.
  package func demand(_ language: Language, isInverted: Bool = false) -> String {
    switch (language, self) {
    case (.english, .any): "any of these must hold"
    case (.english, .all): "all of these must hold"
    case (.english, .exactlyOne): "exactly one of these must hold"
    case (.english, .none): "none of these may hold"
    case (.german, .any):
      isInverted ? "muss mindestens eines davon gelten" : "mindestens eines davon muss gelten"
    case (.german, .all): isInverted ? "muss alles davon gelten" : "alles davon muss gelten"
    case (.german, .exactlyOne):
      isInverted ? "muss genau eines davon gelten" : "genau eines davon muss gelten"
    case (.german, .none): isInverted ? "darf nichts davon gelten" : "nichts davon darf gelten"
    }
  }

  /// "any of these"
  package func name(_ language: Language) -> String {
    switch self {
    case .any: language.pick("any of these", "mindestens eines davon")
    case .all: language.pick("all of these", "alles davon")
    case .exactlyOne: language.pick("exactly one of these", "genau eines davon")
    case .none: language.pick("none of these", "nichts davon")
    }
  }
}
