"""What an explorer asks Python and when: the questions are read, and answered, one by one here."""

from __future__ import annotations

import base64

import pytest

from course import explorers
from course.explorers.kit.page import script
from course.landscapes import parabola
from tests.support.drawn import check_drawn, field, positions

MODEL = """const sent = [];
let hear = null;
let dead = false;
const numbers = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const view = (text) => new DataView(numbers(text).buffer);
function begin(render, spec, tables) {
    const held = { spec, tables: view(tables) };
    const model = {
        get: (name) => held[name],
        on: (name, to) => { if (name === "msg:custom") hear = to; },
        off: () => {},
        send: (message) => { if (dead) throw new Error("no kernel"); sent.push(message); },
    };
    render({ model, el: document.body });
}
const answer = (message, tables) => hear(message, [view(tables)]);
const die = () => { dead = true; };
window.talk = { begin: (...all) => begin(render, ...all), answer, die, sent };"""
UNANSWERED = "Python does not answer. Is it busy? If it was restarted, run the cell again."


class Talk:
    """An explorer in a page whose questions wait here until they are answered."""

    def __init__(self, page, explorer, asking="start"):
        self.page, self.explorer, self.asking = page, explorer, asking
        page.set_content("<!doctype html>")
        page.add_script_tag(content=f"(() => {{{script()}\n{MODEL}}})()")
        spec, tables = explorer.spec()
        page.evaluate("(all) => talk.begin(...all)", [spec, base64.b64encode(tables).decode()])
        self.root = page.locator(".course-explorer-live")
        self.box = field(self.root, asking)
        explorer.live, explorer._known = self, explorer.scene
        self.answers = []

    def send(self, message, buffers=(b"",)):
        """Keep what Python sends."""
        self.answers.append((message, base64.b64encode(buffers[0]).decode()))

    @property
    def asked(self):
        """The numbers that Python was asked for, in order."""
        return [question["values"][self.asking] for question in self.page.evaluate("talk.sent")]

    def press(self, *keys):
        """Press keys in the number, and let what is asked ahead be asked."""
        for key in keys:
            self.box.press(key)
            self.page.clock.run_for(20)

    def answer(self, which, **instead):
        """Let Python answer the question with this index, as it does or by another message."""
        question = self.page.evaluate("(which) => talk.sent.at(which)", which)
        if instead:
            self.send({"number": question["number"], **instead})
        else:
            self.explorer._asked(None, question, [])
        self.page.evaluate("(all) => talk.answer(...all)", self.answers.pop())
        self.page.clock.run_for(40)

    @property
    def waits(self):
        """Whether the page shows something else than what was asked last."""
        return self.root.get_attribute("data-waiting") is not None

    @property
    def said(self):
        """What the page says now."""
        return self.root.locator(".ce-said").inner_text()

    def highest(self, below=1):
        """Type the number that is so many presses below the highest; return the highest."""
        (start,) = (control for control in self.explorer.controls if control.name == self.asking)
        self.box.fill(str(round(start.high - below * start.step, 6)))
        self.answer(0)
        return start.high

    def shows(self, start):
        """Check that the page shows what Python computes for a start."""
        self.page.clock.run_for(500)
        at = positions(self.root, self.explorer)
        scene = self.explorer._scene(start=start)
        assert self.said == scene.filled(scene.sentence, self.explorer.controls, at)
        self.page.clock.resume()
        assert check_drawn(self.root, scene, at) >= 4


@pytest.fixture
def blank(browser):
    """A page whose time stands still."""
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    page.clock.install()
    page.goto("about:blank")
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)
    yield page
    page.close()


@pytest.fixture
def talk(blank):
    return Talk(blank, explorers.explore_rates(parabola, start=1.0, steps=50))


def test_the_same_arrow_key_finds_its_answer_ready(talk):
    talk.press("ArrowUp")
    # Not before Python has time for it.
    assert talk.asked == [1.1]
    assert talk.waits
    talk.answer(0)
    assert talk.asked == [1.1, 1.2]
    talk.answer(1)
    assert not talk.waits
    # Its answer is there, and is not shown before it is asked for.
    talk.shows(1.1)


def test_a_ready_answer_is_drawn_without_python(talk):
    talk.press("ArrowDown")
    talk.answer(0)
    talk.answer(1)
    talk.press("ArrowDown")
    assert talk.asked == [0.9, 0.8, 0.7]
    assert not talk.waits
    talk.shows(0.8)


def test_an_answer_that_is_on_its_way_is_not_asked_for_again(talk):
    talk.press("ArrowUp")
    talk.answer(0)
    talk.press("ArrowUp")
    assert talk.asked == [1.1, 1.2, 1.3]
    assert talk.waits
    talk.answer(1)
    assert not talk.waits
    talk.shows(1.2)


@pytest.mark.parametrize("key", ["ArrowDown", "3"])
def test_what_was_not_foreseen_is_asked(talk, key):
    talk.press("ArrowUp")
    talk.answer(0)
    talk.answer(1)
    talk.press(key)
    wanted = 1.0 if key == "ArrowDown" else 1.13
    assert talk.asked[2] == wanted
    assert talk.waits
    talk.answer(2)
    talk.shows(wanted)


def test_a_question_that_comes_again_is_not_asked_again(talk):
    talk.press("ArrowUp")
    talk.box.fill("2.5")
    talk.box.fill("1.1")
    assert talk.asked == [1.1, 2.5]
    talk.answer(0)
    assert not talk.waits
    talk.answer(1)
    talk.shows(1.1)
    talk.box.fill("2.5")
    assert not talk.waits
    talk.shows(2.5)
    assert talk.asked == [1.1, 2.5]


def test_sixteen_answers_are_remembered(talk):
    tried = [round(-1 + 0.1 * i, 1) for i in range(17)]
    for i, value in enumerate([*tried, tried[1], tried[0]]):
        talk.box.fill(str(value))
        if i != 17:
            talk.answer(-1)
        assert not talk.waits
    assert talk.asked == [*tried, tried[0]]
    talk.shows(tried[0])


def test_a_typed_number_asks_nothing_ahead(talk):
    talk.box.fill("2.5")
    talk.page.clock.run_for(1000)
    assert talk.asked == [2.5]


def test_at_the_end_of_the_range_nothing_follows(talk):
    high = talk.highest()
    talk.press("ArrowUp")
    assert talk.asked[1:] == [high]


def test_an_older_answer_that_comes_later_is_not_shown(talk):
    talk.press("ArrowUp")
    talk.answer(0)
    # 1.2 is on its way; another number comes between, then 1.2 is wanted after all.
    talk.box.fill("1.5")
    talk.box.fill("1.2")
    assert talk.asked == [1.1, 1.2, 1.5]
    talk.answer(1)
    assert not talk.waits
    talk.answer(2)
    talk.shows(1.2)


def test_two_questions_at_most_are_on_their_way(talk):
    talk.press(*["ArrowUp"] * 9)
    assert talk.asked == [1.1, 1.2]
    talk.answer(0)
    # The six between were never wanted for long.
    assert talk.asked[2] == 1.9
    talk.answer(1)
    assert talk.waits
    talk.answer(2)
    assert not talk.waits
    talk.shows(1.9)


def test_no_third_question_is_asked_ahead(talk):
    talk.press("ArrowUp")
    talk.answer(0)
    talk.press("ArrowUp", "ArrowUp")
    assert talk.asked == [1.1, 1.2, 1.3]


def test_what_waits_is_not_asked_once_the_hand_has_gone_on(talk):
    for value in ("1.5", "1.6", "1.7", "1.5"):
        talk.box.fill(value)
    talk.answer(0)
    talk.answer(1)
    assert talk.asked == [1.5, 1.6]
    talk.shows(1.5)


def test_to_and_fro_is_asked_once(talk):
    for which, key in enumerate(["ArrowUp", "ArrowDown"]):
        talk.press(key)
        talk.answer(2 * which)
        talk.answer(2 * which + 1)
    talk.press("ArrowUp", "ArrowDown", "ArrowUp")
    assert talk.asked == [1.1, 1.2, 1.0, 0.9]
    assert not talk.waits
    talk.shows(1.1)


def test_only_the_newest_answer_moves_the_numbers(blank):
    talk = Talk(blank, explorers.explore_line(), asking="w")
    frame = talk.root.locator('[data-panel="data"] .ce-frame').bounding_box()
    held = frame["x"] + frame["width"] / 2
    for share in (0.3, 0.6):
        blank.mouse.move(held, frame["y"] + share * frame["height"])
        blank.mouse.down()
    before = field(talk.root, "b").input_value()
    talk.answer(0)
    assert field(talk.root, "b").input_value() == before
    talk.answer(1)
    assert field(talk.root, "b").input_value() != before


def test_a_problem_ahead_is_told_when_it_is_reached(talk):
    talk.press("ArrowUp")
    talk.answer(0)
    talk.answer(1, problem="start must be nearer")
    talk.page.clock.run_for(500)
    assert "nearer" not in talk.said
    talk.press("ArrowUp")
    talk.page.clock.run_for(100)
    assert talk.said == "start must be nearer"


def test_silence_ahead_is_not_told_and_silence_now_is(talk):
    talk.press("ArrowUp")
    talk.answer(0)
    said = talk.said
    talk.page.clock.run_for(10_000)
    assert talk.said == said
    # What came to nothing is asked again, and an answer after the silence changes nothing.
    talk.press("ArrowUp")
    assert talk.asked == [1.1, 1.2, 1.2]
    talk.page.clock.run_for(10_000)
    assert talk.said == UNANSWERED
    talk.answer(1)
    assert talk.said == UNANSWERED
    assert not talk.waits
    talk.press("ArrowUp")
    talk.answer(3)
    talk.shows(1.3)


def test_patience_begins_when_the_hand_asks(talk):
    high = talk.highest(below=2)
    talk.press("ArrowUp")
    talk.answer(1)
    talk.page.clock.run_for(3000)
    talk.press("ArrowUp")
    assert talk.asked[2:] == [high]
    talk.page.clock.run_for(3000)
    assert talk.said != UNANSWERED
    talk.page.clock.run_for(2000)
    assert talk.said == UNANSWERED


def test_a_question_that_cannot_be_sent_waits_for_nothing(talk):
    talk.page.evaluate("talk.die()")
    talk.box.fill("2.5")
    talk.page.clock.run_for(100)
    assert talk.said == UNANSWERED
    assert not talk.waits
