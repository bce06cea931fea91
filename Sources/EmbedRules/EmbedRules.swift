import Foundation
import PackagePlugin

/// Puts the rule files of the folder `rules` into the target as texts, so that the program needs
/// no file beside it.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "rules")
    let found = FileManager.default.enumerator(at: rules, includingPropertiesForKeys: nil)
    var files: [URL] = []
    while let file = found?.nextObject() as? URL {
      if file.pathExtension == "ratsam" { files.append(file) }
    }
    files.sort { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "ShippedRules.swift")
    return [
      .buildCommand(
        displayName: "Embedding the shipped rules",
        executable: try context.tool(named: "RuleEmbedder").url,
        arguments: [output.path, rules.path] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
  }
}
