// The map of the course and the questions that are due, in the lab.
import { pause } from "./common.mjs";

/** Where the start page is. */
export const START = "lessons/start.ipynb";

/** Its cells that show what is a student's own. */
const OWN = ["map", "review"];

/** Let Python show them: as the site has them, nobody has done anything yet. */
export async function draw({ commands, shell }) {
  const { content, context } = shell.currentWidget;
  while (content.widgets.length < content.model.cells.length) await pause();
  for (const [at, { model }] of content.widgets.entries()) {
    if (!OWN.includes(model.id)) continue;
    content.activeCellIndex = at;
    await commands.execute("notebook:run-cell");
  }
  content.activeCellIndex = 0;
  content.scrollToItem(0, "start");
  // They are shown anew at each visit; kept, this page would hide that of a later edition.
  context.model.dirty = false;
}
