"""A small class that was graded, for the tests of the instructor's pages, and its server."""

import contextlib
import copy
import http.client
import threading
from urllib.parse import urlencode

import nbformat

from course_folder import course_config, quiet
from grading import sample_class
from grading.exam import examiner
from grading.isolation.sandbox import Sandbox
from grading.results import overview, record, renew, serve
from grading.results.files import put
from grading.results.gradebook import export_grades, open_gradebook, register
from tests.support.class_of_one import LESSON, SMALL, data, filled, lesson

# A text that would be markup, if anything took it for that; and a name made of it.
BAD = "<script>alert(1)</script>"
HOSTILE = BAD.replace("/", "")
NAMES = ("anna", HOSTILE)


def results():
    """Return what grading gives for one answer of lesson 1 that is partly right."""
    with Sandbox(lesson().modules, SMALL) as sandbox:
        answers = sample_class.answers("partly_right", LESSON) | {"before": f"x = 1  # {BAD}"}
        return examiner.grade(data(filled(answers)), lesson(), sandbox)


def graded(root, given, names=NAMES):
    """Write a class in which everyone handed in the same, as `grade` does."""
    config = course_config(root)
    register(config, [LESSON])
    record.mark(given, "as handed in")
    with quiet(), open_gradebook(config) as gradebook:
        for name in names:
            made = copy.deepcopy(given)
            grades = record.write_grades(gradebook, name, LESSON, made, "", config)
            text = nbformat.writes(made.notebook)
            put(record.graded_file(root, name, LESSON), text.encode(), record.READ_ONLY)
            renew.write(root, name, LESSON, made.notebook, grades)
    export_grades(config)
    overview.write_all(root)
    return root


@contextlib.contextmanager
def running(root):
    """Serve a class in another thread."""
    with serve.Server(root) as server:
        ready = threading.Event()
        thread = threading.Thread(target=server.serve_forever, args=(ready.set,), daemon=True)
        thread.start()
        assert ready.wait(10)
        yield server
        server.shutdown()
        thread.join(10)


def ask(server, path, fields=None, **headers):
    """Return the answer to a GET, or to a POST of fields, and its text; `_` in a name is `-`."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    told = {"Cookie": f"{server.cookie}={server.token}"}
    if fields is not None:
        told |= {"Content-Type": "application/x-www-form-urlencoded"}
        told |= {"Origin": f"http://127.0.0.1:{server.port}", "Sec-Fetch-Site": "same-origin"}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    told = {name: value for name, value in told.items() if value is not None}
    body = None if fields is None else urlencode(fields)
    try:
        connection.request("GET" if fields is None else "POST", path, body, told)
        answer = connection.getresponse()
        return answer, answer.read().decode()
    finally:
        connection.close()
