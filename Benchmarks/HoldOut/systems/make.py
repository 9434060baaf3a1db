#!/usr/bin/env python3
"""Writes the three system descriptions of the hold-out from the schema exports.

    python3 make.py SCHEMAS OUTPUT

SCHEMAS is the directory with tryton.json, salesforce.json and exactonline.json; OUTPUT receives tryton.yaml,
salesforce.yaml and exact-online.yaml. Every property of a chosen entity is written, in the order of the export. Only
facts of the export are written: names, labels, types, lengths, flags, values, references, sources.
"""

import json
import pathlib
import sys
import textwrap

WIDTH = 120

# Of Salesforce and Exact Online the entities that trade and bookkeeping need; of Tryton all that were exported.
# Exact's Units are left out: the interface tells nothing by which a change of a unit could be found.
SALESFORCE = [
    "Account", "Contact", "User", "Product2", "Pricebook2", "PricebookEntry", "Opportunity", "Quote", "QuoteLineItem",
    "Order", "OrderItem", "Invoice", "InvoiceLine",
]
EXACT = [
    "Accounts", "Contacts", "Addresses", "Users", "Employees", "Items", "ItemGroups", "VATCodes", "Projects",
    "Quotations", "QuotationLines", "SalesOrders", "SalesOrderLines", "SalesInvoices", "SalesInvoiceLines",
]


# -- YAML ----------------------------------------------------------------------------------------------------------


def scalar(value):
    """A value as a YAML scalar that also fits into a flow collection."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    safe = all(character.isalnum() or character in " _-./+()" for character in text)
    if text and safe and text[0].isalnum() and text == text.strip():
        return text
    return json.dumps(text, ensure_ascii=False)


def flow(value):
    """A value in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value)


def block(key, value, indent, lines):
    """An entry, in one line where it fits and has no members."""
    line = " " * indent + f"{scalar(key)}: {flow(value)}"
    nested = isinstance(value, dict) and any(isinstance(item, dict) for item in value.values())
    if isinstance(value, dict) and (nested or len(line) > WIDTH):
        lines.append(" " * indent + f"{scalar(key)}:")
        for name, item in value.items():
            block(name, item, indent + 2, lines)
    elif isinstance(value, list) and len(line) > WIDTH:
        lines.append(" " * indent + f"{scalar(key)}:")
        lines.extend(" " * (indent + 2) + f"- {flow(item)}" for item in value)
    else:
        lines.append(line)


def write(path, comment, head, entities):
    """Writes a description: what the file is, what holds for the system, its entities."""
    lines = [f"# {line}".rstrip() for line in comment] + [""]
    for key, value in head.items():
        block(key, value, 0, lines)
    lines.append("entities:")
    for name, entity in entities.items():
        lines.append("")
        block(name, entity, 2, lines)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def property_of(kind, **facts):
    """A property: its type, and those facts that are known and not false."""
    return {"type": kind} | {key: value for key, value in facts.items() if value not in (None, False, "", [])}


def meanings(values):
    """What coded values mean: `12 open, 20 partial`; nothing where code and meaning are the same word."""
    told = {code: text for code, text in values.items() if code != text.lower()}
    return ", ".join(f"{code} {text}" for code, text in told.items()) or None


# -- Tryton --------------------------------------------------------------------------------------------------------

TRYTON_TYPES = {
    "char": "string", "text": "string", "integer": "integer", "float": "float", "numeric": "decimal",
    "boolean": "boolean", "date": "date", "datetime": "datetime", "timestamp": "datetime", "binary": "binary",
    "timedelta": "float", "many2one": "integer", "reference": "string",
}


def table(model):
    """A model's name as the name of its table, because names of entities have no points."""
    return model.replace(".", "_")


def tryton_property(field, models, is_member=False):
    kind = field["type"]
    target = field.get("ref")
    facts = {
        "max": field.get("max"),
        "required": field.get("mandatory") and not field.get("readOnly"),
        "readOnly": field.get("readOnly") or (field.get("computed") and not field.get("settable")),
        "createOnly": field.get("readOnlyWhen") == "id >= 0",
        "ref": table(target) if target in models else None,
        "about": f"Refers to {target}." if target and target not in models else None,
        "source": field["source"],
    }
    if kind == "one2many" and target in models and not is_member:
        # A record holds the records of a one2many: they are read and written together with it.
        members = {
            name: tryton_property(member, models, is_member=True)
            for name, member in models[target]["fields"].items()
            if member["type"] not in ("one2many", "many2many")
        }
        facts["about"] = f"The records of {target} that belong to this one."
        facts["ref"] = None
        return property_of("list", of="object", **facts) | {"properties": members}
    if kind in ("one2many", "many2many"):
        return property_of("list", of="integer", **facts)
    if kind == "multiselection":
        return property_of("list", of="string", **facts)
    if kind == "timedelta":
        facts["about"] = "A length of time, in seconds."
    if kind == "reference":
        facts["about"] = f"The name of a model and the number of a record: {field['enum'][0]} and its number."
    if kind == "selection":
        values = field.get("enum")
        if not values:
            return property_of("string", **facts | {"about": field["enumNote"].capitalize() + "."})
        return property_of("enum", values=list(values), **facts | {"about": meanings(values)})
    return property_of(TRYTON_TYPES[kind], **facts)


def tryton(models):
    entities = {}
    for model, content in models.items():
        fields = content["fields"]
        properties = {"id": property_of("integer", key=True, readOnly=True, source=fields["id"]["source"])}
        for name, field in fields.items():
            if name != "id":
                properties[name] = tryton_property(field, models)
        title = content["recName"] if content["recName"] in fields else "rec_name"
        entities[table(model)] = {"resource": content["path"], "title": title, "properties": properties}
    head = {
        "system": "Tryton",
        "about": "Business software for parties, products, sales, stock and bookkeeping.",
        "protocol": "rest",
        "modified": "last_modified_at",
        "changes": {"cursor": "last_modified_at", "kind": "timestamp", "deletes": {"kind": "keys"}},
    }
    return head, entities


# -- Salesforce ----------------------------------------------------------------------------------------------------

SALESFORCE_TYPES = {
    "string": "string", "textarea": "string", "phone": "string", "url": "string", "email": "string",
    "combobox": "string", "picklist": "string", "id": "string", "reference": "string", "boolean": "boolean",
    "date": "date", "datetime": "datetime", "int": "integer", "double": "decimal", "currency": "decimal",
    "percent": "decimal", "address": "json",
}


def salesforce_property(name, field):
    kind = field.get("type") or field["apexType"].lower()
    targets = field.get("referenceTo") or field.get("referenceToSample") or []
    outside = [target for target in targets if target not in SALESFORCE]
    about = []
    if outside:
        also = "Also refers" if len(outside) < len(targets) else "Refers"
        about.append(f"{also} to {', '.join(outside)}.")
    if field.get("access") == "updateOnly":
        about.append("Not given at creation.")
    if field.get("feature"):
        about.append(f"Needs {field['feature']}.")
    values = field.get("picklist") if kind == "picklist" else None
    has_length = SALESFORCE_TYPES[kind] == "string" and not values
    label = field.get("label", "").strip()
    return property_of(
        "enum" if values else SALESFORCE_TYPES[kind],
        values=values,
        open=bool(values) and not field.get("restrictedPicklist"),
        key=kind == "id",
        required=field.get("requiredOnCreate"),
        readOnly=kind in ("id", "address") or field.get("access") == "readOnly",
        createOnly=field.get("access") == "createOnly",
        max=(18 if kind in ("id", "reference") else field.get("length")) if has_length else None,
        precision=field.get("precision") if SALESFORCE_TYPES[kind] == "decimal" else None,
        scale=field.get("scale") if SALESFORCE_TYPES[kind] == "decimal" else None,
        ref=[target for target in targets if target in SALESFORCE],
        label=label if label != name else None,
        about=" ".join(about),
        source=field["source"],
    ) | ({"default": field["default"]} if "default" in field else {})


def salesforce(objects):
    entities = {}
    for name in SALESFORCE:
        content = objects[name]
        entity = {"label": content["label"]} if content["label"] != name else {}
        if "feature" in content:
            entity["feature"] = content["feature"]
        if "IsDeleted" not in content["fields"]:
            entity["changes"] = {"cursor": "SystemModstamp", "kind": "timestamp", "deletes": {"kind": "keys"}}
        entity["properties"] = {key: salesforce_property(key, field) for key, field in content["fields"].items()}
        entities[name] = entity
    head = {
        "system": "Salesforce",
        "about": "Customer relationship management in the cloud.",
        "protocol": "salesforce",
        "modified": "LastModifiedDate",
        "changes": {
            "cursor": "SystemModstamp", "kind": "timestamp", "lookback": "5m",
            "deletes": {"kind": "flag", "property": "IsDeleted"},
        },
    }
    return head, entities


# -- Exact Online --------------------------------------------------------------------------------------------------

EXACT_TYPES = {
    "Edm.String": "string", "Edm.Guid": "guid", "Edm.Double": "float", "Edm.DateTime": "datetime",
    "Edm.Boolean": "boolean", "Edm.Byte": "integer", "Edm.Int16": "integer", "Edm.Int32": "integer",
    "Edm.Int64": "integer", "Edm.Binary": "binary",
}
# What the service that reads changes shows beyond the entity itself, and a sync needs.
SYNC_PROPERTIES = ["Timestamp", "Created", "Modified"]


def exact_property(field, resources, is_member=False):
    place = field.get("ref", "")
    resource, _, by = place.split(" (")[0].partition(" by ")
    target = resources.get(resource)
    facts = {
        "max": field.get("max"),
        "key": field.get("key") and not is_member,
        "required": field.get("mandatory"),
        "readOnly": field.get("readOnly") or field.get("key"),
        "createOnly": field.get("createOnly"),
        "unique": field.get("note", "").startswith("unique"),
        "source": field["source"],
    }
    if field["type"] == "Collection":
        if resource.rpartition("/")[2] not in EXACT or is_member:
            return property_of("json", **facts)
        members = {name: exact_property(member, resources, True) for name, member in target[1].items()}
        return property_of("list", of="object", **facts) | {"properties": members}
    if "enum" in field:
        return property_of("enum", values=list(field["enum"]), about=meanings(field["enum"]), **facts)
    if by or (resource and not target):
        facts["about"] = f"The {by} of a record of {resource}." if by else f"Refers to {resource}."
    elif target:
        facts["ref"] = target[0]
    return property_of(EXACT_TYPES[field["type"]], **facts)


def exact(content):
    prefix = "/api/v1/{division}/"
    resources = {content[name]["path"].removeprefix(prefix): (name, content[name]["fields"]) for name in EXACT}
    entities = {}
    for name in EXACT:
        described = content[name]
        properties = {key: exact_property(field, resources) for key, field in described["fields"].items()}
        for key, kind in described.get("syncOnlyFields", {}).items():
            if key in SYNC_PROPERTIES:
                properties[key] = property_of(EXACT_TYPES[kind], readOnly=True, source="pi (sync)")
        entity = {"resource": described["path"].removeprefix(prefix)}
        if "POST" not in described["methods"]:
            entity["readOnly"] = True
        if "Timestamp" not in properties and "Modified" in properties:
            entity["changes"] = {"cursor": "Modified", "kind": "timestamp", "deletes": {"kind": "keys"}}
        elif "Timestamp" not in properties:
            # The lines come in the stream of their heads.
            properties["Timestamp"] = property_of("integer", readOnly=True, source="pi (sync)")
        entities[name] = entity | {"properties": properties}
    head = {
        "system": "Exact Online",
        "aliases": ["Exact"],
        "about": "Bookkeeping, sales and stock in the cloud.",
        "protocol": "exact",
        "modified": "Modified",
        "changes": {"cursor": "Timestamp", "kind": "rowversion", "deletes": {"kind": "feed", "retention": "60d"}},
    }
    return head, entities


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    schemas, output = map(pathlib.Path, sys.argv[1:])
    parts = [("tryton", tryton, "entities"), ("salesforce", salesforce, "objects"), ("exactonline", exact, "entities")]
    for name, describe, key in parts:
        schema = json.loads((schemas / f"{name}.json").read_text(encoding="utf-8"))
        head, entities = describe(schema[key])
        title = head["system"]
        used = json.dumps(entities)
        comment = [
            f"{title} as its schema export shows it; written by make.py beside this file, not by hand.",
            "All properties of every entity stand here, also those that no document uses: see ../README.md.",
            "",
            "Where the facts come from (the keys of `source`):",
        ]
        for source, place in schema["sources"].items():
            if f'"source": "{source}' in used:
                text = f"  {source}: {place.replace('PyPI ', '')}"
                comment.extend(textwrap.wrap(text, WIDTH - 2, subsequent_indent=" " * 6, break_on_hyphens=False))
        file = "exact-online" if name == "exactonline" else name
        write(output / f"{file}.yaml", comment, head, entities)


if __name__ == "__main__":
    main()
