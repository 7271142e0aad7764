// A student's work out of the browser as one file, and back in.
import { gradeId, lessonOf, read, saveNotebook, show, sources, write } from "./common.mjs";

const PROGRESS = "lessons/progress.json";

/** Give one file: the notebook, and in its metadata the predictions and the progress. */
export async function handIn(app) {
  const { context } = app.shell.currentWidget ?? {};
  const name = lessonOf(context?.path ?? "");
  if (!name) return "Open a lesson first; then its file can be handed in.";
  const { contents } = app.serviceManager;
  // What cannot be kept here, since there is no room, is what a file is needed for most.
  const lost = await context.save().then(
    () => "",
    (error) => ` This browser could not keep your work (${error.message}); the file has it.`,
  );
  const notebook = context.model.toJSON();
  const progress = (await read(contents, PROGRESS))[name] ?? {};
  const predictions = await read(contents, `lessons/${name}/predictions.json`);
  notebook.metadata.course = { ...notebook.metadata.course, predictions, progress };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(notebook, null, 1)], { type: "application/x-ipynb+json" }));
  link.download = `${name}.ipynb`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  // The sentence stays; what is written after it is not in that file.
  const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return `${name}.ipynb, as it was at ${time}, is among your downloads: hand that file in, or keep it as a copy.${lost}`;
}

/** Put a file of the student's where its lesson is; what was there is kept under another name. */
export async function takeBack(app, about, file) {
  const { contents } = app.serviceManager;
  const notebook = await parsed(file);
  const name = lessonIn(notebook, about);
  if (!name) return `${file.name} holds no lesson of this course.`;
  const path = `lessons/${name}/${name}.ipynb`;
  const { predictions, progress, ...course } = notebook.metadata.course ?? {};
  notebook.metadata.course = course;
  // A file from elsewhere is not believed: what it shows may be text and pictures, no program.
  for (const cell of notebook.cells) delete cell.metadata.trusted;
  const open = app.shell.currentWidget?.context;
  // What was typed since the last save is kept, too, in whatever is open: the page leaves it. Without
  // room for it nothing goes on.
  if (open?.model.dirty) await open.save();
  await setAside(contents, name, path, notebook);
  if (open?.path === path) open.dispose();
  await saveNotebook(contents, path, notebook);
  // What was chosen first in this browser stays first.
  const beside = `lessons/${name}/predictions.json`;
  await write(contents, beside, { ...predictions, ...(await read(contents, beside)) });
  await write(contents, PROGRESS, merged(await read(contents, PROGRESS), name, progress));
  show(path);
  return `${file.name} is opened.`;
}

async function parsed(file) {
  let notebook = null;
  try {
    notebook = JSON.parse(await file.text());
  } catch {
    // Told below.
  }
  if (!Array.isArray(notebook?.cells)) throw new Error(`${file.name} is no notebook.`);
  // Some tools leave out what they take for nothing.
  notebook.cells = notebook.cells.filter((cell) => cell && typeof cell === "object");
  for (const one of [notebook, ...notebook.cells]) one.metadata ??= {};
  return notebook;
}

/** Return the lesson whose exercises a notebook has, whatever its file is called. */
function lessonIn(notebook, about) {
  const ids = new Set(notebook.cells.map(gradeId));
  const found = Object.entries(about.lessons).filter(([, { answers }]) => answers.some((one) => ids.has(one)));
  return found[0]?.[0] ?? "";
}

/** Keep what is in the place already under a name with the time, unless it is the same. */
async function setAside(contents, name, path, notebook) {
  const { content: before } = await contents.get(path, { type: "notebook", content: true });
  if (sources(before) === sources(notebook)) return;
  const time = new Date().toISOString().slice(0, 19).replaceAll(":", ".");
  await saveNotebook(contents, `lessons/${name}/before ${time}.ipynb`, before);
}

function merged(all, name, progress = {}) {
  const here = all[name] ?? {};
  const kinds = { ...progress, ...here };
  for (const kind of Object.keys(kinds)) kinds[kind] = { ...progress[kind], ...here[kind] };
  for (const [exercise, other] of Object.entries(progress.check ?? {})) {
    const own = here.check?.[exercise];
    if (own) kinds.check[exercise] = checked(own, other);
  }
  return { ...all, [name]: kinds };
}

/** Join what is known of an exercise from two browsers: what was right in one of them is done. */
function checked(own, other) {
  const [before, after] = own.last < other.last ? [own, other] : [other, own];
  return {
    ...after,
    first: own.first < other.first ? own.first : other.first,
    tries: Math.max(before.tries, after.tries),
    best: Math.max(before.best, after.best),
    done: before.done || after.done,
  };
}
