// The page that searches: results while one types, in a list that a screen reader can walk.
import MiniSearch from "./minisearch.mjs";
import { OPTIONS } from "./options.mjs";

const MOST = 20;
const field = document.querySelector("#words");
const said = document.querySelector("#found");
const ways = document.querySelector("#ways");
const list = document.querySelector("#results");
const index = await loaded();

/** The index; where it does not come, a reader is told. The button then opens the page anew. */
async function loaded() {
  try {
    const answer = await fetch(new URL("index.json", import.meta.url));
    return MiniSearch.loadJSON(await answer.text(), OPTIONS);
  } catch {
    said.textContent = "The search could not be loaded. Press Search to try again.";
    ways.hidden = false;
    return null;
  }
}

function item({ address, heading, page, begins }) {
  const made = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(`../${address}`, import.meta.url);
  link.textContent = heading === page ? page : `${heading} · ${page}`;
  const text = document.createElement("p");
  text.textContent = begins;
  made.append(link, text);
  return made;
}

function show() {
  const words = field.value.trim();
  const found = words ? index.search(words) : [];
  list.replaceChildren(...found.slice(0, MOST).map(item));
  const many = found.length === 1 ? "1 section" : `${found.length} sections`;
  const first = found.length > MOST ? `; the first ${MOST} are shown` : "";
  const fewer = found.length ? "" : " Fewer words, or shorter ones, find more.";
  said.textContent = words ? `${many} found${first}.${fewer}` : "";
  ways.hidden = !words || found.length > 0;
  const address = new URL(location.href);
  address.search = words ? new URLSearchParams({ words }) : "";
  window.history.replaceState(null, "", address);
}

// What was typed while the index came stays.
field.value ||= new URLSearchParams(location.search).get("words") ?? "";
if (index) {
  field.addEventListener("input", show);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  show();
}
