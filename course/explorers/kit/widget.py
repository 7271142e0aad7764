"""Showing an explorer: live beside a kernel, as a page without one, as a picture without both."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Callable, Mapping, Sequence

import anywidget
import traitlets
from IPython.core.getipython import get_ipython
from IPython.display import display

from course.explorers.kit import still
from course.explorers.kit.controls import Control
from course.explorers.kit.packing import plain
from course.explorers.kit.page import script, style
from course.explorers.kit.scene import Scene
from course.figures.style import Picture
from course.live import show_live
from course.validate import InputError

# What a notebook may grow by when an explorer is shown in it.
LARGEST = 300_000


class Live(anywidget.AnyWidget):
    """The explorer in the browser while its kernel runs."""

    _esm = f"{script()}\nexport default {{ render }};"
    _css = style()
    spec = traitlets.Dict().tag(sync=True)
    tables = traitlets.Bytes().tag(sync=True)


class Explorer:
    """An interactive picture; name it last in a cell to show it.

    Attributes:
        name: The function a lesson calls.
        title: What stands above it.
        controls: What the reader can move, in the order of the Tab key.
        scene: Works out the Scene; it is given the value of each control that asks Python, by
            name (a number, or a position), and nothing else decides what it returns. Raise
            InputError for values that cannot be used.
    """

    def __init__(
        self,
        name: str,
        title: str,
        controls: Sequence[Control],
        scene: Callable[..., Scene],
    ) -> None:
        """Work out the first scene."""
        self.name, self.title, self.controls = name, title, tuple(controls)
        self._scene = scene
        asking = (control for control in self.controls if getattr(control, "ask", False))
        values = {c.name: c.value if hasattr(c, "value") else c.at for c in asking}
        self.scene = self._worked_out(**values)
        self.live: Live | None = None
        # Whether the page's version comes after the live one: it shows how a watched run ended.
        self.late = False
        self._known: Scene | None = None

    # ---- without a kernel ----

    @property
    def positions(self) -> dict[str, int]:
        """Where each control stands at first."""
        return {c.name: c.at for c in self.controls if hasattr(c, "at")}

    @property
    def alt(self) -> str:
        """The picture in words: what each panel shows, and the state."""
        panels = [panel.label for panel in self.scene.panels if hasattr(panel, "label")]
        templates = [f"{self.title}.", *panels, f"Shown here: {self.scene.sentence}."]
        at = self.positions
        return " ".join(self.scene.filled(text, self.controls, at) for text in templates)

    def picture(self, moved: Mapping[str, int] | None = None) -> Picture:
        """Return it as a still picture; `moved` controls stand elsewhere than at first."""
        at = {**self.positions, **(moved or {})}
        return still.picture(self.scene, self.controls, self.title, at).described(self.alt)

    @property
    def text(self) -> str:
        """The fixed text form."""
        return f"Explorer: {self.alt}"

    def __repr__(self) -> str:
        return self.text

    def spec(self) -> tuple[dict, bytes]:
        """Return the whole description and the tables' bytes."""
        spec, tables = self.scene.description()
        spec["controls"] = [plain(control) for control in self.controls]
        return {**spec, "title": self.title, "key": self.name}, tables

    def page(self, png: bytes) -> str:
        """Return the explorer as HTML that needs neither a kernel nor a network."""
        spec, tables = self.spec()
        description = json.dumps(spec, ensure_ascii=False, separators=(",", ":"))
        # A closing tag inside a text would end the script.
        description = description.replace("</", "<\\u002f")
        packed = base64.b64encode(tables).decode()
        picture = base64.b64encode(png).decode()
        return (
            f'<div class="course-explorer-page" data-key="{self.name}"{" data-late" * self.late}>'
            f'<img alt="{html.escape(self.alt, quote=True)}" style="max-width:100%" '
            f'src="data:image/png;base64,{picture}">'
            f"<style>{style()}</style>"
            "<script data-course-explorer>(() => {"
            "const root = document.currentScript.parentElement;\n"
            f"{script()}"
            f"page(root, {description}, '{packed}');"
            "})()</script></div>"
        )

    def bundle(self) -> tuple[dict, dict]:
        """Return the outputs for readers without a kernel, by type, and their metadata."""
        png = self.picture().png()
        data = {
            "text/html": self.page(png),
            "image/png": base64.b64encode(png).decode(),
            "text/plain": self.text,
        }
        return data, {"image/png": {"alt": self.alt}}

    # ---- with a kernel ----

    def _ipython_display_(self) -> None:
        """Show two outputs: the page's, and a live one that takes its place while it runs.

        In one output both could not be: JupyterLab shows "model not found" for a live one
        without its kernel, and never looks at what else the output holds.
        """
        self._show_page()
        replace(self)
        self._show_live()

    def watch(self) -> None:
        """Show the live one alone, for what `push` will show; `finish` adds the page's."""
        self.late = True
        replace(self)
        self._show_live()

    def stand(self, scene: Scene) -> None:
        """Take another scene as the one that is shown first."""
        self.controls = tuple(scene.renewed(self.controls))
        self.scene = scene.checked(self.controls)

    def finish(self, scene: Scene) -> None:
        """Show the last scene of what was watched, and store it for readers without a kernel."""
        self.stand(scene)
        self.push(scene)
        self._show_page()
        if self.live is not None:
            # A browser that draws it anew, or that was late, begins with the last scene.
            with self.live.hold_sync():
                self.live.spec, self.live.tables = self.spec()

    def _show_page(self) -> None:
        data, metadata = self.bundle()
        display(data, metadata=metadata, raw=True)

    def _show_live(self) -> None:
        spec, tables = self.spec()
        self.live = Live(spec=spec, tables=tables)
        self._known = self.scene
        self.live.on_msg(self._asked)
        show_live(self.live)

    def _asked(self, _widget, message: dict, _buffers) -> None:
        """Answer the browser's question with a new scene, under the question's number."""
        number = message["number"]
        try:
            scene = self._worked_out(**_plain(message["values"]))
        except InputError as error:
            self.live.send({"number": number, "problem": str(error)})
            return
        self._send(scene, number=number)

    def _worked_out(self, **values) -> Scene:
        return self._scene(**values).checked(self.controls)

    def push(self, scene: Scene) -> None:
        """Show another scene without being asked: something that Python watches has moved on."""
        if self.live is not None:
            self._send(scene)

    def _send(self, scene: Scene, **about) -> None:
        # What differs from the first scene: the browser may have dropped what came between.
        spec, tables = scene.description(known=self._known)
        self.live.send({**about, "scene": spec}, buffers=[tables])

    def close(self) -> None:
        """Take the live one away; the page's stays."""
        if self.live is not None:
            self.live.close()
            self.live = None


def _plain(values: dict) -> dict:
    """Return the values with None where the browser has null: Pyodide has another object there."""
    return {k: None if type(value).__name__ == "JsNull" else value for k, value in values.items()}


_shown: dict[str, tuple[str, list[Explorer]]] = {}


def replace(explorer: Explorer) -> None:
    """Close what an earlier run of the same cell showed, and remember `explorer` for the next."""
    shell = get_ipython()
    # ipykernel's shell knows the request that runs this; in a browser its kernel does.
    asked = shell if hasattr(shell, "get_parent") else getattr(shell, "kernel", None)
    parent = asked.get_parent() if hasattr(asked, "get_parent") else {}
    cell = parent.get("metadata", {}).get("cellId") or parent.get("content", {}).get("code", "")
    run = parent.get("header", {}).get("msg_id", "")
    before, explorers = _shown.get(cell, ("", []))
    if before != run:
        for old in explorers:
            old.close()
        explorers = []
    _shown[cell] = (run, [*explorers, explorer])
