import Testing

@testable import Reporters

@Suite("Visible texts")
struct VisibleTextTests {
  @Test("every character stands for itself, or is substituted")
  func everyScalar() {
    for value in [0...0xD7FF, 0xE000...0xFFFF, 0x1F600...0x1F64F, 0xE0000...0xE007F].joined() {
      let scalar = Unicode.Scalar(UInt32(value))!
      let shown = scalar == "\t" ? " " : VisibleText.substitute(for: scalar) ?? String(scalar)
      #expect(VisibleText.line("a\(scalar)b") == "a\(shown)b")
    }
  }
}
