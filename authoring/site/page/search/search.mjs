// The page that searches: results while one types, in a list that a screen reader can walk.
import MiniSearch from "./minisearch.mjs";
import { OPTIONS } from "./options.mjs";

const MOST = 20;
const field = document.querySelector("#words");
const said = document.querySelector("#found");
const nothing = document.querySelector("#nothing");
const list = document.querySelector("#results");
const answer = await fetch(new URL("index.json", import.meta.url));
const index = MiniSearch.loadJSON(await answer.text(), OPTIONS);

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
  said.textContent = words ? `${many} found${first}.` : "";
  nothing.hidden = !words || found.length > 0;
  const address = new URL(location.href);
  address.search = words ? new URLSearchParams({ words }) : "";
  window.history.replaceState(null, "", address);
}

// What was typed while the index came stays.
field.value ||= new URLSearchParams(location.search).get("words") ?? "";
field.addEventListener("input", show);
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
show();
