"""The course in a browser, with nothing to install: static files that any web server can give."""

from __future__ import annotations

import shutil
from pathlib import Path


def build(site: Path) -> tuple[int, int]:
    """Write the whole site into a folder, anew; return its size in bytes and its files."""
    from authoring.site import lab, pages

    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    lab.build(site)
    pages.build(site)
    files = [path for path in site.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files), len(files)
