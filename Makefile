# Two commands need only Python 3.11: `make run` and `make test`. Everything else is for working on Zimun.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
SETUP = $(or $(PYTHON),$(error Zimun needs Python 3.11 or newer, and none was found. Say where: make PYTHON=/path/to/python3)) script/setup.py

.PHONY: run test lint format lock sbom clean

# Zimun with its own PostgreSQL and Redis and a demo business, on PORT (8000).
run:
	@$(SETUP) requirements.lock
	@exec .venv/bin/zimun run

# As many processes as tests/conftest.py says, each with servers of its own, and each takes whole files in the order given there.
# No more than four: browsers and databases have to fit into a laptop's memory. A single file needs none of it.
AT_ONCE = --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# Everything that CI runs. Types and imports are checked beside the tests and told below them.
test:
	@$(SETUP) requirements-dev.lock --browser
	@$(MAKE) --no-print-directory style
	@told=$$(mktemp); $(MAKE) --no-print-directory structure >$$told 2>&1 & structure=$$!; \
	.venv/bin/python -m pytest $(AT_ONCE); tests=$$?; \
	wait $$structure; structure=$$?; cat $$told; rm $$told; exit $$((tests | structure))

# What needs no server: style, types, and who may import whom.
lint:
	@$(SETUP) requirements-dev.lock
	@$(MAKE) --no-print-directory checks

.PHONY: checks style structure
checks: style structure
style:
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
structure:
	.venv/bin/mypy
	.venv/bin/lint-imports

format:
	@$(SETUP) requirements-dev.lock
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

# The newest versions of everything, for any Python and machine we support, by hash and without addresses.
COMPILE = .venv/uv/bin/uv pip compile --quiet --system-certs --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock"
lock:
	@$(SETUP) requirements-dev.lock
	$(COMPILE) pyproject.toml --group build -o requirements.lock
	$(COMPILE) pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock
	echo uv | $(COMPILE) - -o requirements-uv.lock

# What Zimun is made of, for those who keep such lists: every package that it runs with, its version and hashes (CycloneDX).
sbom:
	@$(SETUP) requirements-dev.lock
	.venv/uv/bin/uv tool run --system-certs --from cyclonedx-bom cyclonedx-py requirements --pyproject pyproject.toml \
		--output-reproducible --output-file zimun.cdx.json requirements.lock

# Away with what can be made again; the data in .data stay.
clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache zimun.egg-info zimun.cdx.json

# The official MCP conformance suite, the inspector and the TypeScript SDK, from npm, against our door.
.PHONY: conformance
conformance:
	@$(SETUP) requirements-dev.lock
	.venv/bin/python -m tests.web.mcp.conformance

# The pictures of the README, from a browser on the demo website.
.PHONY: pictures
pictures:
	@$(SETUP) requirements-dev.lock --browser
	.venv/bin/python -m tests.journeys.pictures

# Attacks at their full size, most of an hour on two quiet cores, with figures; SOAK is how many seconds the last lasts.
SOAK ?= 300
.PHONY: attack mutants
attack:
	@$(SETUP) requirements-dev.lock
	.venv/bin/python -m pytest --full --soak $(SOAK) -s -v
	@$(MAKE) --no-print-directory mutants

# One protection after the other is broken on purpose: each attack must notice.
mutants:
	@$(SETUP) requirements-dev.lock
	.venv/bin/python -m tests.attack.mutants
