import Diagnostics
import RuleSyntax
import SourceText
import TestSupport
import Testing

/// Mistakes that people make, each with the messages that they read.
///
/// The goldens hold source and messages together; `RATSAM_UPDATE_GOLDENS=1` writes them anew.
@Suite struct GalleryTests {
  @Test(arguments: Gallery.pages)
  func messages(page: Gallery.Page) {
    var text = ""
    for mistake in page.mistakes {
      let findings = parsed(mistake.source).findings
      text += "==== \(mistake.name)\n\(shown(mistake.source))\n"
      for language in Language.allCases {
        text += "-- \(language.rawValue)\n\(rendered(findings, in: language))"
      }
      text += "\n"
      #expect(findings.count == mistake.count, "\(mistake.name): \(findings.map(\.code))")
    }
    Golden.expect(text, equals: "\(page.name).txt")
  }

  /// An offered edit mends its line: the same message does not come back.
  @Test(arguments: Gallery.pages)
  func fixesMend(page: Gallery.Page) {
    for mistake in page.mistakes {
      for finding in parsed(mistake.source).findings {
        for fix in finding.fixes {
          let left = parsed(edited(finding, by: fix)).findings
          let line = finding.location.file.position(of: finding.location.range.start).line
          #expect(
            !left.contains {
              $0.code == finding.code
                && $0.location.file.position(of: $0.location.range.start).line == line
                && $0.location.range == finding.location.range
            }, "\(mistake.name): \(rendered(left, in: .english))")
        }
      }
    }
  }

  /// Tabs and invisible characters made visible.
  private func shown(_ source: String) -> String {
    source.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacing("\t", with: "⇥").replacing("\u{A0}", with: "⍽") }
      .joined(separator: "\n")
  }

  /// Every problem has a text of its own in each language.
  @Test func germanIsNotEnglish() {
    for page in Gallery.pages {
      for mistake in page.mistakes {
        for finding in parsed(mistake.source).findings {
          #expect(
            finding.problem.headline(in: .english) != finding.problem.headline(in: .german))
        }
      }
    }
  }
}

/// The wrong inputs of the gallery.
enum Gallery {
  struct Mistake: Sendable {
    var name: String
    var source: String
    /// How many findings it may make: one mistake, one message.
    var count = 1
  }

  struct Page: Sendable, CustomTestStringConvertible {
    var name: String
    var mistakes: [Mistake]

    var testDescription: String { name }
  }

  static let pages = [
    Page(name: "files", mistakes: files), Page(name: "texts-and-numbers", mistakes: forms),
    Page(name: "schema", mistakes: schema), Page(name: "rules", mistakes: rules),
    Page(name: "requirements", mistakes: requirements),
    Page(name: "conditions", mistakes: conditions), Page(name: "examples", mistakes: examples),
    Page(name: "tables", mistakes: tables),
  ]

  static func file(_ name: String, _ source: String, count: Int = 1) -> Mistake {
    Mistake(name: name, source: source, count: count)
  }

  /// A mistake in the body of an otherwise sound rule.
  static func body(_ name: String, _ lines: String) -> Mistake {
    let indented = lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    return Mistake(name: name, source: "rule r\n  each measure\n\(indented)\n")
  }

  /// A mistake in a line of a rule beside its scope.
  static func part(_ name: String, _ lines: String) -> Mistake {
    let indented = lines.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    return Mistake(
      name: name, source: "rule r\n\(indented)\n  each measure\n    owner must be stated\n")
  }

  /// A mistake in the examples of an otherwise sound rule.
  static func example(_ name: String, _ lines: String) -> Mistake {
    let indented = lines.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    return Mistake(
      name: name, source: "rule r\n  each measure\n    owner must be stated\n\(indented)\n")
  }

  /// A mistake in a line of an otherwise sound table.
  static func table(_ name: String, _ line: String) -> Mistake {
    Mistake(name: name, source: "table t\n  each measure\n  column \"A\" name\n  \(line)\n")
  }
}
