import Diagnostics
import Foundation
import RuleSyntax
import SourceText
import TestSupport
import Testing

/// The packs that come with the project are free of mistakes.
@Suite struct PackTests {
  private static let folder = Project.root.appendingPathComponent("rules")

  private static var packs: [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "ratsam" }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: PackTests.folder.path)))
  func packsParse() throws {
    #expect(!Self.packs.isEmpty)
    for pack in Self.packs {
      let file = SourceFile(path: pack.path, bytes: Array(try Data(contentsOf: pack)))
      let (tree, findings) = parseRuleFile(file, limits: Limits())
      #expect(findings.isEmpty, "\(pack.path)\n\(rendered(findings, in: .english))")
      #expect(!tree.declarations.isEmpty)
    }
  }
}
