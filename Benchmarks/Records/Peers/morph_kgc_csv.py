"""Maps the twenty columns of a CSV file to RDF with morph-kgc: usage: morph_kgc_csv.py CSV DIRECTORY"""

import os
import sys

import morph_kgc

COLUMNS = [
    "leadNumber", "name", "city", "status", "description", "email", "phone", "street", "postalCode", "countryCode",
    "currency", "amount", "discount", "quantity", "isActive", "orderedOn", "deliveredAt", "remarks",
    "externalReference", "weight"]

csv, directory = sys.argv[1], sys.argv[2]
mapping = f"""@prefix rr: <http://www.w3.org/ns/r2rml#> .
@prefix rml: <http://semweb.mmlab.be/ns/rml#> .
@prefix ql: <http://semweb.mmlab.be/ns/ql#> .
<#Lead> rml:logicalSource [ rml:source "{csv}"; rml:referenceFormulation ql:CSV ];
  rr:subjectMap [ rr:template "urn:lead:{{leadNumber}}" ]"""
for column in COLUMNS:
    mapping += f""";
  rr:predicateObjectMap [ rr:predicate <urn:property:{column}>; rr:objectMap [ rml:reference "{column}" ] ]"""
path = os.path.join(directory, "mapping.ttl")
with open(path, "w") as file:
    file.write(mapping + " .\n")
config = f"[CONFIGURATION]\nlogging_level: ERROR\n[Leads]\nmappings: {path}\n"
print(len(morph_kgc.materialize_set(config)))
