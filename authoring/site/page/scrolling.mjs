// Where Tab stops beside links and fields: at code, tables, formulas and pictures only where they
// are too wide and scroll, and at an explorer that has not come to life yet.
// Without scripts it stops at all of them.

const wide = document.querySelectorAll('main [role="group"][tabindex]');

/** A part of a folded hint has no width until it is unfolded: it is looked at again then. */
const watch = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target === document.activeElement) continue;
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const one of wide) watch.observe(one);

/**
 * An explorer is a picture until it is looked at, and has no controls that Tab could find. So Tab
 * stops at the picture, which brings it into the window, and then goes on to its controls.
 */
function stopAt(explorer) {
  const label = { tabindex: "0", role: "group", "aria-label": "explorer" };
  const settle = () => {
    if (explorer.querySelector(":scope > img") || explorer === document.activeElement) return;
    for (const name of Object.keys(label)) explorer.removeAttribute(name);
  };
  for (const [name, value] of Object.entries(label)) explorer.setAttribute(name, value);
  explorer.addEventListener("blur", settle);
  new MutationObserver(settle).observe(explorer, { childList: true });
  settle();
}
document.querySelectorAll(".course-explorer-page").forEach(stopAt);
