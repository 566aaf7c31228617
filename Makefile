# make demo      see it work: the example filing and the example BCP summary, with their findings
# make check     the quick gates: style, types, import contracts
# make test      the gates, every test, and the wheel in a clean environment
# make edition   write the newest edition from the rules as they are: needed whenever a rule comes or changes
# make docs      the site, in build/site
# make test-all  all variants of all cases, and what needs environments of its own: pre-commit, editors, oldest and
#                newest dependencies
# make fuzz      feed each reader what coverage finds, FOR=60 seconds each
# make audit     ask the advisory service about the dependencies: needs the network
# make sbom      the bill of materials, in build/sbom.json
#
# Everything is installed into .venv, once for each state of pyproject.toml.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := test
.PHONY: demo check test edition docs test-all fuzz audit sbom clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

$(VENV)/package: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'filinglint needs Python 3.11 or newer: make PYTHON=/path/to/python3.11'; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo 'installing filinglint into $(VENV)'
	@$(PIP) install -qq --editable .
	@touch $@

$(VENV)/tools: pyproject.toml $(VENV)/package
	@echo 'installing the tools of development into $(VENV)'
	@$(PIP) install -qq --editable '.[dev]'
	@touch $@

# Findings are what the demo is to show: status 1 is a success here, anything above is not.
demo: $(VENV)/package
	@$(BIN)/filinglint check examples || test $$? -eq 1

check: $(VENV)/tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test: check
	$(BIN)/pytest
	.ci/wheel $(BIN)/python

edition: $(VENV)/package
	$(BIN)/python .ci/edition
	$(BIN)/python .ci/facts

test-all: $(VENV)/tools
	$(MAKE) docs
	.ci/hooks $(BIN)
	$(BIN)/filinglint test filinglint_edgar filinglint_bcp
	.ci/pack $(BIN)
	.ci/editor $(BIN)
	.ci/action $(BIN)
	.ci/first-hour $(BIN)
	.ci/browser $(BIN)
	.ci/formats $(BIN)
	.ci/dask $(BIN)
	.ci/versions $(PYTHON)
	.ci/fuzz $(BIN)/python 10
	.ci/audit $(BIN)/python
	.ci/sbom $(BIN)/python build/sbom.json

# The theme's own notice, that it will end some day, is no warning about our pages.
docs: $(VENV)/tools
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet
	@echo 'the site is in build/site'

fuzz: $(VENV)/tools
	.ci/fuzz $(BIN)/python $(or $(FOR),60)

audit: $(VENV)/package
	.ci/audit $(BIN)/python

sbom: $(VENV)/package
	.ci/sbom $(BIN)/python build/sbom.json

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
