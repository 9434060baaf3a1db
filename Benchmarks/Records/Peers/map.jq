# The twenty rows of Specs/dataflows/shop-to-ledger.yaml as far as jq can say them: decimals are floating-point numbers.
def trimmed: if . == null then null else (sub("^\\s+"; "") | sub("\\s+$"; "") | if . == "" then null else . end) end;
def rounded: if . == null then null else (. * 100 | round / 100) end;
{number: (.leadNumber | trimmed), title: (.name | trimmed), town: (.city | trimmed),
 state: (if .status == null then null else ({open: "O", active: "A", closed: "C"}[.status] // error("no such status")) end),
 notes: (.description | trimmed), mail: (.email | trimmed), telephone: (.phone | trimmed),
 address: (.street | trimmed), zip: (.postalCode | trimmed), country: (.countryCode | trimmed),
 currency: ((.currency | trimmed) // "EUR"), total: (.amount | rounded), reduction: (.discount | rounded),
 pieces: .quantity, active: .isActive,
 orderDate: (.orderedOn | if . == null then null else (split(".") | "\(.[2])-\(.[1])-\(.[0])") end),
 delivered: .deliveredAt, comment: (.remarks | trimmed), reference: (.externalReference | trimmed),
 grossWeight: (.weight | if . == null then null else (rounded | tostring) end)}
