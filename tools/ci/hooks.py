"""What schemathesis is told of our document: a media type, and a spelling that it reads fast."""

import json

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def ndjson(_context, value):
    """Bulk imports: a JSON document on each line."""
    lines = value if isinstance(value, list) else [value]
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


@schemathesis.hook
def before_load_schema(_context, raw_schema):
    """Text of which one character is seen stays that: `[seen]` becomes `(?!$)[seen]`.

    Schemathesis would draw a pattern of one class and a length together, to `^[seen]{1,20000}$`:
    text without a blank, and half a second for each of the validators that it makes of it.
    """
    spell(raw_schema)


def spell(node):
    if isinstance(node, dict):
        pattern = node.get("pattern")
        if isinstance(pattern, str) and is_class(pattern) and "maxLength" in node:
            node["pattern"] = f"(?!$){pattern}"
    for child in node.values() if isinstance(node, dict) else node:
        if isinstance(child, (dict, list)):
            spell(child)


def is_class(pattern):
    return pattern.startswith("[") and pattern.find("]") == len(pattern) - 1
