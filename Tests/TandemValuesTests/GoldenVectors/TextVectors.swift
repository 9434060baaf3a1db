import TandemValues

let textVectors = [
  GoldenTable(
    Identity(),
    """
    ' a ' <-> ' a '
    null <-> null
    absent <-> absent
    -9223372036854775808 <-> -9223372036854775808
    """),
  GoldenTable(
    TrimmedString(),
    """
    ' Jansen  BV ' -> 'Jansen  BV'
    'Jansen' <-> 'Jansen'
    '' -> null
    '  ' -> null
    null <- '  '
    absent <-> absent
    7 -> ! is no text
    """),
  GoldenTable(
    UpperCase(),
    """
    'nl' -> 'NL'
    'NL' <- 'nl'
    'straße' -> 'STRASSE'
    '' <-> ''
    null <-> null
    true -> ! is no text
    """),
  GoldenTable(
    LowerCase(),
    """
    'Info@Example.COM' -> 'info@example.com'
    'é' <- 'É'
    absent <-> absent
    1 -> ! is no text
    """),
  GoldenTable(
    RemoveBlanks(),
    """
    'NL 0012 B01' -> 'NL0012B01'
    'NL1' <- ' NL 1 '
    '   ' -> null
    1 -> ! is no text
    """),
  GoldenTable(
    LocalNumber(),
    """
    '+31 20 1234567' -> '20 1234567'
    '+31201234567' <-> '+31201234567'
    '020 1234567' <-> '020 1234567'
    ' + 5 ' -> '5'
    '+ ' -> '+'
    '  ' -> null
    null <-> null
    1 -> ! is no text
    """),
  GoldenTable(
    StringLength(maximum: 3),
    """
    'abc' <-> 'abc'
    'éüß' <-> 'éüß'
    'abcd' -> ! is longer than 3 characters
    ! is longer than 3 characters <- 'abcd'
    '' <-> ''
    null <-> null
    1 -> ! is no text
    """),
  GoldenTable(
    PhoneNumber(defaultPrefix: "+31"),
    """
    '020 123 45 67' -> '+31201234567'
    '+31 (0)20-123 45 67' -> '+31201234567'
    '0031 20 1234567' -> '+31201234567'
    '(020) 123/45.67' -> '+31201234567'
    '+31201234567' <-> '+31201234567'
    '+44 20 7946 0000' -> '+442079460000'
    ' ' -> null
    null <-> null
    '123' -> ! has no prefix of a country
    '+12' -> ! has not the 5 to 15 digits of a telephone number
    '+1234567890123456' -> ! has not the 5 to 15 digits of a telephone number
    '+0123456' -> ! has no prefix of a country
    '020-CALL' -> ! holds characters that no telephone number has
    '020+31' -> ! has a plus sign among its digits
    20 -> ! is no text
    """),
  GoldenTable(
    PhoneNumber(),
    """
    '020 1234567' -> ! has no prefix of a country
    '+31 20 1234567' -> '+31201234567'
    """),
  GoldenTable(
    ElementJoin(separator: "; "),
    """
    ['a','b'] <-> 'a; b'
    ['a'] <-> 'a'
    [] -> null
    null <-> null
    ['a','b'] <- '; a; ; b'
    null <- '; '
    ['a; b'] -> ! has an element with the separator in it
    ['a;',' b'] <-> 'a;;  b'
    [''] -> ! has an element that is empty
    [1] -> ! has an element that is no text
    'a' -> ! is no list
    ! is no text <- 1
    """),
  GoldenTable(ElementJoin(separator: ""), "['a'] -> ! cannot be joined without a separator"),
  GoldenTable(
    FirstElement(),
    """
    ['a','b'] -> 'a'
    ['a'] <- 'a'
    [] -> null
    null <-> null
    'a' -> ! is no list
    """),
]
