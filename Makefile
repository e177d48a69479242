# Every target sets up what it needs first: python3 (3.11 or later) and make are enough.
# System packages are installed by `scripts/system-packages` when they are missing (root or sudo).

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: letter serve test bench accuracy learn golden docs lock clean

letter: $(READY)  ## run the main job on a bundled example and say where the letter is
	$(BIN)/wellfounded run examples/tms --on 2026-03-20 --out out/tms

serve: $(READY)  ## open the desk over out/desk, with the bundled cases to try
	$(BIN)/wellfounded serve out/desk

# A hundred commands and desks are started by the tests: each takes its modules compiled, whatever the caller's shell says.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(READY)  ## lint, types, floors, then every test
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-cache > .cache/floors.txt || { cat .cache/floors.txt; exit 1; }
	$(BIN)/pytest -n 2 --dist worksteal

bench: $(READY)  ## time the whole run and each room beside the floor of the libraries alone
	$(BIN)/python bench/run.py

accuracy: $(READY)  ## measure every reader on the development set
	$(BIN)/python bench/accuracy.py

learn: $(READY)  ## learn the readers' weights anew from the labelled papers (an hour)
	for room in family payer decisions reasons believed chart policy; do $(BIN)/python scripts/learn_$$room.py || exit 1; done

golden: $(READY)  ## write the goldens anew; the only thing that ever does
	$(BIN)/python scripts/golden.py

docs: $(READY)  ## write docs/reference from the code
	$(BIN)/python scripts/reference.py

lock: $(READY)  ## resolve the dependencies again, with hashes and without any host's name
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header --python-version 3.11 --universal -o requirements.lock

$(READY): requirements.lock pyproject.toml scripts/system-packages
	sh scripts/system-packages
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	mkdir -p .cache
	touch $(READY)

clean:
	rm -rf .venv out .cache
