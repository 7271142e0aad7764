"""What the browser's lab gives a student to open."""

import json
import re

from authoring.site import lab


def test_links_lead_to_files_and_each_document_is_linked_to(tmp_path):
    lab.copy_files(tmp_path)
    linked = {
        (place.parent / target.partition("#")[0]).resolve()
        for place in sorted(tmp_path.rglob("*.*"))
        for text in texts(place)
        for target in re.findall(r"\]\(([^)\s]+)\)", text)
        if not re.match(r"\w+:|#", target)
    }
    assert [file for file in linked if not file.exists()] == []
    assert {*tmp_path.resolve().glob("docs/*")} <= linked


def texts(place):
    if place.suffix == ".md":
        return [place.read_text(encoding="utf-8")]
    if place.suffix != ".ipynb":
        return []
    cells = json.loads(place.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
