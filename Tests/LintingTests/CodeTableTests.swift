import Diagnostics
import Foundation
import Reporting
import TestSupport
import Testing

@testable import Linting

@Suite("The table of codes")
struct CodeTableTests {
  @Test("explains every code that the sources can produce, and no other")
  func complete() throws {
    let produced = try Self.codesInSources()
    #expect(produced.count > 100)
    #expect(produced.contains("unknown-key") && produced.contains("unreadable-file"))
    let explained = Set(CodeDescription.all.map(\.code))
    #expect(produced.subtracting(explained).sorted() == [])
    #expect(explained.subtracting(produced).sorted() == [])
  }

  @Test("explains each code once, in both languages")
  func languages() {
    #expect(Set(CodeDescription.all.map(\.code)).count == CodeDescription.all.count)
    for code in CodeDescription.all {
      for text in [code.what, code.why, code.mend] {
        #expect(!text.english.isEmpty && !text.german.isEmpty, "\(code.code)")
        #expect(text.english != text.german, "\(code.code)")
        #expect(text.english.count < 200 && text.german.count < 200, "\(code.code)")
      }
    }
  }

  @Test("no shipped rule has the name of a code, which it would hide")
  func rules() {
    let rules = Set(RuleSet(RuleSet.shipped).all.rules.map(\.id))
    #expect(rules.intersection(CodeDescription.all.map(\.code)).sorted() == [])
  }

  /// The texts in every `var code: String { … }` of the sources.
  private static func codesInSources() throws -> Set<String> {
    let folder = Project.root.appendingPathComponent("Sources")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    var codes: Set<String> = []
    for name in names ?? [] where name.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      for part in text.components(separatedBy: "var code: String {").dropFirst() {
        for match in body(part).matches(of: /"([a-z0-9-]+)"/) { codes.insert(String(match.1)) }
      }
    }
    return codes
  }

  /// The text up to the brace that closes what was open before it.
  private static func body(_ text: String) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text[...]
  }
}
