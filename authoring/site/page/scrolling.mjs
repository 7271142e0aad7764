// Tab stops at code, tables, formulas and pictures only where they are too wide and scroll.
// Without scripts it stops at all of them. Where there is more to the side, that edge fades.

const wide = document.querySelectorAll('main [role="group"][tabindex]:not(.course-explorer-page)');

function fade(one) {
  // Widths are rounded, and where a reader has moved it to is not. From right to left it is below 0.
  one.classList.toggle("more", Math.abs(one.scrollLeft) + one.clientWidth < one.scrollWidth - 1);
}

/** A part of a folded hint has no width until it is unfolded: it is looked at again then. */
const watch = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    fade(target);
    if (target === document.activeElement) continue;
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const one of wide) {
  watch.observe(one);
  one.addEventListener("scroll", () => fade(one), { passive: true });
}
