# Everything runs in .venv, which tools/environment.sh makes from the locked requirements; nothing to activate.
# More words for a command: make test ARGS="-k dates", make serve ARGS="--dev-addr 127.0.0.1:8001"

BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build docs zensical test approve mutants schema licences sbom wheel check check-lint check-format check-types check-floors format hooks lock upgrade clean environment environment-run

help:
	@echo "make serve    build the site of seeds/ and show it here, rebuilt on every change"
	@echo "make build    write the site into site/"
	@echo "make docs     make the manual of docs/ anew, in .cache/docs"
	@echo "make zensical export the pages and build them with Zensical (OUT: where)"
	@echo "make test     run every test, browser tests included"
	@echo "make approve  write anew what is found on the project's own words; read the difference before you commit it"
	@echo "make mutants  change rules at random and list the changes that no test notices"
	@echo "make schema   write the schema of the JSON export anew from the model"
	@echo "make wheel    build the package, install it by plain pip elsewhere, and read every format with it"
	@echo "make licences list the licences of all that Briefs needs; fails where one is not known"
	@echo "make sbom     write what the lock holds as a CycloneDX list"
	@echo "make check    lint, format, types and floors, without changing a file"
	@echo "make format   put the code into the house format"
	@echo "make hooks    run the checks before every commit"
	@echo "make lock     bring requirements/ in step with pyproject.toml (upgrade: to the newest versions)"
	@echo "make clean    remove the environment, the caches and the built site"

serve: environment-run
	$(BIN)/briefs serve $(ARGS)

build: environment-run
	$(BIN)/briefs build $(ARGS)

docs: environment
	$(BIN)/python -m tools.manual
	$(BIN)/python -m mkdocs build --quiet --strict --config-file docs/mkdocs.yml $(ARGS)

zensical: environment
	$(BIN)/briefs export $(or $(OUT),.cache/zensical) --format zensical
	cd $(or $(OUT),.cache/zensical) && $(CURDIR)/$(BIN)/zensical build

# Side by side on up to four cores; the tests of one file stay together, for what they share is made once.
test: environment
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile $(ARGS)

approve: environment
	$(BIN)/python -m pytest -q tests/approved --accept $(ARGS)
	git diff --stat -- tests/approved

mutants: environment
	$(BIN)/python -m tools.mutate $(ARGS)

schema: environment
	$(BIN)/python -m tools.export_schema

licences: environment
	$(BIN)/python -m tools.licences

sbom:
	tools/sbom.sh

wheel: environment
	$(BIN)/python -m tools.try_wheel

check: check-lint check-format check-types check-floors

check-lint: environment
	$(BIN)/ruff check .

check-format: environment
	$(BIN)/ruff format --check .

check-types: environment
	$(BIN)/mypy

check-floors: environment
	$(BIN)/lint-imports

format: environment
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

hooks: environment
	$(BIN)/pre-commit install

environment:
	@tools/environment.sh dev

environment-run:
	@tools/environment.sh run

lock:
	tools/lock.sh

upgrade:
	tools/lock.sh --upgrade

clean:
	rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find site -mindepth 1 ! -name .gitignore -delete
