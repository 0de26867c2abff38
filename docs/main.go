// Command docs weaves the book: into docs/*.md and README.md it splices what
// the chapters, the figures and the claims say when they are run.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"

	"crossentropy/docs/internal/check"
	"crossentropy/docs/internal/runs"
	"crossentropy/docs/internal/weave"
)

const usage = `usage: go run ./docs [-check]

Runs every chapter, the plots and the claims, and weaves what they print into
docs/*.md, README.md and docs/figures. If anything is wrong, nothing is written.

  -check    write nothing; list every difference, and fail if there is one
`

func main() {
	flag.Usage = func() { fmt.Fprint(os.Stderr, usage) }
	checking := flag.Bool("check", false, "")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "docs: unexpected argument %q\n", flag.Arg(0))
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	said, err := run(ctx, *checking)
	if err != nil && ctx.Err() != nil {
		err = errors.New("docs: interrupted, and nothing is written")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Print(said)
}

// run weaves the book of the project around the working directory, and sums it
// up where nothing is wrong.
func run(ctx context.Context, checking bool) (string, error) {
	root, err := findRoot()
	if err != nil {
		return "", err
	}
	b, err := build(ctx, root, checking)
	switch {
	case err != nil:
		return "", err
	case checking:
		return "the book says what its runs print: " + b.Size() + "\n", nil
	}
	return b.Write(ctx, root)
}

// build runs the project and weaves its book in memory. When checking, each
// difference from the pages as they stand is a problem too.
func build(ctx context.Context, root string, checking bool) (*weave.Book, error) {
	out, err := runs.Run(ctx, root)
	if err != nil {
		return nil, err
	}
	results, problems := runs.Read(os.DirFS(root), out)
	if len(problems) > 0 {
		return nil, problems
	}
	b, problems := weave.Pages(results)
	problems = append(problems, check.Book(b)...)
	if checking {
		problems = append(problems, b.Differences()...)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return b, nil
}

// findRoot finds the folder of go.mod, here or above.
func findRoot() (string, error) {
	file, err := exec.Command("go", "env", "GOMOD").Output()
	return filepath.Dir(string(file)), err
}
