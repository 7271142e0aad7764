"""A file is whole at any moment, also where several processes write it at once."""

import os

from grading.results.files import put

LARGE = 1 << 18


def test_two_who_write_the_same_file_do_not_mix(tmp_path):
    file, writers = tmp_path / "page.html", []
    for letter in b"abcd":
        child = os.fork()
        if not child:
            try:
                for _ in range(15):
                    put(file, bytes([letter]) * LARGE, 0o444)
                    held = file.read_bytes()
                    if len(held) != LARGE or len(set(held)) != 1:
                        os._exit(1)
                os._exit(0)
            except BaseException:
                os._exit(2)
        writers.append(child)
    assert [os.waitpid(child, 0)[1] for child in writers] == [0] * 4
    assert os.listdir(tmp_path) == ["page.html"]
    assert file.stat().st_mode & 0o777 == 0o444


def test_what_a_killed_run_left_is_no_hindrance(tmp_path):
    left = tmp_path / ".page.html.new"
    left.write_bytes(b"half of something longer")
    left.chmod(0o444)
    put(tmp_path / "page.html", b"whole")
    assert (tmp_path / "page.html").read_bytes() == b"whole"
    assert os.listdir(tmp_path) == ["page.html"]
