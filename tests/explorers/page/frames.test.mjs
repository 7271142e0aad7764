import assert from "node:assert/strict";
import test from "node:test";
import { newest, runner } from "../../../course/explorers/page/frames.js";

/** Frames that come when they are told to. */
function clock() {
  let asked = new Map();
  let ids = 0;
  return {
    time: 0,
    request(tick) {
      asked.set(++ids, tick);
      return ids;
    },
    cancel: (id) => asked.delete(id),
    frame(time) {
      const due = [...asked.values()];
      asked = new Map();
      for (const tick of due) tick(time);
      return due.length;
    },
  };
}

test("many events before a frame are drawn once", () => {
  const frames = clock();
  let drawn = 0;
  const { ask, stop } = newest(() => (drawn += 1), frames.request, frames.cancel);
  for (let i = 0; i < 60; i++) ask();
  assert.equal(frames.frame(16), 1);
  assert.equal(drawn, 1);
  ask();
  stop();
  frames.frame(32);
  assert.equal(drawn, 1);
  ask();
  frames.frame(48);
  assert.equal(drawn, 2);
});

function walk(reduced, last = 10) {
  const frames = clock();
  const seen = [];
  let at = 0;
  let running = null;
  const run = runner({
    position: () => at,
    last: () => last,
    move: (to) => seen.push((at = to)),
    speed: () => 10,
    reduced: () => reduced,
    shown: (now) => (running = now),
    request: frames.request,
    cancel: frames.cancel,
    now: () => 0,
  });
  return { frames, seen, run, running: () => running };
}

test("a run moves so many positions a second, and ends at the last", () => {
  const { frames, seen, run, running } = walk(false);
  run.toggle();
  assert.equal(running(), true);
  for (let time = 50; time <= 1200; time += 50) frames.frame(time);
  assert.deepEqual(seen, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.equal(running(), false);
  run.toggle();
  assert.equal(seen.at(-1), 0, "from the end it begins anew");
});

test("a late frame skips positions instead of falling behind", () => {
  const { frames, seen, run } = walk(false);
  run.toggle();
  frames.frame(450);
  assert.deepEqual(seen, [4]);
});

test("a second press pauses", () => {
  const { frames, seen, run, running } = walk(false);
  run.toggle();
  frames.frame(100);
  run.toggle();
  assert.equal(running(), false);
  assert.equal(frames.frame(2000), 0);
  assert.deepEqual(seen, [1]);
});

test("where less motion is wished for, a run is its end", () => {
  const { frames, seen, run } = walk(true);
  run.toggle();
  assert.deepEqual(seen, [10]);
  assert.equal(frames.frame(16), 0);
});
