# Every task of the project, by name. CI calls only these. `make help` lists them.
# The environment lives in .venv and is made again when its lock file changes.
PYTHON ?= python3
PY := .venv/bin/python
export PYTHONPATH := plugins
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help site serve check convert test lint shots format score bench lock clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

site: .venv/site.stamp ## make the environment, convert the seeds, build output/
	@$(PY) -m pelican -s pelican.conf.py --fatal errors
	@echo "The site is in $(CURDIR)/output. Look at it with: make serve"

serve: .venv/site.stamp ## build, serve on localhost, rebuild and reload on every change
	@$(PY) -m digest.serve $(if $(PORT),--port $(PORT))

convert: .venv/site.stamp ## turn new and changed seeds into Markdown, without building
	@$(PY) -m copydesk convert

check: .venv/site.stamp ## validate everything in content/ and seeds/; exit 1 on errors
	@$(PY) -m copydesk check

test: .venv/dev.stamp .venv/vnu.jar ## run everything: style, types, tests, pages in a real browser
	@$(MAKE) --no-print-directory lint
	@$(PY) -m pytest $(if $(UPDATE),--update-golden,--numprocesses auto --dist loadfile)

lint: .venv/dev.stamp ## ruff and mypy --strict
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

shots: .venv/dev.stamp ## pictures of every kind of page at three widths, light and dark: tests/shots/
	@$(PY) -m tests.screenshots $(ONLY)

format: .venv/dev.stamp ## let ruff set the code
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

score: .venv/dev.stamp ## measure the extraction, list the worst, write the tables: make score DEV=folder
	@$(PY) -m copydesk score --dev "$(DEV)" --errors 10 --write

bench: .venv/dev.stamp ## measure what converting costs, by stage: time, start, memory
	@$(PY) -m tests.bench

lock: ## resolve requirements*.in into locks with hashes (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --override requirements-overrides.txt $(LOCK_WITHOUT) --no-emit-package sortedcontainers --custom-compile-command "make lock" requirements.in -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --override requirements-overrides.txt $(LOCK_WITHOUT) --custom-compile-command "make lock" requirements-dev.in -o requirements-dev.txt

# natasha is installed for the data in its wheel; what its code would need stays out of the lock.
LOCK_WITHOUT := $(foreach p,slovnet navec pymorphy2 pymorphy2-dicts-ru dawg-python docopt yargy ipymarkup intervaltree,--no-emit-package $(p))

clean: ## remove the built site and the environment
	rm -rf output .venv

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Say which one to use: make PYTHON=/path/to/python3.12 site")'
	@$(PYTHON) -m venv .venv || { echo "The environment could not be made. On Debian and Ubuntu: apt install python3-venv"; rm -rf .venv; exit 1; }

# --no-deps: the lock names every package, and some of natasha's requirements are left out on purpose.
INSTALL = $(PY) -m pip install --disable-pip-version-check --quiet --no-deps --only-binary :all: --require-hashes

# Says where `copydesk` is, relative to the environment: `python -m copydesk` then needs nothing set.
.venv/plugins.stamp: | .venv/bin/python
	@$(PY) -c 'import os, sysconfig; home = sysconfig.get_path("purelib"); \
	  open(os.path.join(home, "copydesk.pth"), "w").write(os.path.relpath("plugins", home) + "\n")'
	@touch $@

.venv/site.stamp: requirements.txt | .venv/bin/python .venv/plugins.stamp
	@echo "Installing the packages of requirements.txt (about 150 MB, once) ..."
	@$(INSTALL) -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/site.stamp
	@echo "Installing the packages of requirements-dev.txt (once) ..."
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

# The checker of HTML is a Java program from npm; without it the tests say so and go on.
.venv/vnu.jar: | .venv/bin/python
	@$(PY) -m tests.nu $@
