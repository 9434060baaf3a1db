import TandemValues

/// Conversions that no document can name: chains, and those with arguments that make no sense.
let unnamedVectors = [
  GoldenTable(
    ElementJoin(separator: ""),
    """
    ['a'] -> ! cannot be joined without a separator
    """),
  GoldenTable(
    DateToString(format: "nonsense"),
    """
    2024-02-09 -> ! cannot be converted, because the format is none such as yyyy-MM-dd
    """),
  GoldenTable(
    FixedDefault(text: "x", type: "integer"),
    """
    null -> ! is missing, and its default is no integer
    1 <-> 1
    """),
  GoldenTable(
    Chain([StringToDecimal(), DecimalScale(scale: 2)]),
    """
    '12.345' -> 12.34d
    '12.34' <-> 12.34d
    'x' -> ! is no decimal number
    """),
  GoldenTable(
    LocalTime(offset: "CET"),
    "2024-09-11T00:30:00Z -> ! cannot be moved, because the offset is none such as +01:00"),
  GoldenTable(
    StringToDecimal(decimalSeparator: ",", groupSeparator: ","),
    "'1' -> ! cannot be converted, because its separators are unsound\nnull -> null"),
]
