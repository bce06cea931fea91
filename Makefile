# ratsam: what one does with this folder. `make help` lists it.
#
#   V=1       shows every command of the build
#   make -s   shows only what matters
#
# Works with GNU make 3.81 and later; recipes are plain sh.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
PYTHON ?= python3
PLAN ?= plans/musterstadt
PAPER ?= plans/hannover
BENCH_ARGUMENTS ?=
TEST_ARGUMENTS ?=
FUZZ_SECONDS ?= 60

SYSTEM := $(shell uname -s)
RATSAM := .build/release/ratsam
FORMATTED := Sources Tests Package.swift

# On Linux one file with nothing to install beside it: see docs/decisions/0002-static-executable.md.
# `--product` keeps the test targets out, which cannot be linked this way.
RELEASE := -c release --product ratsam
ifeq ($(SYSTEM),Linux)
RELEASE += -Xswiftc -static-executable -Xswiftc -use-ld=lld
endif

# V=1 and make -s reach the Swift build.
ifdef V
VERBOSITY := --verbose
else ifneq (,$(findstring s,$(filter-out --%,$(firstword -$(MAKEFLAGS)))))
VERBOSITY := --quiet
endif

.DEFAULT_GOAL := help
.PHONY: help run build test bench bench-smoke exchange fuzz pages lint format install uninstall clean dependencies

help: ## list what one can do here
	@echo "ratsam: make TARGET"
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | awk -F'|' '{ printf "  %-14s %s\n", $$1, $$2 }'
	@echo
	@echo "Variables: PREFIX=$(PREFIX) DESTDIR V=1 PAPER PLAN FUZZ_SECONDS=$(FUZZ_SECONDS)"

run: dependencies ## build, check the plan of a real council paper, print two tables of a finished one
	@echo "Building ratsam; the first time takes a few minutes."
	@$(SWIFT) build $(RELEASE) --quiet
	@printf '\n$$ ratsam check %s\n\n' '$(PAPER)'
	@$(RATSAM) check $(PAPER) || [ $$? -eq 1 ]
	@printf '\n$$ ratsam table cost-by-committee %s\n\n' '$(PLAN)'
	@$(RATSAM) table cost-by-committee $(PLAN)
	@printf '\n$$ ratsam table gender-coverage %s\n\n' '$(PLAN)'
	@$(RATSAM) table gender-coverage $(PLAN)

build: dependencies ## build the command line tool: .build/release/ratsam
	$(SWIFT) build $(RELEASE) $(VERBOSITY)

test: dependencies ## run the tests (RATSAM_UPDATE_GOLDENS=1 writes the goldens anew)
	$(SWIFT) test $(VERBOSITY) $(TEST_ARGUMENTS)

# What times parts of ratsam inside one process is linked from the objects of the release build, so
# that it measures what people run. `-package-name` lets it use what is `package`.
STOPWATCH := .build/bench/stopwatch
STOPWATCH_TARGETS := SourceText Diagnostics Values YAMLSyntax RuleSyntax Model Semantics Reporting Evaluation Linting
STOPWATCH_FLAGS := -O -parse-as-library -swift-version 6 $(if $(filter Linux,$(SYSTEM)),-static-executable -use-ld=lld)

$(STOPWATCH): build Tests/Bench/swift/Stopwatch.swift
	@mkdir -p .build/bench
	@$(SWIFT)c $(STOPWATCH_FLAGS) -package-name $(PACKAGE_NAME) -module-name Stopwatch \
	  -I .build/release/Modules -I Sources/CLibYAML -I Sources/CPrefetch -o $@ Tests/Bench/swift/Stopwatch.swift \
	  $$(for target in $(STOPWATCH_TARGETS); do \
	    for object in ".build/release/$$target.build/"*.swift.o; do \
	      source=$$(basename "$$object" .o); \
	      [ -z "$$(find "Sources/$$target" .build/plugins/outputs -name "$$source")" ] || echo "$$object"; \
	    done; \
	  done) -lyaml

bench: $(STOPWATCH) ## measure against the floor of the YAML reader (BENCH_ARGUMENTS="--sizes 10000")
	@$(PYTHON) Tests/Bench/bench.py --ratsam $(RATSAM) $(BENCH_ARGUMENTS)

bench-smoke: $(STOPWATCH) ## the benchmark's findings and ratios at 40 and 1,000 measures
	@$(PYTHON) Tests/Bench/bench.py --ratsam $(RATSAM) --smoke $(BENCH_ARGUMENTS)

# check-jsonschema in an environment of its own, from the package index that pip is set up with.
# An environment that was made in part is made anew.
EXCHANGE := .build/exchange
CHECK_JSONSCHEMA := check-jsonschema==0.39.0

exchange: build $(EXCHANGE)/installed ## check the JSON Schema and all JSON documents with the Python package check-jsonschema
	@$(EXCHANGE)/bin/python Tests/Exchange/exchange.py --ratsam $(RATSAM)

$(EXCHANGE)/installed: Makefile
	@command -v $(PYTHON) > /dev/null || { echo "make exchange needs Python 3 ($(PYTHON))"; exit 1; }
	@rm -rf $(EXCHANGE)
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { \
	  command -v apt-get > /dev/null || { echo "make exchange needs Python with venv and ensurepip"; exit 1; }; \
	  sudo=; [ "$$(id -u)" -eq 0 ] || sudo=sudo; \
	  install="$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends python3-venv"; \
	  echo "Installing python3-venv"; \
	  $$install || { $$sudo apt-get update && $$install; }; }
	@echo "Installing $(CHECK_JSONSCHEMA) into $(EXCHANGE)"
	@$(PYTHON) -m venv $(EXCHANGE)
	@$(EXCHANGE)/bin/python -m pip install --quiet --disable-pip-version-check "$(CHECK_JSONSCHEMA)" || \
	  { echo "$(CHECK_JSONSCHEMA) could not be installed; make exchange cannot check anything"; exit 1; }
	@touch $@

pages: build ## write docs/rules anew: one page for each shipped rule
	rm -rf docs/rules
	$(RATSAM) rules --no-config --rules rules --pages docs/rules

lint: ## check the source format
	$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED)

format: ## put the source into the one format
	$(SWIFT) format format --in-place --parallel --recursive $(FORMATTED)

install: build ## install to PREFIX/bin, below DESTDIR if that is set
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(RATSAM) "$(DESTDIR)$(PREFIX)/bin/ratsam"
ifeq ($(SYSTEM),Linux)
	@strip "$(DESTDIR)$(PREFIX)/bin/ratsam" 2> /dev/null || true
endif

uninstall: ## remove what install put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/ratsam"

clean: ## remove everything that was built
	rm -rf .build .build-fuzz

# Each file of Tests/Fuzz is one fuzzer and defines LLVMFuzzerTestOneInput. The libraries are built
# with coverage and the address sanitizer; the tool itself cannot be, for it has its own beginning,
# nor can what embeds the rules. `ProgramTrials` brings along the readers and the evaluator.
# `-package-name` lets a fuzzer use what is `package`: it is the folder's name as Swift spells it.
FUZZ_FLAGS := -sanitize=fuzzer,address
FUZZ_LINKER := $(if $(filter Linux,$(SYSTEM)),-use-ld=lld)
FUZZERS := $(patsubst Tests/Fuzz/%.swift,%,$(wildcard Tests/Fuzz/*.swift))
FUZZ_SEEDS := $(wildcard Tests/Fuzz/Seeds plans rules)
PACKAGE_NAME = $(shell basename "$(CURDIR)" | tr 'A-Z' 'a-z' | sed 's/[^a-z0-9_]/_/g')

fuzz: dependencies ## feed each reader made-up input for FUZZ_SECONDS seconds (needs a toolchain with libFuzzer)
	@[ -n "$(FUZZERS)" ] || { echo "no fuzzer in Tests/Fuzz"; exit 1; }
	@find .build-fuzz -name '*.swift.o' -exec rm -f {} + 2>/dev/null || true
	$(SWIFT) build -c release --target ProgramTrials --scratch-path .build-fuzz -Xswiftc $(FUZZ_FLAGS) $(FUZZ_LINKER:%=-Xswiftc %) $(VERBOSITY)
	@for fuzzer in $(FUZZERS); do \
	  echo "$$fuzzer, $(FUZZ_SECONDS) seconds"; \
	  mkdir -p ".build-fuzz/corpus/$$fuzzer" && \
	  $(SWIFT)c -O -parse-as-library -swift-version 6 $(FUZZ_FLAGS) $(FUZZ_LINKER) -package-name $(PACKAGE_NAME) \
	    -module-name "$$fuzzer" -I .build-fuzz/release/Modules -I Sources/CLibYAML \
	    -o ".build-fuzz/$$fuzzer" "Tests/Fuzz/$$fuzzer.swift" \
	    $$(find .build-fuzz/release/ -name '*.swift.o') -lyaml > .build-fuzz/link.log 2>&1 || \
	    { cat .build-fuzz/link.log; exit 1; }; \
	  SWIFT_BACKTRACE=enable=no ".build-fuzz/$$fuzzer" -max_total_time=$(FUZZ_SECONDS) -timeout=10 \
	    -rss_limit_mb=2048 -print_final_stats=1 "-artifact_prefix=.build-fuzz/$$fuzzer-" \
	    ".build-fuzz/corpus/$$fuzzer" $(FUZZ_SEEDS) || exit 1; \
	done

# libyaml and its header; on Linux the archive too, which comes with the header.
dependencies:
	@command -v $(SWIFT) > /dev/null || { echo "Swift 6.1 or later is needed: https://www.swift.org/install"; exit 1; }
	@if [ -f /usr/include/yaml.h ] || [ -f /usr/local/include/yaml.h ] \
	  || pkg-config --exists yaml-0.1 2> /dev/null || brew list libyaml > /dev/null 2>&1; then exit 0; fi; \
	if command -v apt-get > /dev/null; then \
	  sudo=; [ "$$(id -u)" -eq 0 ] || sudo=sudo; \
	  install="$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends libyaml-dev"; \
	  echo "Installing libyaml-dev"; \
	  $$install || { $$sudo apt-get update && $$install; }; \
	elif command -v brew > /dev/null; then brew install libyaml; \
	else echo "libyaml with its header is needed (libyaml-dev, libyaml-devel and libyaml-static, or libyaml)"; exit 1; fi
