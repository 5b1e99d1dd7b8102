# On a fresh Debian machine: `make demo` and `make test` do all the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
MODELS := $(VENV)/.models
WRITER := $(VENV)/.writer
SCREEN := $(VENV)/.screen

# What Qt needs from the system (offscreen, in an X11 window, to play videos), and a font.
SYSTEM := libglib2.0-0 libdbus-1-3 libgl1 libegl1 libxkbcommon0 libfontconfig1 fonts-inter \
	libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 \
	libxcb-xkb1 libxkbcommon-x11-0 libpulse0 libxrandr2
# What the tests need: a screen, a message bus, a browser for the jobs page, and what screen
# readers speak with.
TESTING := xvfb dbus-daemon xdotool chromium chromium-driver at-spi2-core dbus \
	python3-gi gir1.2-atspi-2.0

.PHONY: setup demo app test test-llm bench translations screenshots lint clean

setup: $(MODELS)

demo: $(MODELS)
	@$(MAKE) --no-print-directory $(WRITER) || \
		echo "Without a language model the summary is the talk's own key sentences."
	$(BIN)/python -m svs_desktop.demo --output demo-output

app: $(MODELS)
	$(BIN)/python -m svs_desktop

test: $(MODELS) $(SCREEN)
	$(BIN)/python -m pytest -m "not llm"

# With the real language model; a machine without it fetches 1.1 GB first.
test-llm: $(MODELS) $(WRITER) $(SCREEN)
	$(BIN)/python -m pytest -n 0 -m llm

bench: $(MODELS)
	$(BIN)/python benchmarks/window.py

# What is new to translate goes into resources/translations/*.ts, what is translated into *.qm.
translations: $(READY)
	$(BIN)/python tools/translations.py

screenshots: $(MODELS)
	$(BIN)/python docs/screenshots.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) build dist demo-output .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(READY): requirements.lock pyproject.toml
	@$(MAKE) --no-print-directory system PACKAGES="$(SYSTEM)"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@

$(MODELS): $(READY) resources/models.toml
	$(BIN)/svs models install base minilm
	@touch $@

$(WRITER): $(READY)
	$(BIN)/svs models install qwen2.5-coder-1.5b
	@touch $@

$(SCREEN): $(READY)
	@$(MAKE) --no-print-directory system PACKAGES="$(TESTING)"
	@touch $@

.PHONY: system
system:
	@missing="$$(for p in $(PACKAGES); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null \
		| grep -q 'ok installed' || echo $$p; done)"; \
	$(PYTHON) -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	set -- $$missing; [ $$# -eq 0 ] && exit 0; \
	command -v apt-get >/dev/null || { echo "Without apt: please install what matches $$*"; exit 0; }; \
	if [ "$$(id -u)" = 0 ]; then as=""; \
	elif sudo -n true 2>/dev/null; then as="sudo"; \
	else echo "Please run this, then make again:"; \
		echo "  sudo apt-get install --no-install-recommends $$*"; exit 1; fi; \
	echo "Installing from Debian: $$*"; \
	$$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		$$as apt-get install -qq -y --no-install-recommends "$$@" >/dev/null
