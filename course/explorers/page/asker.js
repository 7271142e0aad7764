// Asking Python: the newest question counts, and the last answers are remembered.

import LOOK from "./look.json" with { type: "json" };

const REMEMBERED = 16;

/**
 * Asks Python. Two questions at most are on their way; of those that come, the newest waits.
 * After an arrow key it also asks ahead, for what the same key would ask next. The last answers
 * are remembered: what is asked alone decides an answer.
 */
export function asker(model) {
  const flying = new Map();
  let late = new Map();
  const known = new Map();
  let sent = 0;
  let wanted = 0;
  let shown = 0;
  let lost = 0;
  let next = null;
  let silence = 0;
  let resting = 0;
  let answers = null;

  const waits = () => Math.max(shown, lost) < wanted;

  // A lost answer must not close the way for the next question.
  function silent() {
    const missed = waits();
    for (const { key } of flying.values()) known.delete(key);
    // Not waited for any more; but Python may only have been busy, and answer at last.
    late = new Map(flying);
    flying.clear();
    lost = wanted;
    answers.waiting(false);
    if (!missed) return;
    answers.problem("Python does not answer. Is it busy? If it was restarted, run the cell again.");
  }

  function patience() {
    clearTimeout(silence);
    silence = setTimeout(silent, LOOK.motion.patience);
  }

  function send(question) {
    const number = ++sent;
    patience();
    flying.set(number, question);
    known.set(question.key, question);
    if (known.size > REMEMBERED) known.delete(known.keys().next().value);
    try {
      model.send({ number, values: question.values });
    } catch {
      clearTimeout(silence);
      silent();
    }
  }

  function go() {
    if (next && flying.size < 2) {
      const question = next;
      next = null;
      send(question);
    }
    answers.waiting(waits());
  }

  // The turn is the question's place among those that the hand asked; 0 if it is only asked ahead.
  const posed = (values, turn = 0) => ({ values, turn, key: JSON.stringify(values) });

  function look() {
    resting = 0;
    const values = answers.following();
    if (!values || next || flying.size > 1) return;
    const question = posed(values);
    if (!known.has(question.key)) send(question);
  }

  const rest = () => (resting ||= setTimeout(look, LOOK.motion.ahead));

  /** Show the answer to a question, unless a newer one is shown. */
  function show({ turn, answer }) {
    if (turn <= shown) return;
    shown = turn;
    const [{ problem, scene }, buffers] = answer;
    if (problem) answers.problem(problem);
    else answers.scene(scene, buffers[0], turn === wanted);
    rest();
  }

  /** Show what is known, or wait for what is on its way already. */
  function again(question) {
    question.turn = wanted;
    if (question.answer) return show(question);
    patience();
    rest();
  }

  function heard(message, buffers) {
    // Without a number nobody asked: Python shows what it watches.
    if (message.number === undefined) return answers.scene(message.scene, buffers[0], true);
    const question = flying.get(message.number) ?? late.get(message.number);
    if (!question) return;
    flying.delete(message.number);
    late.delete(message.number);
    question.answer = [message, buffers];
    show(question);
    go();
  }

  model.on("msg:custom", heard);
  return {
    ask(values) {
      const question = posed(values, ++wanted);
      const before = known.get(question.key);
      next = before ? null : question;
      if (before) again(before);
      go();
    },
    listen(to) {
      answers = to;
    },
    close() {
      clearTimeout(silence);
      clearTimeout(resting);
      model.off("msg:custom", heard);
    },
  };
}
