"""What the machine that measures says of itself."""

from __future__ import annotations

import psutil


def taken_away(before, after) -> str:
    """Return what share of the working processors a virtual machine's host gave to others."""
    spent = {name: getattr(after, name) - getattr(before, name) for name in after._fields}
    busy = sum(spent.values()) - spent["idle"] - spent.get("iowait", 0.0)
    share = 100 * spent.get("steal", 0.0) / max(busy, 1e-9)
    return f"{psutil.cpu_count()} processors; their host took {share:.1f} % of their work away\n"
