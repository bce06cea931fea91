import Foundation
import TestSupport

/// What one command line wrote and how it ended.
struct CommandResult {
  var output: String
  var errors: String
  var status: Int32
}

/// Runs command lines with the tool that was built for the tests, called `ratsam`.
struct Shell {
  /// The working directory.
  let folder: URL

  /// A new empty directory as the working directory.
  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("ratsam-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file below the working directory; a name that ends in `/` makes a directory.
  func write(_ name: String, _ bytes: Data) throws {
    let url = folder.appendingPathComponent(name)
    let parent = name.hasSuffix("/") ? url : url.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    if !name.hasSuffix("/") { try bytes.write(to: url) }
  }

  /// Runs one command line with an environment that holds nothing but `PATH`.
  ///
  /// - Parameters:
  ///   - status: what `$?` is at the beginning.
  ///   - merged: whether errors go where the output goes, as on a terminal.
  func run(_ command: String, status: Int32 = 0, merged: Bool = false) throws -> CommandResult {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "(exit \(status))\n" + command]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "\(try Self.toolFolder().path):/usr/local/bin:/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    let names = FileManager.default.temporaryDirectory
    let output = names.appendingPathComponent("ratsam-\(UUID().uuidString).out")
    let errors = output.appendingPathExtension("err")
    defer {
      try? FileManager.default.removeItem(at: output)
      try? FileManager.default.removeItem(at: errors)
    }
    try Data().write(to: output)
    try Data().write(to: errors)
    let outputHandle = try FileHandle(forWritingTo: output)
    process.standardOutput = outputHandle
    process.standardError = merged ? outputHandle : try FileHandle(forWritingTo: errors)
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + 120) == .timedOut {
      process.terminate()
      throw ShellProblem.takesTooLong(command)
    }
    return CommandResult(
      output: try Self.text(of: output), errors: try Self.text(of: errors),
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus)
  }

  /// The text of a file, each carriage return as `␍`, for an editor to leave it there.
  private static func text(of file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .replacingOccurrences(of: "\r", with: "␍")
  }

  /// The build folder that the tests stand in, which holds the tool too.
  private static func toolFolder() throws -> URL {
    var folders = [URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()]
    folders += Bundle.allBundles.map(\.bundleURL)
    folders = folders.map { $0.deletingLastPathComponent() }
    folders.append(Project.root.appendingPathComponent(".build/debug"))
    for folder in folders {
      let tool = folder.appendingPathComponent("ratsam")
      if FileManager.default.isExecutableFile(atPath: tool.path) { return folder }
    }
    throw ShellProblem.notBuilt
  }
}

enum ShellProblem: Error {
  case notBuilt
  case takesTooLong(String)
}
