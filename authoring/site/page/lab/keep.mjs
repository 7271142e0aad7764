// What was typed is kept before the page may go, and a second tab with the same lesson is told of.

const TWICE =
  "This lesson is open in another tab, too. Go on in one of them: what is written in both cannot be kept.";

const ALONE = "The other tab with this lesson is closed. Load the page again: what was written there is kept.";

/** Keep what was typed when the page is no longer seen, and before the bar's link leads away. */
export function keep({ shell }, link) {
  const typed = () => {
    const { context } = shell.currentWidget ?? {};
    return context?.model?.dirty ? context : null;
  };
  // A tablet ends a page that is not seen without a word. JupyterLite says why it cannot be kept.
  const save = () => typed()?.save().catch(() => {});
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) save();
  });
  link.addEventListener("click", async (event) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (elsewhere || !typed()) return;
    // Else the browser asks whether changes are to be lost.
    event.preventDefault();
    await save();
    location.assign(link.href);
  });
}

/** Say where a notebook is open in another tab: each would undo what the other one keeps. */
export function watchTabs(path, warn) {
  const { locks } = navigator;
  const name = `course:${path}`;
  const hold = () => new Promise(() => {});
  if (!path || !locks) return;
  locks.request(name, { ifAvailable: true }, (mine) => {
    if (mine) return hold();
    warn(TWICE);
    locks.request(name, () => {
      warn(ALONE);
      return hold();
    });
    return null;
  });
}
