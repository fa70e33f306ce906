# Two commands do everything from a bare clone: `make demo` and `make test`. Both need Python 3.11 or newer and nothing else.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
UV     := $(BIN)/uv
DONE   := $(VENV)/.installed
FAST   := .venv-fast

# Articles of publishers with gold, not in the repository; without them the sheet keeps their numbers as measured last.
SHARED ?= ../shared
DEV    := $(SHARED)/evaluation/dev

.DEFAULT_GOAL := help
.PHONY: help install fast fast-test demo test lint types format seeds-check unit kafka docs evaluation wheel lock bench clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

install: $(DONE) ## everything, pinned and checked by hash, into .venv/

# The lock holds hashes and no host names: whichever index pip is set up for is used.
$(DONE): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Rasad needs Python 3.11 or newer, this is " + sys.version.split()[0] + ": make PYTHON=python3.11 ...")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	test -x $(UV) || $(BIN)/python -m pip install -q --disable-pip-version-check uv
	$(UV) pip install -q --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

fast: $(FAST)/.installed ## the same with its cores compiled, into .venv-fast/: needs a C compiler

# Sources in the checkout are never shadowed: the compiled ones are in a wheel, and the wheel in an environment of its own.
$(FAST)/.installed: $(DONE) $(shell find agents streams seeds compiled -type f -not -name '*.pyc')
	@mkdir -p build && touch build/begun
	$(BIN)/python -m compiled
	test -x $(FAST)/bin/python || $(BIN)/python -m venv $(FAST)
	$(UV) pip install -q --compile-bytecode --python $(FAST)/bin/python --require-hashes -r requirements.lock
	$(UV) pip install -q --python $(FAST)/bin/python --no-deps --reinstall "$$(ls -t dist/rasad-*-cp*.whl | head -1)"
	@touch -r build/begun $@

fast-test: fast ## reports and tables of the compiled build are those of the sources, byte for byte
	RASAD_FAST=$(FAST)/bin $(BIN)/pytest tests/compiled

demo: install ## replays the shipped feed, ten weeks of a war, and ends with its tables and alerts
	$(BIN)/rasad replay --speed max

test: install lint types seeds-check unit ## everything: lint, types, seeds, unit and property tests, golden replay, crash tests, a real Kafka
	@$(BIN)/python -m tests.closing

lint: install ## style, and imports that run one way
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: install ## mypy, strict
	$(BIN)/mypy

format: install ## rewrites the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

seeds-check: install ## lexicons, gazetteer, actors, alert rules, overrides
	$(BIN)/rasad check

unit: install ## all tests; those on Kafka are skipped, with a word why, where neither Java nor Docker is at hand
	$(BIN)/pytest -n 2 --dist loadgroup

kafka: install ## only the tests on a real Apache Kafka
	$(BIN)/pytest -m kafka tests/kafka

docs: install ## rewrites the generated pages of docs/
	$(BIN)/python -m docs.build

evaluation: install ## measures reading against gold anew: docs/methodology.md
	$(BIN)/rasad evaluate --write docs/methodology.md --by field
	test ! -d $(DEV) || $(BIN)/rasad evaluate --articles $(DEV)/articles.jsonl --gold $(DEV)/gold.jsonl --clusters $(DEV)/clusters.json --split --by field --name "development articles" --write docs/methodology.md

wheel: install ## dist/rasad-*.whl
	$(UV) build -q --wheel --no-build-isolation --python $(BIN)/python

lock: ## pins the newest versions that pyproject.toml allows
	$(UV) pip compile -q --universal --python-version 3.11 --no-header --no-annotate --generate-hashes --group test --group lint --group build pyproject.toml -o requirements.lock

bench: install ## the benchmarks of docs/performance.md
	$(BIN)/python -m benchmarks

clean: ## removes what the other recipes made
	rm -rf $(VENV) $(FAST) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
