"""The lines of solutions and hidden tests, which no student may see before the end."""

import re
from pathlib import Path

from authoring.build import lesson_files

LESSONS = lesson_files()
REGION = re.compile(
    r"### BEGIN (?:SOLUTION|HIDDEN TESTS)\n(.*?)### END (?:SOLUTION|HIDDEN TESTS)", re.DOTALL
)


def visible() -> set[str]:
    """Return every line that some lesson shows openly: a loop over steps, say."""
    texts = [REGION.sub("", lesson.read_text(encoding="utf-8")) for lesson in LESSONS]
    return {line.strip() for text in texts for line in text.splitlines()}


VISIBLE = visible()


def secrets(lesson: Path) -> set[str]:
    """Return every line of a solution or hidden test that says something and is not shown."""
    text = lesson.read_text(encoding="utf-8")
    lines = {line.strip() for region in REGION.findall(text) for line in region.splitlines()}
    return {line for line in lines - VISIBLE if len(re.sub(r"\W", "", line)) > 6}


def leaks(found: set[str], text: str) -> set[str]:
    """Return the lines of `found` that stand in `text`, plain or escaped as in HTML or JSON."""
    plain = text.replace('\\"', '"').replace("&quot;", '"').replace("&#39;", "'")
    plain = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return {line for line in found if line in plain or line in re.sub(r"<[^>]+>", "", plain)}
