// What the parts of the bar share: where lessons are, and how files are read.

/** Return the lesson in whose folder a path lies, or "". */
export function lessonOf(path) {
  return path.match(/^lessons\/(\d\d_\w+)\/[^/]+\.ipynb$/)?.[1] ?? "";
}

/** Return the path of the notebook that the page was asked for, or "". */
export function asked() {
  return new URLSearchParams(location.search).get("path") ?? "";
}

/** Keep which lesson was opened last: the site's pages lead back to it (base.html). */
export function opened(name) {
  try {
    localStorage.setItem("course-lesson", name);
  } catch {
    // Without storage they lead to the first lesson.
  }
}

export function pause() {
  return new Promise((done) => setTimeout(done, 100));
}

/** Return what a file of the student's holds as JSON, or an empty object. */
export async function read(contents, path) {
  try {
    const { content } = await contents.get(path, { type: "file", format: "text", content: true });
    return typeof content === "string" ? JSON.parse(content) : content;
  } catch {
    return {};
  }
}

export async function write(contents, path, value) {
  await contents.save(path, { type: "file", format: "text", content: JSON.stringify(value, null, 1) });
}

export async function saveNotebook(contents, path, content) {
  await contents.save(path, { type: "notebook", format: "json", content });
}

/** Return the lesson as the site has it now, whatever the student has of it. */
export async function fromSite(name) {
  const address = new URL(`../files/lessons/${name}/${name}.ipynb`, import.meta.url);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The site does not give ${name}.ipynb (${answer.status}).`);
  return answer.json();
}

export function text(cell) {
  return [cell.source].flat().join("");
}

/** Return what stands in the cells of a notebook, to be compared. */
export function sources(notebook) {
  return JSON.stringify(notebook.cells.map(text));
}

export function gradeId(cell) {
  return cell.metadata?.nbgrader?.grade_id ?? "";
}

/** Return where this page shows a notebook. */
export function addressOf(path) {
  const address = new URL(location.href);
  address.search = new URLSearchParams({ path });
  address.hash = "";
  return address.href;
}

/** Show a notebook, in this page. */
export function show(path) {
  location.assign(addressOf(path));
}
