/// What people in sales, bookkeeping and planning call the same thing. General knowledge of such systems, and of no
/// single one; each row begins with the term that stands for the others.
enum BusinessTerms {
  /// Words with one meaning.
  static let synonyms: [[String]] = [
    // People.
    ["first name", "given name", "forename", "christian name", "firstname"],
    ["last name", "surname", "family name", "lastname"],
    ["middle name", "middlename", "second name", "infix"],
    ["full name", "display name", "complete name", "formatted name", "rec name"],
    ["job title", "job", "job description", "job title description", "job position", "occupation", "profession"],
    ["salutation", "form of address", "greeting", "courtesy title"],
    ["birth date", "birthdate", "birthday", "date of birth", "born", "born on", "birth day"],
    ["gender", "sex"],
    ["initials", "initial", "short name"],
    [
      "employee number", "employee no", "employee id", "staff number", "personnel number", "person number",
      "badge number",
    ],
    ["user name", "username", "login", "login name", "user id", "logon name", "sign in name"],
    ["hire date", "hired", "hired on", "date of hire", "employment date", "employment start", "date of employment"],
    ["language", "lang", "language code", "locale", "correspondence language"],
    ["newsletter", "mailing", "email opt in", "mailing list"],
    [
      "no mailing", "mailing excluded", "email opt out", "opt out", "do not mail", "has opted out of email",
      "unsubscribed",
    ],
    // Ways to reach somebody.
    ["email", "e mail", "email address", "e mail address", "mail address", "electronic mail"],
    [
      "phone", "telephone", "tel", "phone number", "telephone number", "tel no", "phone no", "telephone no",
      "fixed line",
    ],
    [
      "mobile", "mobile phone", "mobile number", "mobile phone number", "cell", "cell phone", "cellphone", "cellular",
      "mobile telephone",
    ],
    ["fax", "fax number", "telefax", "fax no"],
    [
      "website", "web site", "homepage", "home page", "web", "www", "url", "web address", "internet address",
      "web page",
    ],
    // Addresses.
    ["street", "street address", "address line", "address line 1", "address 1", "street 1", "address street", "road"],
    ["street 2", "address line 2", "address 2"],
    ["street 3", "address line 3", "address 3"],
    ["postal code", "postcode", "post code", "zip", "zip code", "zipcode", "postal zip", "post index"],
    ["city", "town", "locality", "municipality", "village"],
    ["region", "province", "county", "federal state", "subdivision"],
    ["country", "country code", "nation", "country iso code", "land"],
    ["location", "place", "venue", "site"],
    // Companies.
    ["customer", "client", "debtor", "buyer", "purchaser"],
    ["account", "relation", "party", "business partner", "company", "organisation", "organization", "firm"],
    ["supplier", "vendor", "creditor"],
    ["contact", "contact person", "person", "people"],
    [
      "vat number", "vat no", "vat id", "vat identifier", "vat registration number", "tax number", "tax id",
      "tax identifier",
    ],
    [
      "registration number", "company registration number", "organisation number", "organization number", "org nr",
      "org no", "chamber of commerce", "chamber of commerce number", "company number", "trade register number",
      "commercial register number",
    ],
    ["industry", "sector", "branch", "line of business"],
    ["credit limit", "credit line", "maximum credit", "credit line sale"],
    ["payment term", "payment condition", "term of payment", "payment term code", "payment condition code"],
    // Documents of a sale.
    ["order", "sale order", "sales order", "purchase"],
    ["quote", "quotation", "offer", "proposal", "estimate"],
    ["invoice", "bill"],
    [
      "order date", "sale date", "ordered", "ordered at", "ordered on", "placed", "placed at", "placed on",
      "date of order",
    ],
    ["quote date", "quotation date", "offer date", "proposal date"],
    ["invoice date", "billing date", "bill date"],
    ["due date", "deadline", "due", "payment due", "payment due date", "maturity date", "date due", "due by"],
    [
      "delivery date", "deliver by", "ship date", "shipping date", "requested delivery date", "date of delivery",
      "delivery by", "shipment date", "delivered on",
    ],
    [
      "valid until", "expiration date", "expiry date", "expire", "expires on", "valid to", "validity date",
      "valid through",
      "closing date", "expiration",
    ],
    [
      "customer reference", "reference of the customer", "your reference", "your ref", "client reference", "po number",
      "purchase order number", "customer order number", "customer po number",
    ],
    ["price list", "price book", "pricelist", "pricebook"],
    ["opportunity", "deal", "sales opportunity", "sale opportunity"],
    ["probability", "likelihood", "chance", "win probability"],
    // Products.
    ["product", "item", "article", "good", "merchandise"],
    [
      "sku", "stock keeping unit", "article number", "article code", "item number", "item code", "product code",
      "product number", "part number", "article no", "item no",
    ],
    ["barcode", "bar code", "ean", "gtin", "upc", "ean code"],
    [
      "category", "product group", "item group", "product category", "article group", "product family", "family",
      "product type",
    ],
    ["price", "unit price", "sale price", "sales price", "selling price", "list price", "standard sales price"],
    [
      "cost price", "cost", "standard cost", "purchase price", "unit cost", "cost price standard",
      "standard cost price",
    ],
    ["quantity", "qty", "number of units", "amount ordered"],
    [
      "unit", "unit of measure", "uom", "unit code", "quantity unit of measure", "measurement unit",
      "unit of measurement",
    ],
    ["weight", "net weight"],
    ["vat code", "tax code", "vat class", "tax class", "tax category", "vat rate", "tax rate", "sale vat code", "tax"],
    ["discount", "rebate", "discount percentage", "discount percent", "discount rate"],
    ["available from", "sale start", "launch date", "introduction date", "release date", "on sale from"],
    // Money.
    ["currency", "currency code", "currency iso code"],
    ["total", "total amount", "grand total", "sum", "amount", "total price"],
    ["budget", "planned cost", "estimated cost"],
    // Work.
    ["project", "job order"],
    ["task", "activity", "to do", "todo", "work item", "action"],
    ["planned hour", "estimated hour", "hour", "effort", "planned effort"],
    ["estimate duration", "estimated minute", "duration"],
    ["priority", "urgency", "importance"],
    [
      "start date", "start", "begin", "begin date", "date from", "begins on", "starts on", "starting date",
      "effective date",
    ],
    ["end date", "end", "finish", "finish date", "date to", "ends on", "ending date", "completion date"],
    ["parent", "part of", "belong to", "superior", "main"],
    ["complete", "done", "finished"],
    // Words of all of them.
    ["owner", "responsible", "assignee", "assigned to", "account manager", "person in charge", "representative"],
    ["salesperson", "sales person", "sales rep", "sale rep", "sale representative", "seller", "sales representative"],
    ["manager", "head", "leader"],
    ["description", "desc", "long text", "long description"],
    ["remark", "note", "comment", "memo", "annotation", "free text", "internal note"],
    ["subject", "topic", "headline", "heading"],
    ["status", "stage", "phase"],
    ["number", "no", "nr", "num"],
    ["category name", "category title"],
    ["active", "is active", "enabled", "in use", "is enabled"],
    ["blocked", "inactive", "disabled", "retired", "discontinued", "stop", "stopped"],
    ["external id", "external key", "foreign id", "foreign key"],
    ["department", "division", "team", "business unit"],
    ["billing", "bill to", "invoice to", "invoicing"],
    ["shipping", "ship to", "deliver to", "delivery"],
  ]

  /// Words that are often, but not always, used for each other, with how much of a match they are in percent.
  static let related: [(String, String, Int)] = [
    ("name", "description", 75), ("name", "title", 90), ("name", "subject", 85), ("title", "subject", 90),
    ("name", "full name", 80), ("title", "description", 80), ("subject", "description", 80), ("title", "job title", 90),
    ("description", "remark", 80), ("summary", "remark", 75), ("summary", "description", 85),
    ("summary", "subject", 70),
    ("instruction", "remark", 70), ("instruction", "description", 75), ("text", "remark", 70),
    ("text", "description", 75),
    ("status", "state", 95), ("region", "state", 90), ("active", "status", 75), ("blocked", "status", 60),
    ("complete", "status", 75), ("active", "blocked", 80), ("newsletter", "no mailing", 85),
    ("number", "code", 85), ("number", "sku", 80), ("code", "sku", 85), ("number", "id", 60), ("code", "id", 60),
    ("number", "reference", 65), ("reference", "customer reference", 80), ("employee number", "number", 80),
    ("account", "customer", 90), ("account", "supplier", 60), ("contact", "customer", 40),
    ("owner", "salesperson", 85), ("owner", "manager", 80), ("owner", "user", 60), ("employee", "user", 80),
    ("owner", "associate", 70), ("manager", "associate", 65), ("manager", "salesperson", 60),
    ("billing", "invoice", 90), ("shipping", "ship", 90), ("bill", "billing", 90),
    ("end date", "due date", 80), ("end date", "valid until", 75), ("due date", "valid until", 55),
    ("delivery date", "end date", 60), ("available from", "start date", 80), ("hire date", "start date", 60),
    ("order date", "start date", 65), ("order date", "date", 90), ("quote date", "date", 90),
    ("invoice date", "date", 90),
    ("phone", "mobile", 45), ("phone", "business", 30), ("work", "business", 95), ("office", "business", 90),
    ("work", "office", 90), ("private", "home", 90), ("primary", "main", 90),
    ("category", "group", 80), ("category", "class", 75), ("category", "type", 70), ("kind", "type", 95),
    ("kind", "category", 70), ("product", "sku", 40), ("external id", "id", 70),
    ("price", "total", 30), ("task", "project", 30), ("quote", "order", 30), ("order", "invoice", 30),
    ("opportunity", "project", 25), ("parent", "project", 30), ("full name", "last name", 55),
    ("initials", "alias", 75), ("blocked", "archived", 60),
    ("active", "archived", 60), ("extra", "long", 60),
  ]

  /// Words that say little about a property, with their weight in percent of that of other words.
  static let lightWords: [String: Int] = [
    "of": 5, "the": 5, "a": 5, "in": 5, "at": 5, "on": 10, "for": 10, "to": 10, "by": 10, "is": 5, "has": 5, "with": 5,
    "and": 5, "id": 35, "ref": 10, "key": 30, "guid": 10, "value": 20, "euro": 10, "gram": 15, "percent": 15, "iso": 10,
    "number": 70, "code": 70, "date": 60, "type": 70, "kind": 70, "name": 90, "text": 50, "address": 30, "default": 35,
    "standard": 30, "primary": 30, "main": 30, "business": 45, "work": 45, "office": 45, "private": 60, "home": 60,
    "custom": 20, "extra": 30, "internal": 40, "external": 50, "our": 15, "own": 15, "current": 20, "line": 20,
    "formatted": 30, "stripped": 30, "list": 20, "only": 10, "record": 20,
  ]
}
