import Foundation
import Testing
import Diagnostics

@testable import Semantics

@Test func smoke() throws {
  func text(_ path: String) -> (path: String, text: String) {
    (path, (try? String(contentsOfFile: path, encoding: .utf8)) ?? "")
  }
  let core = try FileManager.default.contentsOfDirectory(atPath: "/tmp/wt/content/rules/core").sorted()
  let a = Checked(files: [text("/tmp/wt/content/rules/schema.ratsam")] + core.map { text("/tmp/wt/content/rules/core/\($0)") })
  print("CORE", a.program.rules.count, a.program.tables.count, a.findings.count, a.earlier.count)
  print(a.rendered(.english))
  for path in ["/tmp/wt/house/Tests/Bench/bench.ratsam", "/tmp/wt/content/plans/roadmap/roadmap.ratsam"] {
    let b = Checked(files: [text(path)])
    print(path, b.program.rules.count, b.program.tables.count)
    print(b.rendered(.english))
  }
  print(Checked("").rendered(.english))
}
