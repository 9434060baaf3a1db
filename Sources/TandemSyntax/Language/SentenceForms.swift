extension SentenceForm {
  /// All sentences. Where one text reads as two forms, the first in the table is meant.
  public static let all: [SentenceForm] = [
    SentenceForm(
      .createAlways, .policy, "Every {source} will be synchronized with a {target}.",
      "Creates a target record for every source record that has no link."),
    SentenceForm(
      .createWhen, .policy, "When ``{expression}``, it  will be synchronized with a {target}.",
      "Creates a target record for those source records that satisfy the condition."),
    SentenceForm(
      .createWhenRemark, .policy, "When {remark}, it  will be synchronized with a {target}.",
      "Holds the flow: the condition is prose, which no program can evaluate."),
    SentenceForm(
      .createRemark, .policy, "{remark}, it  will be synchronized with a {target}.",
      "Holds the flow: a remark stands in the place of a condition."),
    SentenceForm(
      .linkFirst, .policy,
      "Before any synchronization can take place, a link between a {source} and a {target} must be established.",
      "Never creates a record: only what matches is linked."),
    SentenceForm(
      .createConnected, .connection,
      "A new {target} will be created from a {source} if it is connected to a {entities} that is synchronized into {system}.",
      "Creates a target record when a record that refers to the source record is itself synchronised."),
    SentenceForm(
      .mergeWithMatch, .match,
      "If a matching {target} already exists, the {source} will be merged with the existing one.",
      "Looks for a match before anything is created."),
    SentenceForm(
      .createWithoutMatch, .noMatch, "If no matching {target} is found, a new {target} will be created.",
      "Creates a target record when nothing matches."),
    SentenceForm(
      .mergeTable, .mergeTable,
      "A {source} will merge with a {target} if one of the following property combinations match:",
      "Opens the merge table: each combination of properties is one way to recognise a record."),
    SentenceForm(
      .keepInStep, .once,
      "Once a link between a {source} and a {target} is established, it will keep in sync between the two systems, regardless of where it is edited.",
      "Edits travel both ways."),
    SentenceForm(
      .keepInStepOneWay, .once,
      "Once a link between a {source} and a {target} is established, edits travel from {otherSystem} to {system} only.",
      "Edits travel one way."),
    SentenceForm(
      .scope, .scope, "Only a {side} with ``{expression}`` takes part.",
      "A record that does not satisfy the condition does not exist for the flow."),
    SentenceForm(
      .conflictNewest, .conflict, "If both sides have changed, the newest edit wins.",
      "Of two different edits of one property the newest wins."),
    SentenceForm(
      .conflictPerson, .conflict, "If both sides have changed, a person decides.",
      "Two different edits of one property wait for a person."),
    SentenceForm(
      .conflictHandWritten, .conflict, "If both sides have changed, the hand-written {name} decides.",
      "A function in Swift decides between two different edits of one property."),
    SentenceForm(
      .conflictSystem, .conflict, "If both sides have changed, {system} wins.",
      "Of two different edits of one property that of the named system wins."),
    SentenceForm(
      .deletionPropagates, .deletion, "When a {side} is deleted, the {partner} will be deleted.",
      "A deletion travels to the partner."),
    SentenceForm(
      .deletionArchives, .deletion,
      "When a {side} is deleted, the {partner} will be archived with ``{assignment}``.",
      "A deletion sets a property of the partner."),
    SentenceForm(
      .deletionUnlinks, .deletion, "When a {side} is deleted, the link is dropped.",
      "A deletion drops the link; the partner stays on its own."),
    SentenceForm(
      .deletionIgnored, .deletion, "When a {side} is deleted, the {partner} is kept.",
      "A deletion does nothing; the partner stays and its record is not created again."),
    SentenceForm(
      .removalDeletes, .removal, "When an element leaves the list, the {side} will be deleted.",
      "The record of an element that is gone from its list is deleted."),
    SentenceForm(
      .removalArchives, .removal,
      "When an element leaves the list, the {side} will be archived with ``{assignment}``.",
      "The record of an element that is gone from its list has a property set."),
    SentenceForm(
      .removalUnlinks, .removal, "When an element leaves the list, the link of the {side} is dropped.",
      "The record of an element that is gone from its list stays on its own."),
    SentenceForm(
      .removalIgnored, .removal, "When an element leaves the list, the {side} is kept.",
      "The record of an element that is gone from its list stays and is not created again."),
    SentenceForm(
      .firstRunFull, .firstRun, "On the first run, existing records take part as well.",
      "The first run links, creates and merges, as when nothing is said."),
    SentenceForm(
      .firstRunLinks, .firstRun, "On the first run, existing records are only linked.",
      "The first run only links what matches."),
    SentenceForm(
      .firstRunSkips, .firstRun, "On the first run, existing records are left alone.",
      "Only records that are created after the first run take part."),
    SentenceForm(
      .linksOnly, .linksOnly, "The section links and creates records and keeps no property in step.",
      "An empty property table is meant."),
    SentenceForm(
      .formerName, .formerName, "A {side} was formerly called {formerName}.",
      "Links survive the renaming of an entity."),
    SentenceForm(
      .parent, .parent, "A {target} belongs to the record of {flow} that its ``{property}`` refers to.",
      "The flow's records are elements of a list that another flow's records hold."),
    SentenceForm(
      .propertyTable, .propertyTable,
      "The following properties are synchronized between a {source} and a {target}:",
      "Opens the property table."),
  ]
}
