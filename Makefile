# Leerroute: every command a developer needs. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

UV := $(CURDIR)/.tools/bin/uv
PYTHON := .venv/bin/python
MAIN_ENVIRONMENT := .venv/.made
BOT_ENVIRONMENT := bot/.venv/.made
SIDE_BY_SIDE := -n 2 --dist loadfile

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' Makefile

$(UV):
	@setup/get-uv

$(MAIN_ENVIRONMENT): requirements.lock setup/make-environment | $(UV)
	@echo "Installing the main environment …"
	@setup/make-environment . requirements.lock 3.11 '>=3.11'
	@touch $@

$(BOT_ENVIRONMENT): bot/requirements.lock bot/.python-version setup/make-environment | $(UV)
	@echo "Installing the Rasa environment …"
	@setup/make-environment bot requirements.lock 3.10
	@touch $@

.PHONY: env
env: $(MAIN_ENVIRONMENT) $(BOT_ENVIRONMENT) ## Make both environments from their hashed locks

.PHONY: up
up: env ## Prepare what is out of date and run Leerroute on http://127.0.0.1:8000 until Ctrl-C
	@exec $(PYTHON) -m leerroute.running up

.PHONY: prepare
prepare: env ## Only prepare: build the widget, train the model, load the catalogue
	@$(PYTHON) -m leerroute.running prepare

.PHONY: train
train: env ## Train the Rasa model when its inputs changed
	@$(PYTHON) -m leerroute.running train

.PHONY: widget
widget: env ## Build the widget when its sources changed
	@$(PYTHON) -m leerroute.running widget

.PHONY: catalogue
catalogue: env ## Check the content files and load them into the database
	@$(PYTHON) -m leerroute.catalogue load

.PHONY: test
test: env lint test-bot ## Test everything: lint, components, core, API, real conversations, browser
	@$(PYTHON) -m leerroute.running widget
	@$(PYTHON) -m leerroute.running train
ifdef TESTS
	@$(PYTHON) -m pytest $(TESTS)
else # Playwright and asyncio do not share a process, and the running system is started once
	@$(PYTHON) -m pytest $(SIDE_BY_SIDE) -m 'not system' --ignore=tests/browser
	@$(PYTHON) -m pytest $(SIDE_BY_SIDE) -m 'not system' tests/browser
	@$(PYTHON) -m pytest -m system
endif

.PHONY: test-quick
test-quick: env ## Test all that does not need the whole system running
	@$(PYTHON) -m pytest -m 'not system' --ignore=tests/browser --ignore=tests/conversations $(SIDE_BY_SIDE) $(TESTS)

.PHONY: test-bot
test-bot: env ## Test Rasa's components, in their own Python
	@bot/.venv/bin/python -m pytest --rootdir bot -c bot/pytest.ini bot/tests

.PHONY: lint
lint: env ## Check style, types and the direction of imports
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-cache
	@! grep -rnE '^(from|import) (leerroute|api|actions)\b' bot --include=*.py --exclude-dir=.venv \
		|| { echo "bot/ never imports leerroute, api or actions (see above)." >&2; false; }

.PHONY: format
format: env ## Format the code and mend what ruff can mend
	@.venv/bin/ruff check --fix --quiet . || true
	@.venv/bin/ruff format .

.PHONY: bench
bench: bench-guidance bench-conversation bench-catalogue bench-page bench-understanding ## Measure everything there is a measure for

.PHONY: bench-understanding
bench-understanding: env ## Measure how well messages are understood, next to Rasa's default pipeline
	@bot/.venv/bin/python -m bench.understanding

.PHONY: bench-guidance
bench-guidance: env ## Show questions and routes of the personas, the language of all texts, the speed of the core
	@$(PYTHON) -m bench.guidance

.PHONY: bench-catalogue
bench-catalogue: env ## Show how fast the SQL catalogue answers with 100, 1,000 and 10,000 measures
	@$(PYTHON) -m bench.catalogue

.PHONY: bench-page
bench-page: widget ## Show how soon the page can be used on a slow phone, what moves and what it weighs
	@$(PYTHON) -m bench.page

.PHONY: bench-conversation
bench-conversation: env ## Let simulated people talk with the whole system; measure turns early and late in a talk
	@$(PYTHON) -m bench.conversation

.PHONY: screenshots
screenshots: env ## Take the pictures of the README from a running system
	@$(PYTHON) -m tests.browser.screenshots

.PHONY: lock
lock: | $(UV) ## Resolve the requirements again (after a change of pyproject.toml or bot/requirements.in)
	@$(UV) pip compile --quiet pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command "make lock" -o requirements.lock
	@cd bot && $(UV) pip compile --quiet requirements.in --python-version 3.10 --generate-hashes \
		--custom-compile-command "make lock" -o requirements.lock
	@cd setup && for tool in uv node; do $(UV) pip compile --quiet $$tool.in --universal --python-version 3.11 \
		--generate-hashes --custom-compile-command "make lock" -o $$tool.lock; done

.PHONY: clean
clean: ## Remove everything that was made (also the local database)
	@rm -rf .tools .venv bot/.venv models var .rasa widget/node_modules widget/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
