/// The words of which sample records are made: those of a small trading company whose customers live in many countries.
public enum SandboxPools {
  /// Given names, among them some that are not written in ASCII.
  public static let givenNames = [
    "Åse", "Łukasz", "François", "Søren", "Jürgen", "Zoë", "Marta", "Anna", "Peter", "Ingrid", "José", "Chloé", "Noah",
    "Emma", "Lars", "Mia", "Dmitri", "Íris", "Siobhán", "Ömer", "Nguyễn", "Ada", "Viktor", "Lucía", "Θεόδωρος",
    "Алексей",
    "美咲", "王芳", "محمد", "Maëlle",
  ]

  /// Family names, among them some that are not written in ASCII and some of two words.
  public static let familyNames = [
    "Berg", "Kowalska", "Lefèvre", "Nørgaard", "Weiß", "de Vries", "O'Neill", "García López", "Çelik", "Müller",
    "van der Meer", "Håkansson", "Sørensen", "Strauß", "Novák", "Łuczak", "Ivanova", "Smith-Jones", "Rossi", "Jensen",
    "Παπαδόπουλος", "Смирнов", "田中", "李", "الأحمد", "Fernández", "Dubois", "Peeters", "Grüber", "Åberg",
  ]

  /// What company names begin with.
  public static let companyWords = [
    "Nordlys", "Blå Hav", "Atelier Noël", "Café Öst", "Gebrüder Groß", "Łódź Papier", "Alta Vista", "Kvist", "Brûlerie",
    "Fjord", "Kontor", "Weinhaus", "Papyrus", "Stålverk", "Mikołaj", "Piñata", "Zürich Optik", "Delta", "Ærø Skibe",
    "東京商事", "Заря", "Ελαιώνας", "Cantina", "Bruna", "Harbour", "Lumen", "Rivière", "Tamm", "Orchard", "Saffron",
  ]

  /// What company names end with.
  public static let companyForms = ["AB", "GmbH", "A/S", "B.V.", "SARL", "Ltd", "Sp. z o.o.", "S.L.", "Oy", "& Co"]

  /// Streets without a number.
  public static let streets = [
    "Storgatan", "Rue de l'Église", "Königstraße", "Ulica Długa", "Kerkstraat", "Calle Mayor", "Åboulevarden",
    "High Street",
    "Via Roma", "Nørregade", "İstiklal Caddesi", "Place d'Armes", "Große Bleichen", "Plein 1944", "Østre Vei",
  ]

  /// Cities with their country's code and the form of its postal codes, where `9` stands for a digit.
  public static let cities: [(name: String, country: String, postalCode: String)] = [
    ("Malmö", "SE", "999 99"), ("København", "DK", "9999"), ("Łódź", "PL", "99-999"), ("Liège", "BE", "9999"),
    ("Düsseldorf", "DE", "99999"), ("'s-Hertogenbosch", "NL", "9999 AB"), ("A Coruña", "ES", "99999"),
    ("Tromsø", "NO", "9999"), ("Besançon", "FR", "99999"), ("İzmir", "TR", "99999"), ("Αθήνα", "GR", "999 99"),
    ("東京", "JP", "999-9999"), ("Utrecht", "NL", "9999 CD"), ("Gent", "BE", "9999"), ("Zürich", "CH", "9999"),
    ("Galway", "IE", "A99 X999"), ("Tartu", "EE", "99999"), ("Genève", "CH", "9999"), ("Óbidos", "PT", "9999-999"),
  ]

  /// Products, each with the beginning of its stock number.
  public static let products: [(name: String, code: String)] = [
    ("Office chair, grey", "CHR"), ("Desk 160 × 80 cm", "DSK"), ("Lampe de bureau", "LMP"),
    ("Bücherregal Eiche", "SHF"),
    ("Notebook A5, ruled", "NTB"), ("Ballpoint pen, blue (50)", "PEN"), ("Whiteboard 120 cm", "WHB"),
    ("Kaffee, gemahlen 1 kg", "COF"),
    ("Thé vert 100 g", "TEA"), ("Skrivebordsstol", "CHR"), ("Paper A4 80 g/m²", "PAP"), ("Monitor arm", "ARM"),
    ("Cable 2 m", "CBL"), ("Etui \"Classic\"", "CAS"), ("Krzesło dębowe", "CHR"), ("Label printer", "PRN"),
  ]

  /// Titles of positions.
  public static let positions = [
    "Head of purchasing", "Chef de projet", "Geschäftsführer", "Account manager", "Bookkeeper", "Innkjøpssjef", "Sales",
    "Inköpare", "Director", "Assistant",
  ]

  /// Titles of tasks, projects and other activities.
  public static let activities = [
    "Kick-off", "Prepare the offer", "Réunion de lancement", "Follow-up call", "Lieferung prüfen", "Site visit", "Demo",
    "Migration of the archive", "Contract renewal", "Inventory 2026", "Szkolenie", "Årsmøte",
  ]

  /// Short notes.
  public static let notes = [
    "Called back on Monday.", "Wants the offer in two languages.", "Line one\nline two", "Zahlung 30 Tage netto",
    "100 % match; see \"annex\"", "Prefers e-mail", "Ne pas appeler avant 10 h", "naïve façade — test", "👍",
  ]

  /// Codes of currencies.
  public static let currencies = ["EUR", "DKK", "SEK", "PLN", "CHF", "GBP"]
}
