// A lesson that was changed since the student began it: announced, and put beside theirs.
import { fromSite, gradeId, lessonOf, saveNotebook, show, text } from "./common.mjs";

/** What nobody has written yet. */
const STUB = /raise NotImplementedError|^\s*\w+ = \.\.\.\s*$/m;

/** Say so where the open lesson is of another edition than the site's. */
export async function announce(app, about, say) {
  const { context } = app.shell.currentWidget ?? {};
  const name = lessonOf(context?.path ?? "");
  if (!name) return;
  await context.ready;
  const began = context.model.metadata.course?.edition;
  const now = about.lessons[name].edition;
  if (!began || began === now) return;
  say(
    "This lesson was changed since you began it. Yours stays as it is.",
    "Open the new one, with my answers",
    () => openNew(app, context, name, now),
  );
}

async function openNew(app, context, name, now) {
  const { contents } = app.serviceManager;
  const path = `lessons/${name}/${name} ${now}.ipynb`;
  const there = await contents.get(path, { content: false }).catch(() => null);
  if (!there) {
    await context.save();
    const { content: own } = await contents.get(context.path, { type: "notebook", content: true });
    await saveNotebook(contents, path, withAnswers(await fromSite(name), own));
  }
  show(path);
}

/** Return the new lesson with the answers that are written in the old one. */
function withAnswers(lesson, own) {
  const written = new Map(own.cells.map((cell) => [gradeId(cell), text(cell)]));
  for (const cell of lesson.cells) {
    const answer = written.get(gradeId(cell));
    if (gradeId(cell).endsWith("-answer") && answer !== undefined && !STUB.test(answer)) cell.source = answer;
  }
  return lesson;
}
