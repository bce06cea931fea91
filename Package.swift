// swift-tools-version:6.1
import Foundation
import PackageDescription

/// Settings that every library target shares.
let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

/// A test target; what its cases read and write stands beside them and is no source.
func tests(_ name: String, of targets: String...) -> Target {
  let data = ["Goldens", "Scripts"].filter {
    FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/Tests/\(name)/\($0)")
  }
  return .testTarget(
    name: name,
    dependencies: (targets + ["TestSupport"]).map { .init(stringLiteral: $0) },
    exclude: data)
}

let package = Package(
  name: "ratsam",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Ratsam", targets: ["Ratsam"]),
    .executable(name: "ratsam", targets: ["RatsamCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .systemLibrary(name: "CPrefetch"),
    // The order is the way of the data; each target imports only targets above it.
    .target(name: "SourceText", swiftSettings: strict),
    .target(name: "Diagnostics", dependencies: ["SourceText"], swiftSettings: strict),
    .target(
      name: "Values", dependencies: ["CPrefetch", "SourceText", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "YAMLSyntax", dependencies: ["CLibYAML", "SourceText", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "RuleSyntax", dependencies: ["SourceText", "Diagnostics", "Values"],
      swiftSettings: strict),
    .target(
      name: "Model",
      dependencies: ["SourceText", "Diagnostics", "Values", "YAMLSyntax", "RuleSyntax"],
      swiftSettings: strict),
    .target(
      name: "Semantics",
      dependencies: ["SourceText", "Diagnostics", "Values", "RuleSyntax", "Model"],
      swiftSettings: strict),
    .target(
      name: "Reporting", dependencies: ["SourceText", "Diagnostics", "Values"],
      swiftSettings: strict),
    .target(
      name: "Evaluation",
      dependencies: [
        "SourceText", "Diagnostics", "Values", "YAMLSyntax", "RuleSyntax", "Model", "Semantics",
        "Reporting",
      ],
      swiftSettings: strict),
    .target(
      name: "Linting",
      dependencies: [
        "SourceText", "Diagnostics", "Values", "YAMLSyntax", "RuleSyntax", "Model", "Semantics",
        "Reporting", "Evaluation",
      ],
      swiftSettings: strict, plugins: ["EmbedRules"]),
    .target(
      name: "Analysis",
      dependencies: [
        "SourceText", "Diagnostics", "Values", "YAMLSyntax", "RuleSyntax", "Model", "Semantics",
        "Reporting", "Evaluation", "Linting",
      ],
      swiftSettings: strict),
    .target(
      name: "Importing",
      dependencies: ["SourceText", "Diagnostics", "Values", "YAMLSyntax", "RuleSyntax", "Model"],
      swiftSettings: strict),
    .target(
      name: "Reporters", dependencies: ["SourceText", "Diagnostics", "Values", "Reporting"],
      swiftSettings: strict),
    .target(
      name: "Ratsam",
      dependencies: [
        "SourceText", "Diagnostics", "Values", "YAMLSyntax", "RuleSyntax", "Model", "Semantics",
        "Evaluation", "Linting", "Analysis", "Reporting", "Reporters",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "RatsamCommand",
      dependencies: [
        "Ratsam", "SourceText", "Diagnostics", "Values", "RuleSyntax", "Model", "Semantics",
        "Evaluation", "Linting", "Analysis", "Importing", "Reporting", "Reporters",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // The shipped rules become part of the program.
    .executableTarget(name: "RuleEmbedder"),
    .plugin(
      name: "EmbedRules", capability: .buildTool(), dependencies: ["RuleEmbedder"],
      path: "Sources/EmbedRules"),
    .target(
      name: "TestSupport", dependencies: ["SourceText", "Diagnostics"], path: "Tests/TestSupport"),
    // Random schemas, rules and plans, and a second evaluator to hold the real one against.
    .target(name: "GeneratedPrograms", path: "Tests/GeneratedPrograms"),
    .target(
      name: "NaiveEvaluation",
      dependencies: [
        "SourceText", "Diagnostics", "Values", "YAMLSyntax", "RuleSyntax", "Model", "Semantics",
      ],
      path: "Tests/NaiveEvaluation"),
    .target(
      name: "ProgramTrials",
      dependencies: [
        "SourceText", "Diagnostics", "Values", "RuleSyntax", "Model", "Semantics", "Evaluation",
        "GeneratedPrograms", "NaiveEvaluation",
      ],
      path: "Tests/ProgramTrials"),
    tests("SourceTextTests", of: "SourceText"),
    tests("ValuesTests", of: "Values"),
    tests("YAMLSyntaxTests", of: "YAMLSyntax"),
    tests("RuleSyntaxTests", of: "RuleSyntax", "GeneratedPrograms"),
    tests("ModelTests", of: "Model"),
    tests("SemanticsTests", of: "Semantics"),
    tests(
      "EvaluationTests", of: "Evaluation", "GeneratedPrograms", "NaiveEvaluation", "ProgramTrials"),
    tests("LintingTests", of: "Linting", "Ratsam"),
    tests("AnalysisTests", of: "Analysis", "Linting"),
    tests("ImportingTests", of: "Importing", "Linting"),
    tests("ReportersTests", of: "Reporters", "Linting"),
    tests("CommandTests", of: "RatsamCommand"),
  ],
  swiftLanguageModes: [.v6]
)
