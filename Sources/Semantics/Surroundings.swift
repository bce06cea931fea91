import RuleSyntax

/// What a name can refer to at one place of a rule or table.
struct Surroundings {
  /// One element that names can be about, see `Scope`.
  struct Frame {
    var record: Int
    /// Whether the element stands in a list that is in order.
    var isInOrder: Bool
    /// Whether the element is one of the previous version.
    var isPrevious = false
  }
  /// What an expression computes a value for.
  enum Rows {
    /// One element, in a rule or inside a `where`.
    case element
    /// One row of a table without groups.
    case row
    /// One group of rows, with what it is grouped by.
    case groups([Path])
  }
  var frames: [Frame]
  /// The rule whose settings come first.
  var rule: String?
  var rows: Rows

  var innermost: Frame { frames[frames.count - 1] }

  /// The same place inside a `where` after a path through a list.
  func inside(_ record: Int, isInOrder: Bool, isPrevious: Bool) -> Surroundings {
    var inner = self
    inner.frames.append(Frame(record: record, isInOrder: isInOrder, isPrevious: isPrevious))
    inner.rows = .element
    return inner
  }

  /// The same place inside a `where` over the rows themselves.
  var insideRows: Surroundings {
    var inner = self
    inner.rows = .element
    return inner
  }
}

/// A path on its way through the schema: the steps so far and what was named last.
struct Walk {
  /// What the last name named; it becomes a step when another name follows.
  enum End: Hashable {
    /// The element itself: a record's name, `plan`, `earlier`, `later`.
    case element
    case field(Int)
    case inverse(Int)
    /// A top-level list, by its record.
    case list(Int)

    init(_ member: SchemaNames.Member) {
      switch member {
      case .field(let field): self = .field(field)
      case .inverse(let inverse): self = .inverse(inverse)
      case .list(let record): self = .list(record)
      }
    }
  }
  /// The last list that the path went through.
  struct Passed {
    /// The list as it is written, up to its name.
    var text: String
    var record: Int
    var isInOrder: Bool
    var isPrevious: Bool
  }
  var start: Path.Start
  var steps: [Path.Step] = []
  var record: Int
  var end: End = .element
  var passed: Passed?
  /// Whether every list on the way, the last one too, is in order.
  var isInOrder = true
  /// Whether it has reached the previous version of the plan.
  var isPrevious = false
  let syntax: PathSyntax
  /// How many names were read.
  var count: Int

  /// The path as it is written up to the name that was read last.
  var text: String {
    count == syntax.names.count ? syntax.text : syntax.names.text(count)
  }
}
