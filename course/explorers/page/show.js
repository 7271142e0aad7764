// Where an explorer is shown: live beside a kernel, or in a page without one.

import { asker } from "./asker.js";
import { element } from "./dom.js";
import { mount } from "./mount.js";

/** Hide the page version of a live explorer, before it or late after it; return how to show it. */
function replacing(live, key) {
  let page = null;
  for (const other of document.querySelectorAll(`.course-explorer-page[data-key="${key}"]`)) {
    const before = other.compareDocumentPosition(live) & Node.DOCUMENT_POSITION_FOLLOWING;
    if ("late" in other.dataset ? !before && !page : before) page = other;
  }
  page?.setAttribute("hidden", "");
  return () => page?.removeAttribute("hidden");
}

/** Show the explorer of a live widget. */
export function render({ model, el }) {
  const live = element("div", { class: "course-explorer-live" });
  el.append(live);
  const asking = asker(model);
  const end = mount(live, model.get("spec"), model.get("tables"), asking);
  let shown = () => {};
  let placing = 0;
  // Not in the page yet: which page version is the nearest can be seen one frame later.
  const place = () => {
    placing = requestAnimationFrame(() => (shown = replacing(live, model.get("spec").key)));
  };
  place();
  // Python stores the last scene once a page version of it stands there.
  model.on("change:spec", place);
  return () => {
    cancelAnimationFrame(placing);
    model.off("change:spec", place);
    end();
    asking.close();
    shown();
  };
}

/**
 * Let Tab stop at an explorer that is a picture still, and has no controls: that brings it into the
 * window and to life. Return how to take the stop away again.
 */
function stopAt(root) {
  const label = { tabindex: "0", role: "group", "aria-label": "explorer" };
  for (const [name, value] of Object.entries(label)) root.setAttribute(name, value);
  const leave = () => Object.keys(label).forEach((name) => root.removeAttribute(name));
  return () => {
    // Whoever stands there goes on from there.
    if (root === document.activeElement) root.addEventListener("blur", leave, { once: true });
    else leave();
  };
}

/** Bring a page without Python to life, once it is looked at and no live one has taken over. */
export function page(root, spec, base64) {
  const awake = stopAt(root);
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    setTimeout(() => {
      if (root.offsetParent === null) return watch.observe(root);
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const stage = element("div");
      root.querySelector("img").replaceWith(stage);
      mount(stage, spec, new DataView(bytes.buffer), null);
      awake();
    }, 300);
  });
  watch.observe(root);
}
