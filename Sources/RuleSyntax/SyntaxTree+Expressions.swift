import SourceText

/// Names joined by dots: `cost.amount`, `area.owner.name`, `plan.stage`, `earlier.date`.
package struct PathSyntax: Hashable, Sendable {
  /// One name or more; one, as most paths have, takes no memory of its own.
  package struct Names: RandomAccessCollection, Hashable, Sendable {
    private let head: Name
    private let tail: [Name]

    package init(_ head: Name, _ tail: [Name] = []) {
      self.head = head
      self.tail = tail
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { tail.count + 1 }
    package var count: Int { tail.count + 1 }
    package subscript(position: Int) -> Name { position == 0 ? head : tail[position - 1] }

    /// The first `count` names with dots between them.
    package func text(_ count: Int) -> String {
      guard count > 0 else { return "" }
      var text = head.text
      for name in tail.prefix(count - 1) {
        text += "."
        text += name.text
      }
      return text
    }
  }

  package let names: Names
  package let range: ByteRange
  /// The names with dots between them.
  package let text: String

  /// - Parameter text: the names with dots between them, where that is at hand.
  package init(names: Names, range: ByteRange, text: String? = nil) {
    self.names = names
    self.range = range
    self.text = text ?? names.text(names.count)
  }
}

/// A value written or computed.
package indirect enum ExpressionSyntax: Sendable {
  /// A path, or the name of a choice value or a setting: the checker tells which.
  case path(PathSyntax)
  /// `12`, `12.5`, `50 000 EUR`, `12 %`, `30 days`; the unit as written
  case number(text: String, unit: Name?, range: ByteRange)
  case string(StringLiteral)
  /// `2027`, written with at least a year and a dash: `2027-Q3`, `2027-03`, `2027-03-31`
  case date(text: String, range: ByteRange)
  case yesOrNo(Bool, range: ByteRange)
  case today(range: ByteRange)
  case aggregate(AggregateSyntax)
  /// `NOTATION in PATH`, `date in PATH`: the matches in a text
  case matches(notation: Name, path: PathSyntax, range: ByteRange)
  /// `state of PATH`, in tables
  case state(PathSyntax, range: ByteRange)
  case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax, range: ByteRange)

  package var range: ByteRange {
    switch self {
    case .path(let path): path.range
    case .string(let literal): literal.range
    case .aggregate(let aggregate): aggregate.range
    case .number(_, _, let range), .date(_, let range), .yesOrNo(_, let range),
      .today(let range), .matches(_, _, let range), .state(_, let range),
      .binary(_, _, _, let range):
      range
    }
  }
}

package enum BinaryOperator: String, Sendable, CaseIterable {
  case plus = "+"
  case minus = "-"
  case times = "*"
}

/// `sum of PATH [where C] [counting missing as 0]`
package struct AggregateSyntax: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case sum, count, earliest, latest, smallest, largest, first, last, share
  }
  package var kind: Kind
  /// nil for the bare `count` of tables: the rows
  package var path: PathSyntax?
  package var filter: ConditionSyntax?
  /// Where `counting missing as 0` stands.
  package var missingAsZero: ByteRange?
  package var range: ByteRange

  package init(
    kind: Kind, path: PathSyntax?, filter: ConditionSyntax?, missingAsZero: ByteRange?,
    range: ByteRange
  ) {
    self.kind = kind
    self.path = path
    self.filter = filter
    self.missingAsZero = missingAsZero
    self.range = range
  }
}
