import Model
import RuleSyntax
import Semantics
import SourceText

/// Finds every change of one rule that its examples should notice.
///
/// What can be done to a phrase follows from its declaration; what stands for another field or value
/// from the schema.
struct Mutator {
  let file: SourceFile
  let schema: Schema
  let types: TypeIndex
  var found: [Mutation] = []

  /// The changes of a rule, in the order of its lines.
  static func mutations(
    of rule: RuleDeclaration, _ typed: TypedRule, in file: SourceFile, _ schema: Schema
  ) -> [Mutation] {
    var mutator = Mutator(file: file, schema: schema, types: TypeIndex(typed))
    if let filter = rule.scope?.filter {
      mutator.dropWhere(filter)
      mutator.mutate(filter)
    }
    mutator.mutate(rule.body, leaving: nil)
    for setting in rule.settings { mutator.mutate(setting) }
    return mutator.found.sorted { $0.place.start < $1.place.start }
  }

  mutating func add(_ kind: Mutation.Kind, replacing range: ByteRange, with text: String) {
    found.append(Mutation(kind, replacing: range, with: text))
  }

  // MARK: - Bodies

  /// - Parameter whole: what to leave out where the body has one item only; nil where nothing of the
  ///   rule would be left.
  private mutating func mutate(_ body: [BodyItem], leaving whole: ByteRange?) {
    for item in body {
      switch item {
      case .line(let line):
        if let range = body.count > 1 ? line.range : whole { dropRequirement(line.range, range) }
        mutate(line)
      case .block(let block):
        if let range = body.count > 1 ? block.range : whole { dropRequirement(block.range, range) }
        changeKind(of: block.kind, at: block.range)
        mutate(alternatives: block.conditions)
      case .when(let when):
        for condition in when.conditions {
          drop(condition, of: when)
          mutate(condition)
        }
        mutate(when.body, leaving: body.count > 1 ? when.range : whole)
      }
    }
  }

  private mutating func dropRequirement(_ line: ByteRange, _ range: ByteRange) {
    found.append(
      Mutation(.dropRequirement, at: line, [.init(range: lines(of: range), replacement: "")]))
  }

  /// Leaves out a condition; what stood under it moves to its place.
  private mutating func drop(_ condition: ConditionSyntax, of when: WhenSyntax) {
    var edits = [Mutation.Edit(range: lines(of: condition.range), replacement: "")]
    if when.conditions.count == 1, let first = when.body.first?.range.start {
      let last = file.position(of: when.range.end).line
      let firstLine = file.position(of: first).line
      let deeper = indentation(ofLine: firstLine) - indentation(ofLine: line(of: condition.range))
      for number in firstLine...max(firstLine, last) {
        let start = file.rangeOfLine(number).start
        let range = ByteRange(start, start + min(deeper, indentation(ofLine: number)))
        if !range.isEmpty { edits.append(.init(range: range, replacement: "")) }
      }
    }
    found.append(Mutation(.dropCondition, at: condition.range, edits))
  }

  private mutating func mutate(alternatives: [ConditionSyntax]) {
    for alternative in alternatives {
      if alternatives.count > 1 {
        let edit = Mutation.Edit(range: lines(of: alternative.range), replacement: "")
        found.append(Mutation(.dropAlternative, at: alternative.range, [edit]))
      }
      mutate(alternative)
    }
  }

  // MARK: - Conditions and lines

  mutating func mutate(_ condition: ConditionSyntax) {
    switch condition {
    case .line(let subject, let phrase, let range):
      mutate(subject, isRequirement: false)
      mutate(phrase, isRequirement: false, line: range)
    case .block(let kind, let parts, let range):
      changeKind(of: kind, at: range)
      mutate(alternatives: parts)
    }
  }

  private mutating func mutate(_ line: RequirementLine) {
    mutate(line.subject, isRequirement: true)
    mutate(line.phrase, isRequirement: true, line: line.range)
    guard let words = line.ifStated else { return }
    let start = line.phrase.range.end
    found.append(
      Mutation(
        .dropIfStated, at: words, [.init(range: ByteRange(start, words.end), replacement: "")]))
  }

  private mutating func mutate(_ subject: SubjectSyntax, isRequirement: Bool) {
    if let quantifier = subject.quantifier {
      let word = ByteRange(subject.range.start, trimmedEnd(before: subject.expression.range.start))
      let other: SubjectSyntax.Quantifier = quantifier == .atLeastOne ? .every : .atLeastOne
      add(.quantifier, replacing: word, with: other.words)
    }
    mutate(subject.expression)
    if let filter = subject.filter {
      dropWhere(filter)
      mutate(filter)
    }
  }

  /// `any of` for `all of` and the other way round; `exactly one of` becomes `any of`.
  private mutating func changeKind(of kind: BlockKind, at range: ByteRange) {
    switch kind {
    case .any: add(.blockKind, replacing: words(1, from: range.start), with: "all")
    case .all: add(.blockKind, replacing: words(1, from: range.start), with: "any")
    case .exactlyOne: add(.blockKind, replacing: words(2, from: range.start), with: "any")
    case .none: break
    }
  }

  mutating func dropWhere(_ filter: ConditionSyntax) {
    let wordEnd = trimmedEnd(before: filter.range.start)
    let start = trimmedEnd(before: wordEnd - Word.where.rawValue.utf8.count)
    let edit = Mutation.Edit(range: ByteRange(start, filter.range.end), replacement: "")
    found.append(Mutation(.dropWhere, at: filter.range, [edit]))
  }

  // MARK: - Places

  /// The whole lines of a range with their line break.
  func lines(of range: ByteRange) -> ByteRange {
    let first = file.rangeOfLine(line(of: range)).start
    let last = file.position(of: max(range.start, range.end - 1)).line
    let end = file.rangeOfLine(last).end
    return ByteRange(first, min(end + 1, file.bytes.count))
  }

  private func line(of range: ByteRange) -> Int { file.position(of: range.start).line }

  private func indentation(ofLine line: Int) -> Int {
    let range = file.rangeOfLine(line)
    return file.bytes[range.start..<range.end].prefix { $0 == 0x20 || $0 == 0x09 }.count
  }

  /// The end of what stands before an offset, without the blanks between.
  func trimmedEnd(before offset: Int) -> Int {
    var end = offset
    while end > 0, [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[end - 1]) { end -= 1 }
    return end
  }

  /// So many words from an offset on, with the blanks between them.
  func words(_ count: Int, from start: Int) -> ByteRange {
    var end = start
    for number in 0..<count {
      if number > 0 { while end < file.bytes.count, file.bytes[end] == 0x20 { end += 1 } }
      while end < file.bytes.count, ![0x20, 0x2C, 0x0A, 0x0D].contains(file.bytes[end]) { end += 1 }
    }
    return ByteRange(start, end)
  }
}

extension SubjectSyntax.Quantifier {
  fileprivate var words: String {
    switch self {
    case .every: "every"
    case .atLeastOne: "at least one"
    case .no: "no"
    }
  }
}

extension BodyItem {
  fileprivate var range: ByteRange {
    switch self {
    case .when(let when): when.range
    case .line(let line): line.range
    case .block(let block): block.range
    }
  }
}
