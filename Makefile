# The commands of the project. Everything runs in .venv, made on first use.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin
LANGUAGES := de en es fr

# What is measured and tested is what is shipped, whoever's machine it is.
export DRAGOMAN_ACTORS := $(CURDIR)/build/no-own-actors

.PHONY: help demo test check evaluate bench train-parser lemmas cities lock clean

help: ## What can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/.run: pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dragoman needs Python 3.11 or newer; set PYTHON=…")'
	$(PYTHON) -m venv $(VENV)
	$(RUN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(RUN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.run ## Read the four example articles
	@$(RUN)/dragoman read --format pretty $(LANGUAGES:%=examples/%.txt)

test: $(VENV)/.dev ## Run all tests
	$(RUN)/python -m pytest

check: $(VENV)/.dev ## Style, types, layers, docs
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(RUN)/lint-imports
	$(RUN)/python -m pytest tests/test_docs.py

evaluate: $(VENV)/.dev ## Score events, actors and parser, where the yardsticks are there
	$(RUN)/python -m evaluation.scoreboard $(ARGS)
	$(RUN)/python -m evaluation.mentions
	$(RUN)/python -m evaluation.parser

bench: $(VENV)/.dev ## Time the stages and the parser
	$(RUN)/python -m benchmarks.stages
	$(RUN)/python -m benchmarks.parser
	$(RUN)/python -m benchmarks.actors

train-parser: $(VENV)/.dev ## Train the parser from TREEBANKS=DIR
	$(RUN)/python -m pip install --quiet --disable-pip-version-check -r training/parser/requirements.txt
	$(RUN)/python -m training.parser.convert $(TREEBANKS) build/parser
	$(RUN)/python -m training.parser.encoder build/parser
	$(RUN)/python -m training.parser.train build/parser
	$(RUN)/python -m training.parser.pack build/parser

lemmas: $(VENV)/.dev ## Renew the tables of word forms after words were added to the data
	$(RUN)/python -m training.lemmas.build

cities: $(VENV)/.dev ## Renew the table of cities from GeoNames
	$(RUN)/python -m pip install --quiet --disable-pip-version-check -r training/cities/requirements.txt
	$(RUN)/python -m training.cities.build

lock: ## Renew the lock files from what pip finds today
	rm -rf build/lock && $(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check .
	(echo "# Pinned by \`make lock\`: what runs."; build/lock/bin/python -m pip freeze --exclude dragoman) > requirements.lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check --group dev
	(echo "# Pinned by \`make lock\`: what tests and checks need on top."; \
	  build/lock/bin/python -m pip freeze --exclude dragoman | grep -vxFf requirements.lock) > requirements-dev.lock

clean: ## Remove the environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
