import TandemValues

let numberVectors = [
  GoldenTable(
    IntegerToString(),
    """
    42 <-> '42'
    -9223372036854775808 <-> '-9223372036854775808'
    7 <- ' 007 '
    null <- ' '
    absent <-> absent
    '1' -> ! is no whole number
    ! is no whole number <- '1.0'
    ! is no whole number <- '9223372036854775808'
    ! is no text <- 1
    """),
  GoldenTable(
    StringToInteger(),
    """
    '42' <-> 42
    '-0' -> 0
    '' -> null
    'x' -> ! is no whole number
    ! is no whole number <- '1'
    """),
  GoldenTable(
    DecimalToString(),
    """
    12.5d <-> '12.5'
    12.5d <- '12.50'
    99999999999999999999999999999999999999d <-> '99999999999999999999999999999999999999'
    1 -> ! is no decimal number
    ! is no decimal number <- '1,5'
    """),
  GoldenTable(
    StringToDecimal(),
    """
    '.055' -> 0.055d
    '0.055' <-> 0.055d
    '1e3' -> 1000d
    null <-> null
    '1.000,50' -> ! is no decimal number
    '100000000000000000000000000000000000000' -> ! is no decimal number
    ! is no decimal number <- 1
    """),
  GoldenTable(
    FloatToString(),
    """
    0.1f <-> '0.1'
    1f <-> '1'
    1e300f <-> '1e+300'
    inff -> ! is not a finite number
    1 -> ! is no floating-point number
    ! is no number <- 'nan'
    """),
  GoldenTable(
    StringToFloat(),
    """
    '1.50' -> 1.5f
    '1.5' <-> 1.5f
    '1e999' -> ! is no number
    'inf' -> ! is no number
    '0x1p3' -> ! is no number
    ! is not a finite number <- inff
    """),
  GoldenTable(
    BooleanToString(),
    """
    true <-> 'true'
    false <-> 'false'
    true <- 'TRUE'
    ! is neither true nor false <- '1'
    1 -> ! is neither true nor false
    """),
  GoldenTable(
    StringToBoolean(),
    """
    'False' -> false
    'true' <-> true
    '' -> null
    'yes' -> ! is neither true nor false
    ! is neither true nor false <- 'true'
    """),
  GoldenTable(
    IntegerToDecimal(),
    """
    9223372036854775807 <-> 9223372036854775807d
    ! has a fraction <- 1.5d
    ! is too large for a whole number of 64 bits <- 9223372036854775808d
    1d -> ! is no whole number
    """),
  GoldenTable(
    DecimalToInteger(),
    """
    12d <-> 12
    12.0d -> 12
    12.5d -> ! has a fraction
    -9223372036854775809d -> ! is too large for a whole number of 64 bits
    ! is no whole number <- 12d
    """),
  GoldenTable(
    IntegerToFloat(),
    """
    9007199254740992 <-> 9007199254740992f
    9007199254740993 -> ! is too large to be exact
    -9223372036854775808 <-> -9223372036854775808f
    ! has a fraction <- 0.5f
    ! is too large for a whole number of 64 bits <- 9223372036854775808f
    """),
  GoldenTable(
    FloatToInteger(),
    """
    3f <-> 3
    3.5f -> ! has a fraction
    inff -> ! has a fraction
    1e300f -> ! is too large for a whole number of 64 bits
    ! is too large to be exact <- 9223372036854775807
    """),
  GoldenTable(
    DecimalToFloat(),
    """
    0.1d <-> 0.1f
    12345678901234567890.5d -> 12345678901234567000f
    ! has no decimal form of 38 digits <- 1e300f
    ! has no decimal form of 38 digits <- inff
    1 -> ! is no decimal number
    """),
  GoldenTable(
    FloatToDecimal(),
    """
    0.1f <-> 0.1d
    1e300f -> ! has no decimal form of 38 digits
    1e-300f -> ! has no decimal form of 38 digits
    null <-> null
    """),
  GoldenTable(
    DecimalScale(scale: 2, precision: 5),
    """
    1.005d -> 1d
    1.015d -> 1.02d
    -1.025d -> -1.02d
    999.99d <-> 999.99d
    999.994d -> 999.99d
    999.995d -> ! has more than 3 digits before the point
    ! has more than 3 digits before the point <- 1000d
    1 -> ! is no decimal number
    """),
  GoldenTable(
    DecimalScale(scale: 0),
    "2.5d -> 2d\n99999999999999999999999999999999999999d <-> 99999999999999999999999999999999999999d"),
  GoldenTable(
    IntegerToBoolean(),
    """
    0 <-> false
    1 <-> true
    2 -> ! is neither 0 nor 1
    ! is neither true nor false <- 1
    """),
  GoldenTable(
    BooleanToInteger(),
    """
    true <-> 1
    ! is neither 0 nor 1 <- -1
    absent <-> absent
    """),
]
