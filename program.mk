# Tasks for work on the program: tests, style, measurements, locks. A part of the Makefile.
.PHONY: test lint shots pictures format score bench lock

test: .venv/dev.stamp .venv/vnu.jar ## run everything: style, types, tests, pages in a real browser
	@$(MAKE) --no-print-directory lint
	@$(PY) -m pytest $(if $(UPDATE),--update-golden,--numprocesses auto --dist loadfile)

lint: .venv/dev.stamp ## ruff and mypy --strict
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

shots: .venv/dev.stamp ## pictures of every kind of page at three widths, light and dark: tests/shots/
	@$(PY) -m tests.screenshots $(ONLY)

pictures: .venv/dev.stamp ## take the pictures of the editors' handbook anew: docs/editors/pictures/
	@$(PY) -m tests.pictures

format: .venv/dev.stamp ## let ruff set the code
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

score: .venv/dev.stamp ## measure the extraction, list the worst, write the tables: make score DEV=folder
	@$(PY) -m copydesk score --dev "$(DEV)" --errors 10 --write

bench: .venv/bench.stamp ## measure what converting costs, and sites beside Hugo's: make bench SIZES="100 1000 10000"
	@$(PY) -m tests.bench
	@$(PY) -m tests.bench $(or $(SIZES),100 1000)

lock: ## resolve requirements*.in into locks with hashes (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --override requirements-overrides.txt $(LOCK_WITHOUT) --no-emit-package sortedcontainers --custom-compile-command "make lock" requirements.in -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --override requirements-overrides.txt $(LOCK_WITHOUT) --custom-compile-command "make lock" requirements-dev.in -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" requirements-bench.in -o requirements-bench.txt

# natasha is installed for the data in its wheel; what its code would need stays out of the lock.
LOCK_WITHOUT := $(foreach p,slovnet navec pymorphy2 pymorphy2-dicts-ru dawg-python docopt yargy ipymarkup intervaltree,--no-emit-package $(p))

.venv/dev.stamp: requirements-dev.txt .venv/site.stamp
	@echo "Installing the packages of requirements-dev.txt (once) ..."
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

.venv/bench.stamp: requirements-bench.txt .venv/dev.stamp
	@$(INSTALL) -r requirements-bench.txt
	@touch $@

# The checker of HTML is a Java program from npm; without it the tests say so and go on.
.venv/vnu.jar: | .venv/bin/python
	@$(PY) -m tests.nu $@
