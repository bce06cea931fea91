import SourceText

/// One report: sections of texts, tables and findings in the order in which they are read.
package struct ReportDeclaration: Sendable {
  package var name: Name
  package var title: Title
  package var sections: [SectionSyntax]
  package var range: ByteRange

  package init(name: Name, range: ByteRange) {
    self.name = name
    title = Title()
    sections = []
    self.range = range
  }
}

/// `section "Costs" de "Kosten"`, or `section "Measures" for each measure where …`
package struct SectionSyntax: Sendable {
  package enum Part: Sendable {
    /// `text motion.text`
    case text(PathSyntax)
    /// `table cost-by-year`
    case table(Name)
    case findings(ByteRange)
    case ledger(ByteRange)
    case summary(ByteRange)
    case section(SectionSyntax)
  }
  package var title: Title
  /// After `for`: the elements that have a part of their own each.
  package var scope: ScopeSyntax?
  package var parts: [Part]
  package var range: ByteRange

  package init(title: Title, scope: ScopeSyntax?, parts: [Part], range: ByteRange) {
    self.title = title
    self.scope = scope
    self.parts = parts
    self.range = range
  }
}
