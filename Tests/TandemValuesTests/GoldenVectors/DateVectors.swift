import TandemValues

let dateVectors = [
  GoldenTable(
    DateToString(),
    """
    2024-02-29 <-> '2024-02-29'
    0001-01-01 <-> '0001-01-01'
    9999-12-31 <-> '9999-12-31'
    null <- ' '
    ! is no date in the international form <- '29-02-2024'
    '2024-02-29' -> ! is no date
    """),
  GoldenTable(
    DateToString(format: "d-M-yyyy"),
    """
    2024-02-09 <-> '9-2-2024'
    2024-02-09 <- '09-02-2024'
    ! is no date written as d-M-yyyy <- '31-2-2024'
    """),
  GoldenTable(
    DateToString(format: "nonsense"),
    "2024-02-09 -> ! cannot be converted, because the format is none such as yyyy-MM-dd"),
  GoldenTable(
    StringToDate(format: "%Y%m%d"),
    """
    '20240229' <-> 2024-02-29
    '' -> null
    '20230229' -> ! is no date written as %Y%m%d
    """),
  GoldenTable(
    DatetimeToString(),
    """
    2024-09-11T07:41:19Z <-> '2024-09-11T07:41:19Z'
    2024-09-11T07:41:19.25Z <-> '2024-09-11T07:41:19.250Z'
    2024-09-11T05:41:19Z <- '2024-09-11T07:41:19+02:00'
    ! is no moment in time in the international form <- '2024-09-11'
    2024-09-11 -> ! is no moment in time
    """),
  GoldenTable(
    DatetimeToString(format: "dd.MM.yyyy HH:mm"),
    """
    2024-09-11T07:41:19Z -> '11.09.2024 07:41'
    2024-09-11T07:41:00Z <-> '11.09.2024 07:41'
    """),
  GoldenTable(
    StringToDatetime(format: "yyyy-MM-dd HH:mm:ss"),
    """
    '2024-09-11 07:41:19' <-> 2024-09-11T07:41:19Z
    '2024-09-11T07:41:19' -> ! is no moment in time written as yyyy-MM-dd HH:mm:ss
    ! is no moment in time <- 7
    """),
  GoldenTable(
    TimeToString(),
    """
    07:41:19 <-> '07:41:19'
    07:41:00 <- '07:41'
    23:59:59.999999 <-> '23:59:59.999999'
    ! is no time of day such as 07:41:19 <- '24:00'
    1 -> ! is no time of day
    """),
  GoldenTable(
    StringToTime(),
    """
    '07:41' -> 07:41:00
    '07:41:19' <-> 07:41:19
    'noon' -> ! is no time of day such as 07:41:19
    """),
  GoldenTable(
    DateToDatetime(),
    """
    2024-09-11 <-> 2024-09-11T00:00:00Z
    ! has a time of day <- 2024-09-11T00:00:01Z
    null <-> null
    """),
  GoldenTable(
    DatetimeToDate(),
    """
    2024-09-11T23:59:59Z -> 2024-09-11
    1969-12-31T23:59:59Z -> 1969-12-31
    2024-09-11T00:00:00Z <- 2024-09-11
    2024-09-11 -> ! is no moment in time
    """),
  GoldenTable(
    GUIDToString(),
    """
    3f2504e0-4f89-11d3-9a0c-0305e82c3301 <-> '3f2504e0-4f89-11d3-9a0c-0305e82c3301'
    3f2504e0-4f89-11d3-9a0c-0305e82c3301 <- '{3F2504E0-4F89-11D3-9A0C-0305E82C3301}'
    ! is no globally unique identifier <- '42'
    """),
  GoldenTable(
    StringToGUID(),
    """
    '3F2504E04F8911D39A0C0305E82C3301' -> 3f2504e0-4f89-11d3-9a0c-0305e82c3301
    '' -> null
    'x' -> ! is no globally unique identifier
    ! is no globally unique identifier <- 'x'
    """),
]
