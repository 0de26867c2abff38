GOFUMPT     = mvdan.cc/gofumpt@v0.9.2
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.7.0
FUZZTIME   ?= 20s

# Build the book: run the chapters, draw the figures, weave both into docs. Go run does
# not tidy up where it is terminated, so it has a folder that goes with it.
all:
	@tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; trap 'exit 1' INT TERM; \
		GOTMPDIR=$$tmp go run ./docs

# Build the book as pages to play with, in the folder _site; or show them to a browser.
site serve:
	@rm -rf _site
	@go run ./docs -$@

# Verify it, each thing once: all tests, of which that of docs runs the chapters, the
# figures and the claims and compares the book with them. What runs for seconds may keep
# more garbage than what runs for days.
test:
	GOGC=400 go test -vet=off ./chapters/... ./docs/... ./info/... ./plots/...

# Check the form of the code: vet, and tools of fixed versions.
lint:
	go vet ./...
	@files=$$(go run $(GOFUMPT) -l .) && test -z "$$files" || { echo "gofumpt would change:" $$files; exit 1; }
	go run $(STATICCHECK) ./...

# Look for what the readers of text, bytes and floats fall over, FUZZTIME for each
# target. What is found stays in testdata/fuzz, and fails the tests from then on.
# Before Go 1.27 the time itself may fail a target (golang.org/issue/75804): so one
# that failed has another run, of what was found.
fuzz:
	@for package in $$(go list ./...); do \
		targets=$$(go test -list '^Fuzz' $$package) || { echo "$$targets"; exit 1; }; \
		for target in $$(echo "$$targets" | grep '^Fuzz'); do \
			echo "$$package: $$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 100x $$package || \
				go test -run "^$$target\$$" $$package || exit 1; \
		done; \
	done

# Time the library beside gonum, its loss beside math.Exp, and its counting beside ent
# where that is installed. With -count 10 it is for benchstat: see info/bench_test.go.
bench:
	go test -run '^$$' -bench . ./info ./info/loss

.PHONY: all site serve test lint fuzz bench
