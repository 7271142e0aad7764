"""What the browser's lab gives a student to open."""

import json
import re

from authoring.site import lab


def test_every_link_of_a_lesson_and_a_document_leads_to_a_file(tmp_path):
    lab.copy_files(tmp_path)
    missing = [
        (place.name, target)
        for place in sorted(tmp_path.rglob("*.*"))
        for text in texts(place)
        for target in re.findall(r"\]\(([^)\s]+)\)", text)
        if not re.match(r"\w+:|#", target)
        and not (place.parent / target.partition("#")[0]).exists()
    ]
    assert missing == []


def texts(place):
    if place.suffix == ".md":
        return [place.read_text(encoding="utf-8")]
    if place.suffix != ".ipynb":
        return []
    cells = json.loads(place.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
