// Clears what was chosen in the questions of this page; nothing is asked of a server.
// Without scripts there is nothing to clear, and no button.

const clear = document.querySelector("#clear");
const questions = document.querySelectorAll("main script[data-course-question]");

function forget() {
  // The names that question.js keeps choices by. A page from a file, or without storage, keeps none.
  const begin = `course-question:${location.pathname}:`;
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(begin));
    for (const name of names) localStorage.removeItem(name);
  } catch {
    // What is seen is cleared all the same.
  }
}

/** Run a question's script once more: it draws the question as if nothing were chosen. */
function renew(script) {
  const again = document.createElement("script");
  again.dataset.courseQuestion = "";
  again.textContent = script.textContent;
  script.replaceWith(again);
}

if (clear && questions.length) {
  const said = clear.querySelector("[role=status]");
  clear.hidden = false;
  clear.querySelector("button").addEventListener("click", () => {
    forget();
    for (const script of document.querySelectorAll("main script[data-course-question]")) renew(script);
    said.textContent = "Cleared: nothing is chosen on this page now.";
  });
  // It is true until the next choice.
  document.querySelector("main").addEventListener("change", ({ target }) => {
    if (target.closest(".course-question")) said.textContent = "";
  });
}
