import Foundation
import TestSupport
import Testing

/// Runs the tool as people do; `RATSAM_UPDATE_GOLDENS=1` writes what it did into the scripts.
@Suite("Commands")
struct CommandScriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Scripts")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".script") }.sorted()
  }()

  @Test("there are scripts")
  func someScripts() { #expect(!Self.names.isEmpty) }

  @Test("script", arguments: names)
  func run(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let script = CommandScript(try String(contentsOf: file, encoding: .utf8))
    let shell = try Shell()
    defer { shell.remove() }
    for (name, bytes) in script.files { try shell.write(name, bytes) }
    var real = script
    for (index, part) in script.parts.enumerated() {
      guard case .step(let step) = part else { continue }
      let result = try shell.run(step.command)
      if Golden.updates {
        var changed = step
        changed.output = result.output
        changed.errors = result.errors
        changed.status = result.status
        real.parts[index] = .step(changed)
        continue
      }
      #expect(result.output == step.output, "standard output of \(step.command)")
      #expect(result.errors == step.errors, "standard error of \(step.command)")
      #expect(result.status == step.status, "exit status of \(step.command)")
    }
    if Golden.updates { try Data(real.text.utf8).write(to: file) }
  }

  @Test("a script that is read and written again is the same")
  func roundTrip() throws {
    let text = """
      # A comment.

      $ one
      | output
      |
      |   indented
      |\\
      ! error
      exit 2
      $ two

      -- file (escapes) --
      a\\xFF\\n
      -- other --
      text

      """
    let script = CommandScript(text)
    #expect(script.text == text)
    #expect(script.files.map(\.name) == ["file", "other"])
    #expect(script.files[0].bytes == Data([0x61, 0xFF, 0x0A]))
    #expect(script.files[1].bytes == Data("text\n".utf8))
    guard case .step(let step) = script.parts[2] else {
      Issue.record("no step")
      return
    }
    #expect(step.output == "output\n\n  indented")
    #expect(step.errors == "error\n")
    #expect(step.status == 2)
  }
}
