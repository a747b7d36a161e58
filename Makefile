# Two commands: `make demo` and `make test`. Each sets up .venv by itself; on Windows use the pip lines in README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# On Linux, PyPI's torch brings gigabytes of CUDA that nothing here uses: constraints.txt asks for the CPU build, and
# where no configured index has it, PyTorch's own is asked.
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu
TORCH := $(shell sed -n 's/^\(torch==[^ ;]*\) *; *sys_platform == "linux"/\1/p' constraints.txt)

.PHONY: demo test lint types architecture suite bench clean

demo: $(VENV)/.ready
	$(BIN)/curalign check corpora/maple-valley --fail-on never -o maple-valley-report.html

test: lint architecture types suite

suite: $(VENV)/.ready-dev
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.ready-dev
	$(BIN)/mypy

architecture: $(VENV)/.ready-dev
	$(BIN)/lint-imports

bench: $(VENV)/.ready-dev
	$(BIN)/python -m benchmarks.speed.check

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build dist

$(VENV)/.torch: constraints.txt
	$(PYTHON) -m venv $(VENV)
	@if [ "$$(uname -s)" = Linux ]; then \
	  $(BIN)/pip install -q "$(TORCH)" || $(BIN)/pip install -q "$(TORCH)" --extra-index-url $(TORCH_INDEX); \
	fi
	@touch $@

$(VENV)/.ready: $(VENV)/.torch pyproject.toml
	$(BIN)/pip install -q -c constraints.txt -e .
	@touch $@

# What `demo` needs is a part of it, so that nothing is installed twice.
$(VENV)/.ready-dev: $(VENV)/.torch pyproject.toml
	$(BIN)/pip install -q -c constraints.txt -e '.[dev]'
	@touch $(VENV)/.ready $@
