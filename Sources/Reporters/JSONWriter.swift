/// Writes a JSON document; commas, quotes and escapes follow from the calls.
///
/// An object only takes members and an array only elements, so that no broken document can be
/// written. Texts are valid UTF-8, since Swift's are. U+2028 and U+2029 are escaped for JavaScript,
/// U+FEFF for Foundation, whose reader drops it where it stands as such.
package enum JSONWriter {
  package static func object(
    to buffer: inout ByteBuffer, _ body: (inout JSONObject) -> Void
  ) {
    var object = JSONObject()
    swap(&object.buffer, &buffer)
    object.buffer.append(UInt8(ascii: "{"))
    body(&object)
    if object.isSpread, !object.isEmpty { object.buffer.append(UInt8(ascii: "\n")) }
    object.buffer.append(UInt8(ascii: "}"))
    swap(&object.buffer, &buffer)
  }

  static func array(to buffer: inout ByteBuffer, _ body: (inout JSONArray) -> Void) {
    var array = JSONArray()
    swap(&array.buffer, &buffer)
    array.buffer.append(UInt8(ascii: "["))
    body(&array)
    if array.isSpread, !array.isEmpty { array.buffer.append(UInt8(ascii: "\n")) }
    array.buffer.append(UInt8(ascii: "]"))
    swap(&array.buffer, &buffer)
  }

  /// Writes a quoted text.
  static func string(_ text: String, to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: needsEscape) {
      for scalar in text.unicodeScalars { escape(scalar, to: &buffer) }
    } else {
      buffer.append(text)
    }
    buffer.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2 || byte == 0xEF
  }

  private static func escape(_ scalar: Unicode.Scalar, to buffer: inout ByteBuffer) {
    switch scalar.value {
    case 0x22: buffer.append("\\\"")
    case 0x5C: buffer.append("\\\\")
    case 0x08: buffer.append("\\b")
    case 0x09: buffer.append("\\t")
    case 0x0A: buffer.append("\\n")
    case 0x0C: buffer.append("\\f")
    case 0x0D: buffer.append("\\r")
    case 0..<0x20, 0x7F, 0x2028, 0x2029, 0xFEFF:
      let digits = String(scalar.value, radix: 16)
      buffer.append("\\u")
      buffer.append(String(repeating: "0", count: 4 - digits.count))
      buffer.append(digits)
    default: buffer.append(String(scalar))
    }
  }
}

/// The members of an object that is being written.
package struct JSONObject: ~Copyable {
  fileprivate var buffer = ByteBuffer()
  fileprivate var isEmpty = true
  /// Whether each member stands on a line of its own.
  fileprivate var isSpread = false

  /// Puts each member that follows on a line of its own.
  package mutating func spread() { isSpread = true }

  private mutating func begin(_ name: String) {
    if !isEmpty { buffer.append(UInt8(ascii: ",")) }
    if isSpread {
      buffer.append("\n")
    } else if !isEmpty {
      buffer.append(UInt8(ascii: " "))
    }
    isEmpty = false
    JSONWriter.string(name, to: &buffer)
    buffer.append(": ")
  }

  /// A text, or null.
  package mutating func member(_ name: String, _ value: String?) {
    begin(name)
    if let value { JSONWriter.string(value, to: &buffer) } else { buffer.append("null") }
  }

  package mutating func member(_ name: String, _ value: Int) {
    begin(name)
    buffer.append(value)
  }

  package mutating func member(_ name: String, _ value: Bool) {
    begin(name)
    buffer.append(value ? "true" : "false")
  }

  package mutating func member(_ name: String, _ values: [String]) {
    array(name) { array in
      for value in values { array.element(value) }
    }
  }

  package mutating func object(_ name: String, _ body: (inout JSONObject) -> Void) {
    begin(name)
    JSONWriter.object(to: &buffer, body)
  }

  package mutating func array(_ name: String, _ body: (inout JSONArray) -> Void) {
    begin(name)
    JSONWriter.array(to: &buffer, body)
  }
}

/// The elements of an array that is being written.
package struct JSONArray: ~Copyable {
  fileprivate var buffer = ByteBuffer()
  fileprivate var isEmpty = true
  /// Whether each element stands on a line of its own.
  fileprivate var isSpread = false

  /// Puts each element that follows on a line of its own.
  package mutating func spread() { isSpread = true }

  private mutating func begin() {
    if !isEmpty { buffer.append(UInt8(ascii: ",")) }
    if isSpread {
      buffer.append("\n")
    } else if !isEmpty {
      buffer.append(UInt8(ascii: " "))
    }
    isEmpty = false
  }

  package mutating func element(_ value: String) {
    begin()
    JSONWriter.string(value, to: &buffer)
  }

  package mutating func object(_ body: (inout JSONObject) -> Void) {
    begin()
    JSONWriter.object(to: &buffer, body)
  }
}
