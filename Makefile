# The two commands of this project are `make lab` and `make test`; each sets up what it needs.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready

# Where nothing compiled is kept, each kernel and each test compiles all of Matplotlib anew.
unexport PYTHONDONTWRITEBYTECODE

# Every target is a command; none makes a file of its name.
.PHONY: help lab lint test test-quick test-random test-browser grade teach demo \
    source release site site-serve site-engines answers-in-pyodide lock lock-newest dist extras \
    checks bench-explorers bench-grading bench-load bench-similar bench-site \
    screenshots clean

help:
	@echo "make lab               learn: JupyterLab opens where you left off (NO_BROWSER=1 prints the address)"
	@echo "make test              run every test; executes every notebook"
	@echo "make test-quick        the tests of a folder of tests/, without the slow ones (ROOM=checks)"
	@echo "make test-random       the same tests in an order of its own each time (ROOM=checks SEED=1)"
	@echo "make lint              look at the code without running it"
	@echo "make grade             grade what is in submitted/ (LESSON=01; STUDENT=me grades my-work/)"
	@echo "make teach             the class at a glance, served on this machine alone"
	@echo "make demo              grade a small sample class into demo/"
	@echo "make source            execute the lessons' text into source/ (LESSON=01_one_dimension)"
	@echo "make release           make release/, what students get, from source/"
	@echo "make checks            measure the checks: wrong answers rejected, named, and how fast (ONLY=fit SEED=1 FAULTS=50)"
	@echo "make bench-explorers   measure the explorers in a real browser: key press to painted frame"
	@echo "make bench-grading     grade beside nbgrader's autograde: how many times as fast (SAMPLE=6: sooner)"
	@echo "make bench-load        grade a class of 3,000 with three lessons, and again with Dask (STUDENTS=100)"
	@echo "make bench-similar     how many disguised copies are found in made classes (SEED=1 to repeat)"
	@echo "make screenshots       take the pictures of docs/: each explorer, and lesson 1"
	@echo "make site              build site/: the course in a browser, with nothing to install"
	@echo "make site-serve        show site/ on this machine"
	@echo "make bench-site        measure site/: pages, and the lab's first numbers (RUNS=2: sooner)"
	@echo "make site-engines      lesson 1 in site/'s lab, in every browser that is here (ONLY=chromium)"
	@echo "make dist              build dist/: the wheel and the site, with their checksums"
	@echo "make extras            an environment for each extra alone, made anew and used (EXTRA=site)"
	@echo "make lock              compile requirements.txt from pyproject.toml again"
	@echo "make lock-newest       the same with the newest packages there are"
	@echo "make test-browser      the tests of explorers, home and site in a real browser alone"
	@echo "make answers-in-pyodide  judge every kept answer in the browser's Python and here (EVERY=12: a part)"
	@echo "make clean             remove what set-up and demo have made"

lab: $(READY)
	@$(PY) -m course

lint: $(READY)
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy --no-error-summary
	@$(PY) -m deptry --no-ansi .

# The tests share the processors already: threads of NumPy's own would only wait for each other.
# In their own order those in the browser come first; a file's tests stay together (conftest.py).
test: export OPENBLAS_NUM_THREADS = 1
test: lint
	@$(PY) -m pytest -n auto --dist loadscope --no-loadscope-reorder

ROOM_IS_THERE = test -e "tests/$(ROOM)" || { echo "Error: there is no tests/$(ROOM)"; exit 2; }

# One room at a time: the folder of tests/ that one works in.
test-quick: export OPENBLAS_NUM_THREADS = 1
test-quick: lint
	@$(ROOM_IS_THERE)
	@$(PY) -m pytest -q -n 2 -m "not slow" tests/$(ROOM)

# In an order of its own each time; it prints the seed, and SEED=… gives that order again. Of a
# room that is named the slow ones, too.
test-random: export OPENBLAS_NUM_THREADS = 1
test-random: $(READY)
	@$(ROOM_IS_THERE)
	@$(PY) -m pytest -q -n 2 --dist loadscope -p randomly $(if $(SEED),--randomly-seed $(SEED)) \
	    $(if $(ROOM),,-m "not slow") tests/$(ROOM)

# The explorers alone, with npm's axe-core, which looks for what keeps people out of a page.
test-browser: $(READY)
	@npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --silent
	@$(PY) -m pytest -o addopts="" -p no:cacheprovider -p no:randomly tests/browser

grade: $(READY)
	@$(PY) -m grading grade $(LESSON) $(if $(STUDENT),--student "$(STUDENT)",--report)

teach: $(READY)
	@$(PY) -m grading teach

demo: $(READY)
	@$(PY) -m grading demo

source: $(READY)
	@$(PY) -m authoring source $(LESSON)

release: $(READY)
	@$(PY) -m authoring release

checks: $(READY)
	@$(PY) -m benchmarks.checks $(if $(ONLY),--only $(ONLY)) $(if $(SEED),--seed $(SEED)) \
	    $(if $(FAULTS),--faults $(FAULTS))

bench-explorers: $(READY)
	@$(PY) -m benchmarks.explorers

bench-grading: $(READY)
	@$(PY) -m benchmarks.grading $(if $(SAMPLE),--sample $(SAMPLE))

bench-load: $(READY)
	@$(PY) -m benchmarks.load $(if $(STUDENTS),--students $(STUDENTS))

bench-similar: $(READY)
	@$(PY) -m benchmarks.similar $(if $(SEED),--seed $(SEED))

screenshots: $(READY)
	@$(PY) tests/browser/screenshots.py

site: $(READY)
	@$(PY) -m authoring site

site-serve: $(READY)
	@$(PY) -m authoring site-serve

bench-site: $(READY)
	@$(PY) -m benchmarks.site $(if $(RUNS),--runs $(RUNS))

site-engines: $(READY)
	@$(PY) -m benchmarks.engines $(if $(ONLY),--only $(ONLY))

# Every kept answer, judged in the browser's Python and here; `make test` takes a part of them.
answers-in-pyodide: export EVERY = 1
answers-in-pyodide: $(READY)
	@test "$(EVERY)" -ge 1 2> /dev/null || { echo "Error: EVERY is a whole number from 1 on"; exit 2; }
	@$(PY) -m pytest -q tests/checks/test_pyodide.py

COMPILE := $(VENV)/bin/uv pip compile pyproject.toml --all-extras --universal \
    --python-version 3.11 --fork-strategy fewest --generate-hashes --no-emit-index-url \
    --no-header --quiet --output-file requirements.txt

lock: $(READY)
	$(COMPILE)

# What the newest packages would break; the lock that is kept is made by `make lock`.
lock-newest: $(READY)
	$(COMPILE) --upgrade

# The same commit gives the same bytes: all times in it are the commit's.
dist: export SOURCE_DATE_EPOCH = $(shell git log -1 --format=%ct)
dist: site
	@rm -rf dist
	@$(VENV)/bin/uv build --quiet --wheel --no-build-isolation --python $(PY) --out-dir dist
	@tar --sort=name --mtime=@$$SOURCE_DATE_EPOCH --owner=0 --group=0 --numeric-owner \
	    --create site | gzip --no-name > dist/site.tar.gz
	@cd dist && sha256sum *.whl *.tar.gz > SHA256SUMS && cat SHA256SUMS

extras: $(READY)
	@$(PY) tests/extras.py $(EXTRA)

clean:
	rm -rf $(VENV) demo .mypy_cache .ruff_cache

# The lock pins the installer too: its own lines are taken from there, hashes and all.
$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] + "; try: make PYTHON=python3.12 ...")'
	@echo "Setting up $(VENV) (once; about 1000 MB)"
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@sed -n '/^uv==/,/[^\\]$$/p' requirements.txt > $(VENV)/uv.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(VENV)/uv.txt
	@$(VENV)/bin/uv pip sync --quiet --compile-bytecode --require-hashes --python $(PY) requirements.txt
	@$(VENV)/bin/uv pip install --quiet --no-deps --no-build-isolation --python $(PY) --editable .
	@touch $(READY)
