"""The drawing program and its style sheet: the modules of page/, joined without a bundler."""

from __future__ import annotations

import json
import re
from pathlib import Path

PAGE = Path(__file__).parent.parent / "page"
LOOK = json.loads((PAGE / "look.json").read_text(encoding="utf-8"))
# The modules of the drawing program; each uses those before it alone.
MODULES = (
    "dom",
    "scales",
    "tables",
    "template",
    "frames",
    "marks",
    "panels",
    "player",
    "controls",
    "asker",
    "stage",
    "mount",
    "show",
)


def script() -> str:
    """Return the drawing program as a page holds it: its modules, joined into one script.

    Their names are unlike each other's, so what imports and exports say is not needed.
    """
    look = json.dumps(LOOK, separators=(",", ":"))
    parts = [(PAGE / f"{name}.js").read_text(encoding="utf-8") for name in MODULES]
    joined = re.sub(r"^import .*\n|^export (?=\w)", "", "\n".join(parts), flags=re.MULTILINE)
    # What is only for those who read the modules: remarks, and the room before a line.
    joined = re.sub(r"^ *//.*\n|^ */\*\*(?:.|\n)*?\*/\n", "", joined, flags=re.MULTILINE)
    return f"const LOOK = {look};\n" + re.sub(r"\n\s+", "\n", joined)


def style() -> str:
    """Return the style sheet, with the sizes and colours of `look.json`."""
    text = (PAGE / "explorer.css").read_text(encoding="utf-8")
    sizes = LOOK["text"]
    # A picture grows as a whole (`sizes` in scales.js), so its letters keep theirs in it.
    values = {"letters": f"{sizes['body']}px", "picture": f"{sizes['small']}px"}
    values |= {
        f"text-{name}": f"calc(var(--ce-body) * {size} / {sizes['body']})"
        for name, size in sizes.items()
    }
    values |= {f"line-{name}": f"{width}px" for name, width in LOOK["line"].items()}
    values |= {
        name: f"light-dark({light}, {LOOK['dark'][name]})" for name, light in LOOK["light"].items()
    }
    variables = " ".join(f"--ce-{name}: {value};" for name, value in values.items())
    return text.replace("/* sizes and colours */", variables)
