// What the course adds to JupyterLite's page: a bar with the way out, and a working Stop.
import { asked, lessonOf } from "./common.mjs";
import { begin } from "./early.mjs";
import { announce } from "./edition.mjs";
import { keep, watchTabs } from "./keep.mjs";
import { lead } from "./links.mjs";
import { START, draw } from "./map.mjs";
import { start } from "./start.mjs";
import { listen } from "./stop.mjs";
import { handIn, takeBack } from "./work.mjs";

if (lessonOf(asked())) begin();

lead();

const bar = document.querySelector("#course-bar");
const said = bar.querySelector("[role=status]");
const chosen = bar.querySelector("input[type=file]");

const LOST = "A part of the page could not be fetched. Load it again.";

/** Say a sentence, with a button for what can be done about it. */
function say(text, label = "", act = () => {}, stays = Boolean(label)) {
  said.textContent = text;
  said.dataset.stays = stays ? "yes" : "";
  if (label) {
    const button = document.createElement("button");
    button.textContent = label;
    button.addEventListener("click", () => attempt(act));
    said.append(" ", button);
  }
  // JupyterLite takes the room that the bar leaves when the window's size changes.
  window.dispatchEvent(new Event("resize"));
}

/** Say what is to be read, however the loading goes. */
function warn(text) {
  say(text, "", undefined, true);
}

/** Say how the loading goes, unless there is a button that waits for an answer, or a warning. */
function loads(text) {
  if (!said.dataset.stays) say(text);
}

/** Return what the page knows of the lessons; that it did not come is said. */
async function lessons() {
  try {
    return await (await fetch(new URL("lessons.json", import.meta.url))).json();
  } catch (error) {
    say(LOST);
    throw error;
  }
}

/** Do what was asked for; why it could not be done is said, never swallowed. */
async function attempt(act) {
  try {
    const told = await act();
    if (told) say(told);
  } catch (error) {
    say(error.message);
  }
}

const about = await lessons();
const starting = start(about, loads);
// What is pressed while the page loads is done as soon as it can be.
const once = (act) => attempt(async () => act(await starting));
bar.querySelector("[data-act=hand-in]").addEventListener("click", () => once(handIn));
bar.querySelector("[data-act=open]").addEventListener("click", () => chosen.click());
chosen.addEventListener("change", () => {
  const [file] = chosen.files;
  chosen.value = "";
  if (file) once((app) => takeBack(app, about, file));
});
const app = await starting;
listen(app);
keep(app, bar.querySelector("a"));
watchTabs(asked(), warn);
attempt(() => announce(app, about, say));
if (asked() === START) attempt(() => draw(app));
