import Diagnostics
import RuleSyntax
import SourceText

extension SourceFile {
  /// Whether a rule file says what a plan is.
  var describesPlans: Bool {
    parseRuleFile(self, limits: Limits()).tree.declarations.contains { declaration in
      switch declaration {
      case .schema: true
      case .record(let record): !record.isExtension
      case .choice, .placeholder, .rule, .notation, .words, .setting, .table, .pack, .report: false
      }
    }
  }
}
