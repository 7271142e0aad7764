// Sentences with places such as {name} or {name:3}. Python fills the same ones: see
// tests/explorers/templates.json, which both must pass.

const PLACE = /\{(\w+)(?::(\d+))?\}/g;

/** A number with so many digits, zeros at the end left out. */
export function words(value, digits) {
  if (Number.isNaN(value) || Math.abs(value) === Infinity) return "too large to show";
  const text = value.toPrecision(digits);
  return (text.includes(".") && !text.includes("e") ? text.replace(/\.?0+$/, "") : text)
    .replace(/^-0$/, "0")
    .replace(/-/g, "−");
}

/**
 * Fill a template. What a name means is looked up in this order: `control(name)` and
 * `text(name)` give a text or undefined, `race(name)` a race or undefined, `number(name)` a number.
 */
export function filled(template, look) {
  return template.replace(PLACE, (_, name, digits) => {
    const text = look.control(name) ?? look.text(name);
    if (text !== undefined) return text;
    const race = look.race(name);
    if (race) return told(race, Number(digits ?? 0), look);
    return words(look.number(name), Number(digits ?? 5));
  });
}

/** Who of several has the lowest number, or the place of one of them. */
function told(race, which, look) {
  const values = race.tables.map((name) => look.number(name));
  const places = values.map((value) => 1 + values.filter((other) => other < value).length);
  if (which) return String(places[which - 1]);
  if (places.length > 1 && Math.max(...places) === 1) return filled(race.level, look);
  const first = race.texts.filter((_, i) => places[i] === 1).map((text) => filled(text, look));
  const last = first.pop();
  return first.length ? `${first.join(", ")} and ${last}` : last;
}
