import RuleSyntax
import Semantics
import SourceText

/// Changes of a phrase: its denial, what lies across its boundary, what follows it.
extension Mutator {
  mutating func mutate(_ phrase: PhraseSyntax, isRequirement: Bool, line: ByteRange) {
    let words = Wording(phrase, isRequirement: isRequirement)
    if let written = words.written, let denied = words.denied {
      let range = self.words(Self.count(written), from: phrase.range.start)
      add(.negate, replacing: range, with: denied)
      if let other = words.acrossTheBoundary { add(.boundary, replacing: range, with: other) }
    }
    let judgement = types.judgements[line]
    switch phrase.arguments {
    case .none, .notation: break
    case .values(let values): mutate(values, judgement)
    case .expression(let expression):
      mutate(expression)
      if case .compared(_, .literal(let literal)) = judgement?.phrase {
        mutateChoice(literal, at: expression.range, besides: [literal])
      }
    case .period(let start, let end):
      mutate(start)
      mutate(end)
    case .list(let path, let otherThanItself):
      mutate(path)
      guard otherThanItself else { break }
      let edit = Mutation.Edit(
        range: ByteRange(path.range.end, phrase.range.end), replacement: "")
      found.append(Mutation(.dropItself, at: phrase.range, [edit]))
    case .siblings(let name, let isAll):
      // The elements of a list of the document are all siblings.
      guard !isOnlyListedAtTop(name.text) else { break }
      add(
        .uniqueness,
        replacing: ByteRange(
          trimmedStart(of: name, isAll: isAll), name.range.end),
        with: isAll ? name.text : "all \(name.text)")
    case .measure(let comparison, let bound, _):
      mutate(comparison, before: bound)
      mutate(bound)
    case .words(let references): mutate(references)
    }
  }

  private static func count(_ words: String) -> Int { words.split(separator: " ").count }

  /// The words of a phrase, as they stand and changed.
  private struct Wording {
    var written: String?
    var denied: String?
    var acrossTheBoundary: String?

    init(_ phrase: PhraseSyntax, isRequirement: Bool) {
      written = Self.words(phrase.phrase, phrase.isNegated, isRequirement)
      denied = Self.words(phrase.phrase, !phrase.isNegated, isRequirement)
      acrossTheBoundary = phrase.phrase.acrossTheBoundary.flatMap {
        Self.words($0, phrase.isNegated, isRequirement)
      }
    }

    private static func words(_ phrase: Phrase, _ isNegated: Bool, _ isRequirement: Bool)
      -> String?
    {
      let wording = phrase.wording
      guard isRequirement else {
        return isNegated ? wording.negatedCondition : wording.condition
      }
      return wording.requirement.map { isNegated ? "not " + $0 : $0 }
    }
  }

  private func isOnlyListedAtTop(_ list: String) -> Bool {
    schema.record(listedIn: list).map { schema.records[$0].places.isEmpty } ?? false
  }

  /// Where `all LIST`, or `LIST`, begins.
  private func trimmedStart(of name: Name, isAll: Bool) -> Int {
    guard isAll else { return name.range.start }
    return trimmedEnd(before: name.range.start) - Word.all.rawValue.utf8.count
  }

  // MARK: - Measures

  private mutating func mutate(
    _ comparison: PhraseSyntax.Comparison, before bound: ExpressionSyntax
  ) {
    let end = trimmedEnd(before: bound.range.start)
    let range = ByteRange(end - comparison.words.utf8.count, end)
    switch comparison {
    case .atLeast, .atMost: add(.measure, replacing: range, with: "exactly")
    case .exactly:
      add(.measure, replacing: range, with: "at least")
      add(.measure, replacing: range, with: "at most")
    }
  }

  // MARK: - Lists

  private mutating func mutate(_ values: [ExpressionSyntax], _ judgement: Judgement?) {
    dropEach(of: values.map(\.range), as: .dropValue)
    var literals: [Literal] = []
    switch judgement?.phrase {
    case .oneOf(let found): literals = found
    case .including(let literal): literals = [literal]
    default: break
    }
    for (index, value) in values.enumerated() {
      if index < literals.count {
        mutateChoice(literals[index], at: value.range, besides: literals)
      }
      mutate(value)
    }
  }

  private mutating func mutate(_ references: [PhraseSyntax.WordsReference]) {
    let ranges = references.map { reference in
      switch reference {
      case .list(let name): name.range
      case .word(let literal): literal.range
      }
    }
    dropEach(of: ranges, as: .dropEntry)
  }

  /// Leaves out one entry of a list with commas, if there are others.
  mutating func dropEach(of ranges: [ByteRange], as kind: Mutation.Kind) {
    guard ranges.count > 1 else { return }
    for (index, range) in ranges.enumerated() {
      let cut =
        index == 0
        ? ByteRange(range.start, ranges[1].start) : ByteRange(ranges[index - 1].end, range.end)
      found.append(Mutation(kind, at: range, [.init(range: cut, replacement: "")]))
    }
  }
}

extension PhraseSyntax.Comparison {
  fileprivate var words: String {
    switch self {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .exactly: "exactly"
    }
  }
}
