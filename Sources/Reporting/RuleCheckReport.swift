import Diagnostics

/// Everything that one run of `ratsam check-rules` tells.
package struct RuleCheckReport: Sendable {
  /// How far one rule could be analysed.
  package struct Coverage: Sendable {
    package enum Extent: String, Sendable, CaseIterable { case full, partial, none }

    /// Why a part of the rule could not be analysed.
    package struct Gap: Hashable, Sendable {
      /// The stable name in machine formats.
      package var name: String
      package var text: LocalizedText

      package init(_ name: String, _ text: LocalizedText) {
        self.name = name
        self.text = text
      }
    }

    package var rule: String
    package var extent: Extent
    /// Empty where the extent is `full`.
    package var gaps: [Gap]

    package init(rule: String, extent: Extent, gaps: [Gap]) {
      self.rule = rule
      self.extent = extent
      self.gaps = gaps
    }
  }

  /// The findings with their order and the severity that blocks; it has no plans and no ledger.
  package var check: CheckReport
  package var coverage: [Coverage]

  package init(_ check: CheckReport, coverage: [Coverage]) {
    self.check = check
    self.coverage = coverage
  }

  package func count(_ extent: Coverage.Extent) -> Int { coverage.count { $0.extent == extent } }
}
