import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { picked, rows } from "../../../course/explorers/page/tables.js";
import { filled, words } from "../../../course/explorers/page/template.js";

const path = new URL("../templates.json", import.meta.url);
const given = JSON.parse(readFileSync(path, "utf-8"));
const NAMED = { inf: Infinity, nan: NaN };

function shapeOf(values) {
  return Array.isArray(values) ? [values.length, ...shapeOf(values[0])] : [];
}

const tables = {};
for (const [name, { axes, values }] of Object.entries(given.tables)) {
  const flat = [values].flat(3).map((value) => NAMED[value] ?? value);
  tables[name] = { axes, shape: shapeOf(values), data: Float32Array.from(flat) };
}
const texts = {};
for (const [name, { axes, values }] of Object.entries(given.texts)) {
  texts[name] = { axes, shape: shapeOf(values), values: [values].flat(3) };
}

for (const { template, at, text } of given.cases) {
  test(`${template} at ${JSON.stringify(at)}`, () => {
    const position = (name) => at[name] ?? 0;
    const look = {
      control: (name) => given.controls[name]?.[position(name)],
      text: (name) => (name in texts ? picked(texts[name], position) : undefined),
      race: (name) => given.races[name],
      number: (name) => rows(tables[name], position)[0],
    };
    assert.equal(filled(template, look), text);
  });
}

test("numbers keep so many digits, and no zero at their end", () => {
  assert.equal(words(0.5, 5), "0.5");
  assert.equal(words(-2, 3), "−2");
  assert.equal(words(1e21, 3), "1.00e+21");
});
