// A lesson's links to other lessons, for who does not click on them.
import { addressOf } from "./common.mjs";

// Where JupyterLite gives a notebook as a file: its text, without the student's work.
const FILE = /\/files\/(lessons\/.+\.ipynb)$/;

/**
 * Let a link have the address of its lesson before the browser takes it: for the middle button, or in
 * the menu of the right one. A click is JupyterLite's, and looks at no address.
 */
export function lead() {
  const before = ({ target }) => {
    const link = target.closest?.("a[href]");
    const path = link && new URL(link.href).pathname.match(FILE)?.[1];
    if (path) link.href = addressOf(decodeURI(path));
  };
  for (const event of ["pointerdown", "contextmenu"]) document.addEventListener(event, before, true);
}
