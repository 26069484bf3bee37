# Short names for what developers do often; officers need only start.py.
.PHONY: check test long bench constraints docs
BIN := .venv/bin

check: test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test:
	python3 start.py test

long:
	python3 start.py test -m long

bench:
	$(BIN)/python -m tests.bench

constraints:
	uv pip compile --universal --python-version 3.11 --extra dev pyproject.toml \
		-o constraints.txt --no-annotate --no-header

docs:
	$(BIN)/python -m dashboard reference --write docs/rujukan-berkas.md
