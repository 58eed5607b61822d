# make run   install once, build the index once, open the chat (PORT=8501)
# make test  install what the tests need, then format, lint, types, tests

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8501
BIN := .venv/bin

.PHONY: run index test clean

run: index
	$(BIN)/python -m ui.serve --port $(PORT)

index: .venv/installed
	$(BIN)/python -m index build

test: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ .venv/installed

clean:
	rm -rf .venv var
