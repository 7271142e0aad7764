// While the page and then Python load: what is happening, and how far it is.
import { asked, lessonOf, opened, pause } from "./common.mjs";

const WITHOUT_WORKER =
  "This address is not https: predictions are not kept here, and Stop does nothing; cells still end by themselves.";

const WITHOUT_STORAGE =
  "This browser keeps nothing for this page, so the lab cannot begin. Allow this site its data (cookies), then load the page again.";

const LATE =
  "Python has not come yet. On a slow line it takes minutes; else load the page again: what you wrote is kept.";

const INCOMPLETE = "A part of Python could not be fetched. Load the page again before you run a cell: what you wrote is kept.";

// How many pauses Python may take until one is told what to do: 90 seconds.
const PATIENCE = 900;

// How many pauses the notebook waits for its kernel behind the picture: 10 seconds.
const LATEST = 100;

// What a lesson's first cell imports: while the reader still reads. It is no cell of the notebook's.
const AHEAD = "import matplotlib.pyplot, course.browser\ncourse.browser.uncounted()";

/** Return JupyterLite's application once its notebook's Python is ready, saying how it goes. */
export async function start(about, say) {
  const bar = document.querySelector("#course-bar");
  const progress = bar.querySelector("progress");
  const waiting = document.querySelector("#course-waiting");
  const path = asked();
  const name = lessonOf(path);
  const lesson = about.lessons[name];
  const notebook = path.endsWith(".ipynb");
  if (lesson) {
    opened(name);
    document.title = lesson.title;
    waiting.querySelector("h1").textContent = lesson.title;
    const picture = waiting.querySelector("img");
    picture.src = new URL(`${name}.svg`, import.meta.url);
    waiting.querySelector("a").href = new URL(`../../../lessons/${name}.html`, import.meta.url);
    waiting.hidden = false;
  }
  if (!(await keeps())) {
    progress.remove();
    waiting.querySelector("p span").remove();
    say(WITHOUT_STORAGE);
    // Nothing goes on: JupyterLite would wait for ever.
    return new Promise(() => {});
  }
  say("The page is loading. At a first visit about 27 MB are fetched; later they are here.");
  const kernel = () => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel;
  if (notebook) {
    watch(kernel, say);
    beside(path);
  }
  while (!window.jupyterapp?.shell?.currentWidget?.content?.widgets?.length) {
    // A page without a notebook: the list of files.
    if (!notebook && window.jupyterapp?.shell) break;
    await pause();
  }
  const app = window.jupyterapp;
  // A cell that is run before there is a kernel is dropped; one that comes late hides no text.
  for (let left = LATEST; notebook && !kernel() && left > 0; left -= 1) await pause();
  waiting.remove();
  progress.value = 2;
  if (notebook) say("Python is loading. Read meanwhile; a cell that you run waits for it.");
  ready(kernel, notebook, () => {
    progress.remove();
    say(navigator.serviceWorker ? "Python is ready." : WITHOUT_WORKER);
  })
    .then(ahead)
    .then((whole) => whole || say(INCOMPLETE));
  return app;
}

/** Return whether the browser lets this page keep a student's files. */
async function keeps() {
  try {
    const asked = indexedDB.open("course");
    await new Promise((done, fail) => Object.assign(asked, { onsuccess: done, onerror: fail }));
    asked.result.close();
    return true;
  } catch {
    return false;
  }
}

/** Begin with Python while the page is still drawn: the notebook finds the session of its path. */
async function beside(path) {
  const services = () => window.jupyterapp?.serviceManager;
  while (!services()?.kernelspecs?.specs?.kernelspecs?.python) await pause();
  const [file] = path.split("/").slice(-1);
  const model = { path, name: file, type: "notebook", kernel: { name: "python" } };
  const session = await services().sessions.startNew(model);
  // The first connection to a kernel has its widgets: that must be the notebook's.
  session.dispose();
}

/** Tell once where Python does not come, at the start or after a restart: JupyterLite waits on. */
async function watch(kernel, say) {
  for (let late = 0; ; late += 1) {
    if (["idle", "busy"].includes(kernel()?.status)) late = 0;
    if (late === PATIENCE) say(LATE);
    await pause();
  }
}

/** Let a kernel that has nothing to do yet import; one that is ended meanwhile need not. */
async function ahead(kernel) {
  const asked = { code: AHEAD, silent: true, store_history: false };
  const reply = await kernel?.requestExecute(asked).done.catch(() => null);
  return reply?.content.status !== "error";
}

/** Tell when the notebook's kernel is idle; return it, if a notebook is open. */
async function ready(kernel, notebook, then) {
  while (notebook && kernel()?.status !== "idle") await pause();
  then();
  return kernel();
}
