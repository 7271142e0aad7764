"""The race in JupyterLab: its table, its dials, its landscapes and its run."""

from __future__ import annotations

import pytest

from course import explorers
from course.landscapes import bowl, himmelblau, ravine, rosenbrock
from tests.support.drawn import (
    answered,
    check_drawn,
    field,
    in_window,
    positions,
    sentence,
    settle,
)
from tests.support.explorers import WITHOUT_PICTURES

CALL = """from course import explorers
from course.landscapes import bowl, himmelblau, ravine, rosenbrock
explorers.race_optimizers([ravine(100), bowl, rosenbrock, himmelblau], start=(10, 2))"""


@pytest.fixture(scope="module")
def race():
    return explorers.race_optimizers([ravine(100), bowl, rosenbrock, himmelblau], start=(10, 2))


@pytest.fixture(scope="module")
def root(browser, lab):
    with lab.opened(browser, "race.ipynb", [WITHOUT_PICTURES, CALL], height=950) as page:
        (found,) = lab.live(page)
        yield found


def rows(root):
    """Return the texts of the table."""
    settle(root)
    return root.locator('[data-panel="board"] tbody tr').evaluate_all(
        "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )


def agrees(root, race, scene):
    """Compare the sentence, the table and what is drawn with Python's scene."""
    at = positions(root, race)
    answered(root, scene.filled(scene.sentence, race.controls, at))
    board = scene.panels[2]
    expected = [[scene.filled(cell, race.controls, at) for cell in row] for row in board.rows]
    assert rows(root) == expected
    assert check_drawn(root, scene, at) == 2 * 12 + 3
    return at


LANDSCAPES = (
    "ravine (condition number 100)",
    "bowl",
    "Rosenbrock's valley",
    "Himmelblau's function",
)


def choose(root, race, i):
    """Choose a landscape, wait until its start has come, and compare."""
    root.get_by_label("landscape").select_option(label=LANDSCAPES[i])
    scene = race._scene(landscape=i)
    first = {c.name: c for c in scene.controls}
    at = positions(root, race) | {n: c.at for n, c in first.items() if hasattr(c, "at")}
    for _ in range(300):
        if positions(root, race) == at and float(typed(root, "w1")) == first["w1"].value:
            break
        root.page.wait_for_timeout(20)
    for name in ("w1", "w2"):
        assert float(typed(root, name)) == first[name].value
        box = field(root, name)
        assert float(box.get_attribute("max")) == first[name].high
    assert agrees(root, race, scene) == at
    return first


def typed(root, name):
    return field(root, name).input_value()


def test_the_table_tells_who_is_where(root, race):
    agrees(root, race, race.scene)
    head = root.locator('[data-panel="board"] thead th').all_inner_texts()
    assert head == ["optimizer", "place", "dials", "loss above lowest", "distance to minimum"]
    # A row's name is its header, for a screen reader.
    assert root.locator('[data-panel="board"] th[scope="row"]').count() == 6


def test_the_dials_of_one_are_moved_and_the_places_follow(root, race):
    assert rows(root)[1][:3] == ["momentum (yours)", "3", "β = 0.9, rate 0.0316*"]
    field(root, "dial").press("ArrowRight")
    agrees(root, race, race.scene)
    assert rows(root)[1][:3] == ["momentum (yours)", "1", "β = 0.7, rate 0.0316*"]
    field(root, "rate").press("Home")
    agrees(root, race, race.scene)
    assert rows(root)[1][:3] == ["momentum (yours)", "6", "β = 0.7, rate 0.00316"]
    before = rows(root)
    root.get_by_label("all others have").select_option(label="best dials, best rate")
    agrees(root, race, race.scene)
    now = rows(root)
    # Its own dials stay, and those of a rule without any.
    assert [now[k] == before[k] for k in (0, 1, 4)] == [True, True, False]
    root.get_by_label("all others have").select_option(label="usual dials, best rate")
    field(root, "dial").press("Home")
    for _ in range(race.positions["rate"]):
        field(root, "rate").press("ArrowRight")
    assert agrees(root, race, race.scene).items() <= race.positions.items()


def test_another_one_is_moved_and_brings_its_dials(root, race):
    for name, dials in (("Adam", 6), ("AdaGrad", 1), ("momentum", 3)):
        root.get_by_label("your optimizer").select_option(label=name)
        scene = race._scene(yours=race_names(race).index(name))
        agrees(root, race, scene)
        assert field(root, "dial").get_attribute("max") == str(dials - 1)
        assert f"; yours is {name} (" in sentence(root)


def test_a_longer_race_counts_further(root, race):
    root.get_by_label("budget").select_option(label="1000 gradients")
    agrees(root, race, race._scene(budget=1))
    assert "after 1000 gradients, first: " in sentence(root)
    assert field(root, "step").get_attribute("aria-valuetext") == "1000"
    root.get_by_label("budget").select_option(label="100 gradients")
    agrees(root, race, race.scene)


def race_names(race):
    return list(next(c for c in race.controls if c.name == "yours").values)


def test_another_landscape_brings_start_rates_and_axes(root, race):
    for i in (2, 3, 1):
        first = choose(root, race, i)
    field(root, "w1").fill("7.5")
    agrees(root, race, race._scene(landscape=1, w1=7.5, w2=first["w2"].value))
    # What is typed stays while the landscape does.
    assert typed(root, "w1") == "7.5"
    choose(root, race, 0)
    assert typed(root, "w1") == "10"


def test_a_click_on_another_landscape_starts_there(root, race):
    choose(root, race, 3)
    frame = in_window(root.locator('[data-panel="map"] .ce-frame'))
    root.page.mouse.click(frame["x"] + 0.5 * frame["width"], frame["y"] + 0.5 * frame["height"])
    begin = {w: float(typed(root, w)) for w in ("w1", "w2")}
    assert all(abs(value) < 0.2 for value in begin.values())
    agrees(root, race, race._scene(landscape=3, **begin))
    choose(root, race, 0)


def test_landscapes_chosen_fast_end_at_the_last(root, race):
    for name in LANDSCAPES[1:] * 3:
        root.get_by_label("landscape").select_option(label=name)
    choose(root, race, 0)


def test_run_pause_step_and_the_end(root, race):
    run = root.locator(".ce-run")
    root.get_by_role("button", name="Back to the start").click()
    assert "first: all, at 250 above the lowest loss" in sentence(root)
    assert {row[1] for row in rows(root)} == {"1"}
    root.get_by_role("button", name="Step", exact=True).click()
    assert "after 1 gradient, first: " in sentence(root)
    root.get_by_label("speed").select_option("fast")
    run.click()
    root.page.wait_for_function(
        "(node) => Number(node.value) > 8",
        arg=field(root, "step").element_handle(),
    )
    run.click()
    assert run.inner_text() == "Run"
    agrees(root, race, race.scene)
    run.click()
    root.page.wait_for_function(
        "(node) => node.value === '100'",
        arg=field(root, "step").element_handle(),
    )
    agrees(root, race, race.scene)
