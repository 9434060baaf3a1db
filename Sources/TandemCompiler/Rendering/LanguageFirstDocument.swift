extension LanguagePage {
  /// A small document in RST; a test checks it against the sample systems.
  static let exampleRST = """
    =================================
    Custom CRM to Salesforce Dataflow
    =================================

    Generated: 2026-11-01 09:00:00

    Introduction
    ------------

    The customers of Custom CRM are the accounts of Salesforce.

    Custom CRM Customer to Salesforce Account
    -----------------------------------------
    Every Custom CRM Customer will be synchronized with a Salesforce Account.

    If a matching Salesforce Account already exists, the Custom CRM Customer will be merged with the existing one.
    If no matching Salesforce Account is found, a new Salesforce Account will be created.

    A Custom CRM Customer will merge with a Salesforce Account if one of the following property combinations match:

    .. list-table::
       :header-rows: 1

       * - Custom CRM Customer Property
         - Salesforce Account Property
       * - customerNumber
         - AccountNumber

    Once a link between a Custom CRM Customer and a Salesforce Account is established, it will keep in sync between the two systems, regardless of where it is edited.

    The following properties are synchronized between a Custom CRM Customer and a Salesforce Account:

    .. list-table::
       :header-rows: 1

       * - Custom CRM Customer Property
         - Salesforce Account Property
         - Salesforce Data Type
         - Direction
         - Rule
       * - customerNumber
         - AccountNumber
         - "string"
         - to Salesforce
         -
       * - name
         - Name
         - "string"
         -
         - Custom CRM wins
       * - phone
         - Phone
         - "string"
         -
         -
    """

  /// The same document in YAML.
  static let exampleYAML = """
    dataflow: Custom CRM to Salesforce
    generated: "2026-11-01 09:00:00"
    introduction: The customers of Custom CRM are the accounts of Salesforce.
    flows:
    - flow: Custom CRM Customer to Salesforce Account
      create: always
      match:
      - {customerNumber: AccountNumber}
      properties:
      - {source: customerNumber, target: AccountNumber, type: string, direction: to Salesforce}
      - {source: name, target: Name, type: string, wins: Custom CRM}
      - {source: phone, target: Phone, type: string}
    """
}
