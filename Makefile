# Leerroute: every command a developer needs. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

UV := $(CURDIR)/.tools/bin/uv
PYTHON := .venv/bin/python
MAIN_ENVIRONMENT := .venv/.made
BOT_ENVIRONMENT := bot/.venv/.made

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

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

.PHONY: lock
lock: | $(UV) ## Resolve the requirements again (after a change of pyproject.toml or bot/requirements.in)
	@$(UV) pip compile --quiet pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command "make lock" -o requirements.lock
	@cd bot && $(UV) pip compile --quiet requirements.in --python-version 3.10 --generate-hashes \
		--custom-compile-command "make lock" -o requirements.lock
	@cd setup && for tool in uv node; do $(UV) pip compile --quiet $$tool.in --universal --python-version 3.11 \
		--generate-hashes --custom-compile-command "make lock" -o $$tool.lock; done
