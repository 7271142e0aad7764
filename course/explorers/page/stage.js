// The page's own parts of an explorer.

import { element } from "./dom.js";

/** The page's parts, empty. */
export function parts(root) {
  root.classList.add("course-explorer");
  root.setAttribute("role", "group");
  const heading = element("p", { class: "ce-title" });
  const bar = element("div", { class: "ce-controls" });
  const sentence = element("p", { class: "ce-said", "aria-hidden": "true" });
  const live = element("p", { class: "ce-live", role: "status", "aria-live": "polite" });
  const pictures = element("div", { class: "ce-panels" });
  root.replaceChildren(heading, bar, sentence, live, pictures);
  return { heading, bar, sentence, live, pictures };
}

/** Keys are the explorer's: the notebook would take arrow keys and letters for itself. */
export function keepKeys(event) {
  const running = event.key === "Enter" && (event.shiftKey || event.ctrlKey || event.metaKey);
  if (event.key !== "Escape" && !running && !event.ctrlKey && !event.metaKey) {
    event.stopPropagation();
  }
}
