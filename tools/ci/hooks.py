"""What schemathesis is told of our document: a media type, and a spelling that it reads fast."""

import json
import re

import schemathesis

CLASS = r"\[[^\]]+\]"


@schemathesis.serializer("application/x-ndjson")
def ndjson(_context, value):
    """Bulk imports: a JSON document on each line."""
    lines = value if isinstance(value, list) else [value]
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


@schemathesis.hook
def before_load_schema(_context, raw_schema):
    """Patterns of our text, spelled so that what they admit can be drawn; they admit the same.

    Text of which one character is seen: `[seen]` becomes `(?!$)[seen]`. Schemathesis would draw a
    pattern of one class and a length together, to `^[seen]{1,20000}$`: text without a blank, and half
    a second for each of the validators that it makes of it.

    A line of which one character is seen: `^(?=.*[seen])[line]*$` becomes `^[line]*[seen][line]*$`,
    as whatever is seen may stand on a line. What looks ahead is drawn blindly and thrown away: a line
    of the greatest length was looked for during half a minute of processor time, and never found.
    """
    spell(raw_schema)


def spell(node):
    if isinstance(node, dict) and isinstance(node.get("pattern"), str) and "maxLength" in node:
        node["pattern"] = spelled(node["pattern"])
    for child in node.values() if isinstance(node, dict) else node:
        if isinstance(child, (dict, list)):
            spell(child)


def spelled(pattern):
    if re.fullmatch(CLASS, pattern):
        return f"(?!$){pattern}"
    return re.sub(rf"^\^\(\?=\.\*({CLASS})\)({CLASS})\*\$$", r"^\2*\1\2*$", pattern)
