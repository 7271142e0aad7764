import assert from "node:assert/strict";
import test from "node:test";
import LOOK from "../../../course/explorers/page/look.json" with { type: "json" };
import { framed, nearest, scale, sizes, thinned } from "../../../course/explorers/page/scales.js";
import { picked, rows, unpacked } from "../../../course/explorers/page/tables.js";

const panel = (x, y, equal = null) => ({ x: { range: x }, y: { range: y }, equal });

test("panels of a row have one size, and fill it", () => {
  for (const width of [250, 420, 800, 1180]) {
    for (const plots of [1, 2, 3]) {
      const { columns, width: wide, height } = sizes(width, plots, 0);
      assert.ok(columns >= 1 && columns <= plots);
      assert.ok(columns * wide + (columns - 1) * LOOK.plot.gap <= width);
      assert.ok(height >= LOOK.plot.lowest && height <= LOOK.plot.highest);
    }
  }
  assert.equal(sizes(820, 3, 0).columns, 3);
  assert.equal(sizes(400, 3, 0).columns, 1);
});

test("panels are shown larger where letters are, and not beyond their row", () => {
  const { columns, width, zoom } = sizes(1180, 3, 0, 2);
  assert.deepEqual([columns, zoom], [2, 2]);
  assert.ok(columns * width * zoom + LOOK.plot.gap <= 1180);
  assert.equal(sizes(300, 3, 0, 2).zoom, 300 / LOOK.plot.least);
  assert.equal(sizes(200, 3, 0, 2).zoom, 1);
  assert.equal(sizes(1180, 3, 0, 0.8).zoom, 0.8);
});

test("a table stands beside the pictures where both have room", () => {
  assert.equal(sizes(1180, 2, 1).beside, true);
  assert.equal(sizes(820, 2, 1).beside, false);
  assert.equal(sizes(820, 2, 1).columns, 2);
});

test("with equal units a frame has the shape of its ranges, and stays in its panel", () => {
  for (const [x, y] of [[[-3, 9], [-7, 7]], [[0, 1], [0, 5]], [[0, 100], [0, 1]]]) {
    const free = framed(panel(x, y), { width: 400, height: 300 });
    const equal = framed(panel(x, y, true), { width: 400, height: 300 });
    const ratio = (x[1] - x[0]) / (y[1] - y[0]);
    assert.ok(Math.abs(equal.wide / equal.high - ratio) < 1e-9 * ratio);
    assert.ok(equal.wide <= free.wide + 1e-9 && equal.high <= free.high + 1e-9);
    assert.ok(equal.wide > free.wide - 1e-9 || equal.high > free.high - 1e-9);
  }
  const unlike = framed(panel([0, 1], [0, 5], false), { width: 400, height: 300 });
  assert.deepEqual(unlike, framed(panel([0, 1], [0, 5]), { width: 400, height: 300 }));
});

test("numbers are where they belong, and far outside is far enough", () => {
  const y = scale([0, 10], 200, -100);
  assert.deepEqual([y(0), y(5), y(10)], [200, 150, 100]);
  assert.equal(y(1e30), -2000);
  assert.equal(y(-Infinity), 3000);
  assert.ok(Number.isNaN(y(NaN)));
});

test("ticks are thinned until their texts do not touch", () => {
  const ticks = [0, 1, 2, 3, 4, 5].map((value) => [value, "0.0005"]);
  assert.equal(thinned(ticks, 600).length, 6);
  assert.equal(thinned(ticks, 200).length, 3);
  assert.equal(thinned(ticks, 60).length, 2);
  assert.deepEqual(thinned([], 100), []);
});

test("the nearest position of a slider", () => {
  assert.equal(nearest([0.1, 0.2, 0.5], 0.31), 1);
  assert.equal(nearest([0.1, 0.2, 0.5], 9), 2);
});

test("rows of a table are picked by controls, held at its ends, shifted and drawn along", () => {
  const table = { axes: ["rate", "step"], shape: [2, 3], data: Float32Array.of(0, 1, 2, 3, 4, 5) };
  const at = (rate, step) => (name) => ({ rate, step })[name] ?? 0;
  assert.deepEqual([...rows(table, at(1, 1))], [4]);
  assert.deepEqual([...rows(table, at(1, 1), { along: "step" })], [3, 4, 5]);
  assert.deepEqual([...rows(table, at(0, 2), { shift: 1 })], [2]);
  assert.deepEqual([...rows(table, at(0, 0), { at: { rate: 1 }, shift: 2 })], [5]);
  assert.deepEqual([...rows(table, at(9, 9))], [5]);
  assert.equal(picked({ axes: ["rate"], shape: [2], values: ["a", "b"] }, at(5, 0)), "b");
});

test("tables are unpacked wherever they begin", () => {
  const bytes = new Uint8Array(3 + 8);
  new DataView(bytes.buffer).setFloat32(3, 1.5, true);
  new DataView(bytes.buffer).setFloat32(7, -2, true);
  const about = { w: { type: "f4", at: 0, bytes: 8, axes: ["step"], shape: [2] } };
  const { w } = unpacked(about, new DataView(bytes.buffer, 3));
  assert.deepEqual([...w.data], [1.5, -2]);
});
