# Tandem's commands. `make help` lists them.

SHELL := /bin/bash
.DEFAULT_GOAL := help
# /usr/local where it can be written, else the user's own.
PREFIX ?= $(shell if [ -w /usr/local/bin ]; then echo /usr/local; else echo "$$HOME/.local"; fi)
RELEASE_FLAGS := -c release --static-swift-stdlib
SWIFT_FLAGS := --explicit-target-dependency-import-check error

.PHONY: help prerequisites build generate check test bench fuzz install uninstall demo format lint clean

help: ## List the commands
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

prerequisites: ## Install the system packages that are missing
	@Scripts/prerequisites.sh

build: prerequisites ## Build everything
	swift build $(SWIFT_FLAGS)

generate: prerequisites ## Check Specs/ and regenerate Generated/ and the generated pages of Documentation/
	@# SwiftPM builds nothing while the directory of one of its targets is missing.
	mkdir -p Generated/Swift Generated/Tests Documentation/Extending/Generated/Swift Documentation/Extending/Generated/Tests
	swift build $(SWIFT_FLAGS) --product tandem
	"$$(swift build --show-bin-path)/tandem" generate Specs --output Generated/Swift --tests
	"$$(swift build --show-bin-path)/tandem" generate Documentation/Extending/Specs --output Documentation/Extending/Generated/Swift --tests --module Extending
	"$$(swift build --show-bin-path)/tandem" checklist Specs --format markdown --output Generated/Checklists
	"$$(swift build --show-bin-path)/tandem" explain language > Documentation/Language.md
	"$$(swift build --show-bin-path)/tandem" explain diagnostics > Documentation/Diagnostics.md

check: prerequisites ## Check the documents in Specs/
	swift build $(SWIFT_FLAGS) --product tandem
	"$$(swift build --show-bin-path)/tandem" check Specs

test: prerequisites ## Run all tests
	@Scripts/test.sh

install: prerequisites ## Build tandem for release and install it with completions (PREFIX=/usr/local or ~/.local); it needs no Swift there
	swift build $(SWIFT_FLAGS) $(RELEASE_FLAGS) --product tandem
	@Scripts/install.sh install "$$(swift build $(RELEASE_FLAGS) --show-bin-path)/tandem" "$(PREFIX)"

uninstall: ## Remove what `make install` has installed
	@Scripts/install.sh uninstall "$(PREFIX)"

bench: prerequisites ## Measure tandem beside protoc, docutils and PyYAML (RUNS=n)
	@Scripts/bench.sh

fuzz: prerequisites ## Mutants of small documents through everything, hostile names compiled, libFuzzer on each reader (FUZZ_SECONDS=60)
	@Fuzz/run.sh

demo: prerequisites ## Run all dataflows of Specs/ between six databases, with edits on both sides
	@Scripts/demo.sh

format: prerequisites ## Format the Swift sources and the documents in Specs/
	swift format --in-place --recursive --configuration .swift-format Package.swift Plugins Sources Tests Fuzz Documentation/Extending Benchmarks/Package.swift Benchmarks/Sources
	swift build $(SWIFT_FLAGS) --product tandem
	"$$(swift build --show-bin-path)/tandem" format Specs

lint: ## Check the form of all Swift sources, generated ones included
	swift format lint --strict --recursive --configuration .swift-format Package.swift Plugins Sources Tests Fuzz Generated Documentation/Extending Benchmarks/Package.swift Benchmarks/Sources

clean: ## Remove what was built
	rm -rf .build
