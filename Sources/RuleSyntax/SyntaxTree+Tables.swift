import SourceText

/// One summary table.
package struct TableDeclaration: Sendable {
  package struct Grouping: Sendable {
    /// `grouped by each of goals`: a row counts in the group of every member.
    package var isEachOf: Bool
    package var path: PathSyntax

    package init(isEachOf: Bool, path: PathSyntax) {
      self.isEachOf = isEachOf
      self.path = path
    }
  }
  package struct Column: Sendable {
    package var title: Title
    package var expression: ExpressionSyntax
    package var range: ByteRange

    package init(title: Title, expression: ExpressionSyntax, range: ByteRange) {
      self.title = title
      self.expression = expression
      self.range = range
    }
  }
  package struct Sort: Sendable {
    /// A column by its English or German title.
    package var column: StringLiteral
    /// `largest first` or `latest first`; else smallest or earliest first.
    package var isDescending: Bool

    package init(column: StringLiteral, isDescending: Bool) {
      self.column = column
      self.isDescending = isDescending
    }
  }
  package var name: Name
  package var title: Title
  package var scope: ScopeSyntax?
  package var grouping: [Grouping]
  package var columns: [Column]
  package var sorts: [Sort]
  /// Where `total` stands.
  package var total: ByteRange?
  package var range: ByteRange

  package init(name: Name, range: ByteRange) {
    self.name = name
    self.title = Title()
    self.scope = nil
    self.grouping = []
    self.columns = []
    self.sorts = []
    self.total = nil
    self.range = range
  }
}
