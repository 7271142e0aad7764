"""The instructor's side: grade a class with nbgrader, and say what was done."""

import sys

# jsonschema, which nbformat imports, would build the grammar of international web addresses: more
# than a second in every process, for a format that no notebook's schema uses.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
