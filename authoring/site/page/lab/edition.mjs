// A lesson that was changed since the student began it: announced, and put beside theirs.
import { fromSite, gradeId, lessonOf, saveNotebook, show, sources, text } from "./common.mjs";

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
    // What was typed since the last save is the newest there is; what only stands open is not.
    const { content: before } = await contents.get(context.path, { type: "notebook", content: true });
    if (sources(before) !== sources(context.model.toJSON())) await context.save();
    await saveNotebook(contents, path, withAnswers(await fromSite(name), await own(contents, name)));
  }
  show(path);
}

/**
 * Return the student's notebooks of a lesson, the newest last: of each edition that was opened there
 * is one, and the site's links lead to the first. What was set aside has another beginning.
 */
async function own(contents, name) {
  const { content: files } = await contents.get(`lessons/${name}`, { content: true });
  const mine = files.filter((file) => file.name === `${name}.ipynb` || file.name.startsWith(`${name} `));
  mine.sort((one, other) => new Date(one.last_modified) - new Date(other.last_modified));
  const whole = ({ path }) => contents.get(path, { type: "notebook", content: true });
  return (await Promise.all(mine.map(whole))).map(({ content }) => content);
}

/** Return the new lesson with the answers that are written in the old ones. */
function withAnswers(lesson, old) {
  const answers = old.flatMap(({ cells }) => cells.map((cell) => [gradeId(cell), text(cell)]));
  const written = new Map(answers.filter(([, answer]) => !STUB.test(answer)));
  for (const cell of lesson.cells) {
    const answer = written.get(gradeId(cell));
    if (gradeId(cell).endsWith("-answer") && answer !== undefined) cell.source = answer;
  }
  return lesson;
}
