/// A currency by its ISO 4217 code, such as `EUR`.
package struct Currency: Hashable, Sendable {
  /// The three capital letters, the first in the highest byte.
  private let packed: UInt32

  private init(packed: UInt32) { self.packed = packed }

  package static let euro = Currency(packed: 0x45_55_52)

  /// The code, three capital letters.
  package var code: String {
    String(
      decoding: [UInt8(packed >> 16), UInt8(packed >> 8 & 255), UInt8(packed & 255)], as: UTF8.self)
  }

  /// The sign that this currency alone is written with here; nil where the code is used.
  package var symbol: String? {
    switch code {
    case "EUR": "€"
    case "USD": "$"
    case "GBP": "£"
    default: nil
    }
  }

  /// The currency of a code in capital letters or of one of the signs `€`, `$` (USD), `£` (GBP).
  package init?(_ bytes: TextBytes) {
    switch bytes.count {
    case 3 where bytes[0] == 0xE2:
      guard bytes.starts(at: 0, 0xE2, 0x82, 0xAC) else { return nil }
      self = .euro
    case 3:
      let packed = UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
      guard packed == Self.euro.packed || Self.known.contains(packed) else { return nil }
      self.packed = packed
    case 2 where bytes.starts(at: 0, 0xC2, 0xA3): packed = 0x47_42_50
    case 1 where bytes[0] == 36: packed = 0x55_53_44
    default: return nil
    }
  }

  package init?(_ text: String) {
    guard let currency = text.withTextBytes({ Currency($0) }) else { return nil }
    self = currency
  }

  private static let known: Set<UInt32> = {
    var codes: Set<UInt32> = []
    for code in list.split(whereSeparator: \.isWhitespace) {
      codes.insert(code.utf8.reduce(0) { $0 << 8 | UInt32($1) })
    }
    return codes
  }()

  /// The active national currencies of ISO 4217, list one (2024), without funds and metals.
  private static let list = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
    GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR
    KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
    MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS
    UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """
}
