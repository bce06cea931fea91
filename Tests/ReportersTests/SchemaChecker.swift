import Foundation

/// Checks a document against the few keywords of JSON Schema that the output's schema uses.
struct SchemaChecker {
  private let schema: [String: Any]

  init(_ text: String) throws {
    schema = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  /// What does not fit, each with its path.
  func problems(in document: Any) -> [String] { check(document, schema, "$") }

  private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let target = (self.schema["$defs"] as? [String: [String: Any]])?[name] else {
        return ["\(path): no \(reference)"]
      }
      return check(value, target, path)
    }
    var problems: [String] = []
    if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }),
      !types.contains(where: { Self.isType(value, $0) })
    {
      return ["\(path): not \(types)"]
    }
    let allowed = schema["enum"] as? [Any] ?? schema["const"].map { [$0] }
    if let allowed, !allowed.contains(where: { Self.isSame($0, value) }) {
      problems.append("\(path): not one of \(allowed)")
    }
    if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
      problems.append("\(path): below \(least)")
    }
    if let least = schema["minLength"] as? Int, let text = value as? String, text.count < least {
      problems.append("\(path): too short")
    }
    if let items = schema["items"] as? [String: Any], let values = value as? [Any] {
      for (index, item) in values.enumerated() {
        problems += check(item, items, "\(path)[\(index)]")
      }
    }
    if let object = value as? [String: Any] { problems += checkMembers(object, schema, path) }
    return problems
  }

  private func checkMembers(
    _ object: [String: Any], _ schema: [String: Any], _ path: String
  ) -> [String] {
    var problems: [String] = []
    for name in schema["required"] as? [String] ?? [] where object[name] == nil {
      problems.append("\(path): no \(name)")
    }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    for (name, value) in object {
      if let property = properties[name] {
        problems += check(value, property, "\(path).\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        problems.append("\(path): unknown \(name)")
      }
    }
    return problems
  }

  /// Whether two texts, numbers or nulls are the same.
  private static func isSame(_ left: Any, _ right: Any) -> Bool {
    switch (left, right) {
    case (let left as String, let right as String): left == right
    case (let left as Int, let right as Int): left == right
    case (is NSNull, is NSNull): true
    default: false
    }
  }

  private static func isType(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": value is Int
    case "boolean": value is Bool
    case "null": value is NSNull
    default: false
    }
  }
}

/// The Python package `jsonschema`, where it is installed.
enum Python {
  static let hasJSONSchema = (try? run("import jsonschema", [], input: ""))?.status == 0

  /// What `jsonschema` finds wrong with a document; empty when it fits.
  static func validate(_ document: String, schema: String) throws -> String {
    let program = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      validator = jsonschema.Draft202012Validator
      validator.check_schema(schema)
      document = json.loads(sys.stdin.buffer.read().decode("utf-8"))
      for error in validator(schema).iter_errors(document):
          print(error.json_path, error.message)
      """
    let (status, output) = try run(program, [schema], input: document)
    return status == 0 ? output : "python3 ended with \(status)\n\(output)"
  }

  private static func run(
    _ program: String, _ arguments: [String], input: String
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    let (standardInput, output) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = output
    try process.run()
    standardInput.fileHandleForWriting.write(Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
