# Tasks for work on the program: tests, style, measurements, locks. A part of the Makefile.
.PHONY: test lint shots pictures format score bench lock properties fuzz faults soak reproducible audit licences

test: .venv/dev.stamp .venv/vnu.jar .venv/editor.stamp ## run everything: style, types, tests, pages in a real browser
	@$(MAKE) --no-print-directory lint
	@PYTHONWARNDEFAULTENCODING=1 $(PY) -m pytest $(if $(UPDATE),--update-golden,--numprocesses auto --dist loadfile)

lint: .venv/dev.stamp ## ruff and mypy --strict
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

press: .venv/dev.stamp ## many random edits, each compared with a build from nothing: make press SEEDS=50
	@PRESS_SEEDS=$(or $(SEEDS),20) PRESS_STEPS=6 $(PY) -m pytest -q -k any_edits --numprocesses auto tests/test_digest_press.py

shots: .venv/dev.stamp ## pictures of every kind of page at three widths, light and dark: tests/shots/
	@$(PY) -m tests.screenshots $(ONLY)

pictures: .venv/dev.stamp ## take the pictures of the README and the editors' handbook anew: docs/
	@$(PY) -m tests.pictures

format: .venv/dev.stamp ## let ruff set the code
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

score: .venv/dev.stamp ## measure the extraction, list the worst, write the tables: make score DEV=folder
	@$(PY) -m copydesk score --dev "$(DEV)" --errors 10 --write

bench: .venv/bench.stamp ## measure what converting costs, and sites beside Hugo's: make bench SIZES="100 1000 10000"
	@$(PY) -m tests.bench
	@$(PY) -m tests.bench $(or $(SIZES),100 1000)

properties: .venv/dev.stamp ## the invariants on very many examples: make properties EXAMPLES=20000
	@PROPERTIES=$(or $(EXAMPLES),20000) $(PY) -m pytest -q tests/test_properties.py
	@$(PY) -m tests.trials.properties $(or $(EXAMPLES),20000)

fuzz: .venv/fuzz.stamp ## six targets fed with mutated texts, guided by coverage; WITH="--seconds 60" is shorter
	@$(PY) -m tests.trials.fuzz $(WITH)

faults: .venv/dev.stamp ## kill and starve converter and build; WITH="--kills 20 --levels 5 --pairs 5" is shorter
	@$(PY) -m tests.trials.faults $(WITH)

soak: .venv/dev.stamp ## 10,000 seeds, 500 of them bad; WITH="--seeds 1000 --bad 50" is shorter
	@$(PY) -m tests.trials.soak $(WITH)

reproducible: .venv/dev.stamp ## 12 builds under other circumstances: the same bytes; WITH="--builds 4" is shorter
	@$(PY) -m tests.trials.reproducible $(WITH)

audit: .venv/audit.stamp ## known weaknesses of the packages; the workflows read by zizmor (asks the network)
	@.venv/audit/bin/zizmor --offline .github/workflows
	@for lock in requirements.txt requirements-dev.txt requirements-fuzz.txt; do \
	  .venv/audit/bin/pip-audit --require-hashes --disable-pip --no-deps --strict -r $$lock || exit 1; done

licences: .venv/dev.stamp ## write docs/licences.md
	@$(PY) -m tests.licences

lock: ## resolve requirements*.in into locks with hashes (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --override requirements-overrides.txt $(LOCK_WITHOUT) --no-emit-package sortedcontainers --custom-compile-command "make lock" requirements.in -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --override requirements-overrides.txt $(LOCK_WITHOUT) --custom-compile-command "make lock" requirements-dev.in -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" requirements-bench.in -o requirements-bench.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" requirements-fuzz.in -o requirements-fuzz.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" requirements-audit.in -o requirements-audit.txt

# natasha is installed for the data in its wheel; what its code would need stays out of the lock.
LOCK_WITHOUT := $(foreach p,slovnet navec pymorphy2 pymorphy2-dicts-ru dawg-python docopt yargy ipymarkup intervaltree,--no-emit-package $(p))

.venv/dev.stamp: requirements-dev.txt .venv/site.stamp
	@echo "Installing the packages of requirements-dev.txt (once) ..." >&2
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

.venv/fuzz.stamp: requirements-fuzz.txt .venv/dev.stamp
	@$(INSTALL) -r requirements-fuzz.txt
	@touch $@

.venv/bench.stamp: requirements-bench.txt .venv/dev.stamp
	@$(INSTALL) -r requirements-bench.txt
	@touch $@

# The checker of HTML is a Java program from npm; without it the tests say so and go on.
.venv/vnu.jar: | .venv/bin/python
	@$(PY) -m tests.nu $@

.venv/audit.stamp: requirements-audit.txt | .venv/bin/python
	@$(PY) -m venv .venv/audit
	@.venv/audit/bin/python -m pip install --disable-pip-version-check --quiet --no-deps --only-binary :all: \
	  --require-hashes -r requirements-audit.txt
	@touch $@

# The browser editor is a package of npm; without it its tests say so and are skipped.
.venv/editor.stamp: | .venv/bin/python
	@$(PY) -m digest.admin && touch $@ || true
