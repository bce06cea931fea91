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
    /// Empty only for the one cell of `columns each`.
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
  /// `columns each year` with what stands in its cells.
  package struct ColumnsEach: Sendable {
    package var key: PathSyntax
    package var cells: [Column]
    /// How many columns stand before it.
    package var position: Int
    package var range: ByteRange

    package init(key: PathSyntax, cells: [Column], position: Int, range: ByteRange) {
      self.key = key
      self.cells = cells
      self.position = position
      self.range = range
    }
  }
  package struct Chart: Sendable {
    package enum Kind: Sendable {
      /// `bars of "Cost"`
      case bars(StringLiteral)
      /// `stacked bars of "Open", "Not stated"`
      case stacked([StringLiteral])
      /// `timeline of "Start" to "End"`
      case timeline(StringLiteral, StringLiteral)
      /// `graph of depends-on`
      case graph(PathSyntax)
    }
    package var kind: Kind
    package var range: ByteRange

    package init(kind: Kind, range: ByteRange) {
      self.kind = kind
      self.range = range
    }
  }
  package var name: Name
  package var title: Title
  package var scope: ScopeSyntax?
  package var grouping: [Grouping]
  package var columns: [Column]
  package var columnsEach: ColumnsEach?
  package var sorts: [Sort]
  /// Where `total` stands.
  package var total: ByteRange?
  package var charts: [Chart]
  package var range: ByteRange

  package init(name: Name, range: ByteRange) {
    self.name = name
    self.title = Title()
    self.scope = nil
    self.grouping = []
    self.columns = []
    self.columnsEach = nil
    self.sorts = []
    self.total = nil
    self.charts = []
    self.range = range
  }
}
