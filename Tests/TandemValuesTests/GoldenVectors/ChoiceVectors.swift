import TandemValues

private let status: [ConversionArgument.Pair] = [
  .init("Shipped", "Posted"), .init("Delivered", "Posted"), .init("Closed", "Paid"), .init("NO", "Void"),
]

let choiceVectors = [
  GoldenTable(
    EnumerationCheck(values: ["A", "B"]),
    """
    'A' <-> 'A'
    'a' -> ! is none of A, B
    ! is none of A, B <- ''
    null <-> null
    1 -> ! is no text
    """),
  GoldenTable(EnumerationCheck(values: ["A", "B"], open: true), "'C' <-> 'C'"),
  GoldenTable(
    ValueMap(pairs: status),
    """
    'Shipped' <-> 'Posted'
    'Delivered' -> 'Posted'
    'Shipped' <- 'Posted'
    'Open' -> ! does not stand in the value map
    ! does not stand in the value map <- 'Shipped'
    null <-> null
    1 -> ! is no text
    """),
  GoldenTable(ValueMap(pairs: status, otherwise: .keep), "'Open' <-> 'Open'\n'Closed' <-> 'Paid'"),
  GoldenTable(ValueMap(pairs: status, otherwise: .empty), "'Open' -> null\nnull <- 'Open'\nabsent <-> absent"),
  GoldenTable(
    ValueMap(pairs: status, otherwise: .fallback, fallback: "Draft"),
    """
    'Open' -> 'Draft'
    ! does not stand in the value map <- 'Draft'
    'NO' <-> 'Void'
    """),
  GoldenTable(
    FixedDefault(.string("NL")),
    """
    null -> 'NL'
    absent -> absent
    'BE' <-> 'BE'
    null <- null
    'NL' <- 'NL'
    """),
  GoldenTable(FixedDefault(text: "1.5", type: "decimal"), "null -> 1.5d"),
  GoldenTable(FixedDefault(text: "x", type: "integer"), "null -> ! is missing, and its default is no integer\n1 <-> 1"),
  GoldenTable(
    Chain([StringToDecimal(), DecimalScale(scale: 2)]),
    """
    '12.345' -> 12.34d
    '12.34' <-> 12.34d
    'x' -> ! is no decimal number
    """),
]
