import assert from "node:assert/strict";
import test, { mock } from "node:test";
import LOOK from "../../../course/explorers/page/look.json" with { type: "json" };
import { asker } from "../../../course/explorers/page/asker.js";

/** A widget's model, and what the explorer is told, with a clock that is moved by hand. */
function asked({ following = () => null } = {}) {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  const sent = [];
  const shown = [];
  let hear = null;
  let busy = null;
  const model = {
    send: (message) => sent.push(message),
    on: (_, heard) => (hear = heard),
    off: () => (hear = null),
  };
  const asking = asker(model);
  asking.listen({
    waiting: (now) => (busy = now),
    following,
    scene: (scene, _buffer, newest) => shown.push([scene, newest]),
    problem: (text) => shown.push([text]),
  });
  const answer = (number, scene) => hear({ number, scene }, [null]);
  return { asking, sent, shown, answer, tell: (message) => hear(message, [null]), busy: () => busy };
}

test("two questions are on their way at most, and of those that come the newest waits", () => {
  const { asking, sent, answer, shown, busy } = asked();
  for (const w of [1, 2, 3, 4, 5]) asking.ask({ w });
  assert.deepEqual(sent.map(({ values }) => values.w), [1, 2]);
  assert.equal(busy(), true);
  answer(1, "one");
  assert.deepEqual(sent.map(({ values }) => values.w), [1, 2, 5]);
  answer(3, "five");
  assert.deepEqual(shown, [["one", false], ["five", true]]);
  assert.equal(busy(), false);
});

test("an answer that comes after a newer one is not shown", () => {
  const { asking, answer, shown } = asked();
  asking.ask({ w: 1 });
  asking.ask({ w: 2 });
  answer(2, "two");
  answer(1, "one");
  assert.deepEqual(shown, [["two", true]]);
});

test("what was answered once is not asked again", () => {
  const { asking, sent, answer, shown } = asked();
  asking.ask({ w: 1 });
  answer(1, "one");
  asking.ask({ w: 2 });
  answer(2, "two");
  asking.ask({ w: 1 });
  assert.equal(sent.length, 2);
  assert.deepEqual(shown.at(-1), ["one", true]);
});

test("after an arrow key, what it would ask next is asked ahead", () => {
  const { asking, sent, answer, shown } = asked({ following: () => ({ w: 2 }) });
  asking.ask({ w: 1 });
  answer(1, "one");
  mock.timers.tick(LOOK.motion.ahead);
  assert.deepEqual(sent.map(({ values }) => values.w), [1, 2]);
  answer(2, "two");
  assert.deepEqual(shown, [["one", true]], "nobody has asked for it yet");
  asking.ask({ w: 2 });
  assert.equal(sent.length, 2);
  assert.deepEqual(shown.at(-1), ["two", true]);
});

test("a lost answer is told, and does not close the way", () => {
  const { asking, sent, answer, shown, busy } = asked();
  asking.ask({ w: 1 });
  mock.timers.tick(LOOK.motion.patience);
  assert.match(shown.at(-1)[0], /^Python does not answer/);
  assert.equal(busy(), false);
  asking.ask({ w: 1 });
  assert.equal(sent.length, 2, "it is asked anew");
  answer(2, "one");
  assert.deepEqual(shown.at(-1), ["one", true]);
});

test("what was told to be lost is not waited for, though an older answer comes", () => {
  const { asking, answer, busy } = asked();
  for (const w of [1, 2]) asking.ask({ w });
  mock.timers.tick(LOOK.motion.patience);
  answer(1, "one");
  assert.equal(busy(), false);
});

test("an answer that comes late takes the place of what was told, and the newest is asked then", () => {
  const { asking, sent, answer, shown, busy } = asked();
  for (const w of [1, 2, 3]) asking.ask({ w });
  mock.timers.tick(LOOK.motion.patience);
  assert.match(shown.at(-1)[0], /^Python does not answer/);
  answer(1, "one");
  assert.deepEqual(shown.at(-1), ["one", false]);
  assert.deepEqual(sent.map(({ values }) => values.w), [1, 2, 3]);
  answer(2, "two");
  answer(3, "three");
  assert.deepEqual(shown.at(-1), ["three", true]);
  assert.equal(busy(), false);
});

test("what Python shows without being asked is shown", () => {
  const { tell, shown } = asked();
  tell({ scene: "news" });
  assert.deepEqual(shown, [["news", true]]);
});

test("a problem is told instead of a scene", () => {
  const { asking, tell, shown } = asked();
  asking.ask({ w: 99 });
  tell({ number: 1, problem: "w must be from 0 to 9" });
  assert.deepEqual(shown, [["w must be from 0 to 9"]]);
});
