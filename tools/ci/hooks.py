"""What schemathesis is told of our document: a media type, a spelling that it reads fast, and turns."""

import json
import re

import schemathesis
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import CoveragePhaseData

CLASS = r"\[[^\]]+\]"
# One operation in so many tries out each oddity of what all of them have in common.
TURNS = 4
common_headers = set()
turns = {}


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
    parameters = raw_schema["components"]["parameters"].values()
    common_headers.update(one["name"] for one in parameters if one["in"] == "header")


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


@schemathesis.hook
def filter_case(_context, case):
    """Operations take turns with the oddities of what one function reads for all of them.

    The values of a common header, and the methods that a path does not have, were 6,500 of the 22,300
    cases of coverage. Each of them is still sent to every fourth operation, and what is drawn at
    random has them for all. That a header is missing is tried out by each.
    """
    common = common_part(case)
    if common is None:
        return True
    operations = turns.setdefault(common, {})
    first, tried = operations.get(case.operation.label, (len(operations), 0))
    operations[case.operation.label] = (first, tried + 1)
    return (first + tried) % TURNS == 0


def common_part(case):
    phase = None if case.meta is None else case.meta.phase.data
    if not isinstance(phase, CoveragePhaseData) or phase.scenario == "missing_parameter":
        return None
    if phase.scenario == "unspecified_http_method":
        return phase.scenario
    is_header = phase.parameter_location == ParameterLocation.HEADER
    return phase.parameter if is_header and phase.parameter in common_headers else None
