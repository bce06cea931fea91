/// An exact decimal number: `mantissa` times ten to the power of minus `scale`.
///
/// Equal values are equal: a fraction carries no trailing zeros, so `1.50` and `1.5` are one value.
package struct Decimal: Hashable, Sendable {
  package let mantissa: Int128
  /// The number of digits after the point, at most `maximumScale`.
  package let scale: UInt8

  package static let maximumScale: UInt8 = 38
  package static let zero = Decimal(0)

  package init(_ value: Int) {
    mantissa = Int128(value)
    scale = 0
  }

  /// The value `mantissa` × 10^−`scale`; nil where more than 38 digits after the point remain.
  package init?(mantissa: Int128, scale: Int) {
    var mantissa = mantissa
    var scale = scale
    while scale > 0, mantissa % 10 == 0 {
      if mantissa == 0 {
        scale = 0
      } else {
        mantissa /= 10
        scale -= 1
      }
    }
    guard scale >= 0, scale <= Int(Self.maximumScale) else { return nil }
    self.mantissa = mantissa
    self.scale = UInt8(scale)
  }

  @inlinable package var isZero: Bool { mantissa == 0 }
  @inlinable package var isNegative: Bool { mantissa < 0 }
  @inlinable package var isWhole: Bool { scale == 0 }

  /// The value as an `Int`; nil where it has a fraction or does not fit.
  package var wholeValue: Int? { scale == 0 ? Int(exactly: mantissa) : nil }

  /// Ten to the power of `exponent`, which is at most 38.
  static func powerOfTen(_ exponent: Int) -> Int128 {
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}

extension Decimal: Comparable {
  package static func < (left: Decimal, right: Decimal) -> Bool {
    if left.scale == right.scale { return left.mantissa < right.mantissa }
    if left.scale < right.scale {
      let (scaled, overflow) = left.upscaled(to: right.scale)
      return overflow ? left.mantissa < 0 : scaled < right.mantissa
    }
    let (scaled, overflow) = right.upscaled(to: left.scale)
    return overflow ? right.mantissa > 0 : left.mantissa < scaled
  }

  private func upscaled(to scale: UInt8) -> (Int128, overflow: Bool) {
    mantissa.multipliedReportingOverflow(by: Self.powerOfTen(Int(scale - self.scale)))
  }

  /// The sum; nil where it needs more than 127 bits.
  package func adding(_ other: Decimal) -> Decimal? {
    let common = max(scale, other.scale)
    let (left, leftOverflow) = upscaled(to: common)
    let (right, rightOverflow) = other.upscaled(to: common)
    guard !leftOverflow, !rightOverflow else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Decimal(mantissa: sum, scale: Int(common))
  }

  /// The difference; nil where it needs more than 127 bits.
  package func subtracting(_ other: Decimal) -> Decimal? {
    other.negated.flatMap(adding)
  }

  /// The product; nil where it needs more than 127 bits or 38 digits after the point.
  package func multiplying(by other: Decimal) -> Decimal? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    return overflow ? nil : Decimal(mantissa: product, scale: Int(scale) + Int(other.scale))
  }

  /// The quotient rounded to `fractionDigits` (0…18) digits, halves away from zero; nil where
  /// `other` is zero or the quotient needs more than 127 bits.
  package func divided(by other: Decimal, fractionDigits: Int) -> Decimal? {
    let shift = fractionDigits + Int(other.scale) - Int(scale)
    guard !other.isZero, abs(shift) <= 38 else { return nil }
    let power = Self.powerOfTen(abs(shift))
    let (top, topOverflow) = mantissa.multipliedReportingOverflow(by: shift > 0 ? power : 1)
    let (bottom, bottomOverflow) = other.mantissa.multipliedReportingOverflow(
      by: shift < 0 ? power : 1)
    guard !topOverflow, !bottomOverflow, bottom != .min else { return nil }
    let (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
    let rounds = rest.magnitude >= bottom.magnitude - rest.magnitude
    let away: Int128 = !rounds || rest == 0 ? 0 : (top < 0) == (bottom < 0) ? 1 : -1
    return Decimal(mantissa: quotient + away, scale: fractionDigits)
  }

  /// The value rounded to `fractionDigits` digits after the point, halves away from zero.
  package func rounded(fractionDigits: Int) -> Decimal {
    guard Int(scale) > fractionDigits else { return self }
    let power = Self.powerOfTen(Int(scale) - fractionDigits)
    let (quotient, rest) = mantissa.quotientAndRemainder(dividingBy: power)
    let rounds = rest.magnitude >= power.magnitude - rest.magnitude
    let away: Int128 = rounds ? (mantissa < 0 ? -1 : 1) : 0
    return Decimal(mantissa: quotient + away, scale: fractionDigits) ?? self
  }

  /// The value with the other sign; nil for the one value that has none (−2^127).
  package var negated: Decimal? {
    mantissa == .min ? nil : Decimal(mantissa: -mantissa, scale: Int(scale))
  }
}

extension Decimal {
  /// The value in 64 bits: a signed mantissa of 56 bits, the scale in 4, and 4 bits of the caller's.
  ///
  /// Nil where the mantissa or the scale does not fit; whatever `read` returned fits.
  package func packed(tag: UInt8) -> Int64? {
    guard scale <= 15, let mantissa = Int64(exactly: mantissa),
      mantissa >= -(1 << 55), mantissa < 1 << 55
    else { return nil }
    return mantissa << 8 | Int64(scale) << 4 | Int64(tag & 15)
  }

  /// The packed value with a tag of 0.
  package var packed: Int64? { packed(tag: 0) }

  /// The value that was packed, whatever its tag.
  package init(packed: Int64) {
    mantissa = Int128(packed >> 8)
    scale = UInt8(packed >> 4 & 15)
  }

  /// The tag, 0…15, that was packed with the value.
  @inlinable package static func tag(ofPacked packed: Int64) -> UInt8 { UInt8(packed & 15) }
}
