# Two commands: `make demo` runs the main job on the sample texts, `make check` runs every test and check.
# Both set up what they need in .venv; PYTHON=python3.12 chooses another interpreter (3.11 to 3.13).
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo check sample clean

demo: .venv/installed
	$(BIN)/kg build kg/samples -o output
	@echo "Open $(CURDIR)/output/network.html in a browser, or run: $(BIN)/kg view"

# After a change of the reader or the ontology: the committed output/, and what the README shows of it.
sample: demo
	$(BIN)/python tests/test_readme.py

check: .venv/installed-dev chromium
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/kg check
	$(BIN)/python -m pytest

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-dev: pyproject.toml .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/installed

# The tests of the page need a browser. Without one they are skipped, unless KG_REQUIRE_BROWSER=1 (as in .ci/run).
.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	     && apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends chromium >/dev/null; } \
	|| echo "No Chromium found: the tests of the page will be skipped."

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
