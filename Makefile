# Every task of a digest, by name. CI calls only these. `make help` lists them.
# Those for work on the program itself are in program.mk.
# The environment lives in .venv and is made again when its lock file changes.
PYTHON ?= python3
PY := .venv/bin/python
export PYTHONPATH := plugins
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help site serve check convert changes issue admin clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: .venv/site.stamp $(if $(filter 1,$(DIGEST_ADMIN)),admin) ## make the environment, convert the seeds, build output/
	@$(PY) -m digest
	@echo "The site is in $(CURDIR)/output. Look at it with: make serve"

serve: .venv/site.stamp ## build, serve on localhost, rebuild and reload on every change
	@$(PY) -m digest.serve $(if $(PORT),--port $(PORT))

convert: .venv/site.stamp ## turn new and changed seeds into Markdown, without building
	@$(PY) -m copydesk convert $(if $(REPORT),--report "$(REPORT)")

check: .venv/site.stamp ## validate everything in content/ and seeds/; exit 1 on errors
	@$(PY) -m copydesk check

changes: .venv/site.stamp ## tell what changed since another state of the project: make changes BASE=folder
	@$(PY) -m copydesk changes --base "$(BASE)" $(if $(OFFERS),--offers "$(OFFERS)")

issue: .venv/site.stamp ## turn the text of an issue into an entry; ISSUE_BODY and ISSUE_NUMBER are its words
	@$(PY) -m copydesk from-issue

admin: .venv/site.stamp ## fetch the browser editor, for DIGEST_ADMIN=1
	@$(PY) -m digest.admin

clean: ## remove the built site and the environment
	rm -rf output .output.old .venv

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
	@echo "Installing the packages of requirements.txt (about 150 MB, once) ..." >&2
	@$(INSTALL) -r requirements.txt
	@touch $@

-include program.mk
