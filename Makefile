GOFUMPT     = mvdan.cc/gofumpt@v0.9.2
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.7.0

# Build the book: run the chapters, draw the figures, weave both into docs.
all:
	go run ./docs

# Verify it: vet, all tests, the book against a fresh build, and the claims once
# more on cases that nobody has seen.
test:
	go vet ./...
	go test ./...
	go run ./docs -check
	@seed=$$(date +%s) && echo "the claims once more, with seed $$seed" && \
		go test . -count=1 -args -seed $$seed

# Check the form of the code, with tools of fixed versions.
lint:
	@files=$$(go run $(GOFUMPT) -l .) && test -z "$$files" || { echo "gofumpt would change:" $$files; exit 1; }
	go run $(STATICCHECK) ./...

# Change the library one token at a time, and see that a test notices. It takes
# a quarter of an hour.
mutants:
	go run ./info/internal/mutate

.PHONY: all test lint mutants
