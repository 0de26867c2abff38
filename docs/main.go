// Command docs weaves the book: into docs/*.md and README.md it splices what
// the chapters, the figures and the claims say when they are run.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"

	"crossentropy/docs/internal/check"
	"crossentropy/docs/internal/report"
	"crossentropy/docs/internal/runs"
	"crossentropy/docs/internal/weave"
)

const usage = `usage: go run ./docs [-check]

Runs every chapter, the plots and the claims, and weaves what they print into
docs/*.md, README.md and docs/figures. If anything is wrong, nothing is written.

  -check    write nothing; list every difference, and fail if there is one
`

func main() {
	flags := flag.NewFlagSet("docs", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	checking := flags.Bool("check", false, "")
	switch err := flags.Parse(os.Args[1:]); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Print(usage)
		return
	case err != nil:
		fail(2, err)
	case flags.NArg() > 0:
		fail(2, fmt.Errorf("unexpected argument %q", flags.Arg(0)))
	}
	ctx, stop := interruptible(context.Background())
	defer stop()
	said, err := run(ctx, *checking)
	if err != nil && ctx.Err() != nil {
		err = errors.New("interrupted, and nothing is written")
	}
	if err == nil {
		_, err = fmt.Print(said)
	}
	if err != nil {
		fail(1, err)
	}
}

// interruptible is done when the program is to end, so that it can tidy up first.
func interruptible(ctx context.Context) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
}

// fail ends the program with what is wrong with the book, or with its run.
func fail(status int, err error) {
	var problems report.Problems
	if !errors.As(err, &problems) {
		err = fmt.Errorf("docs: %w", err)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(status)
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
	for _, c := range check.Commands(b) {
		if err := runs.Try(ctx, root, c.Args); err != nil {
			problems.Add(c.File, c.Line, "%v", err)
		}
	}
	if checking {
		problems = append(problems, b.Differences()...)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return b, nil
}

var moduleLine = regexp.MustCompile(`(?m)^module crossentropy\r?$`)

// findRoot finds the folder of the book's go.mod, here or above.
func findRoot() (string, error) {
	out, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return "", err
	}
	file := strings.TrimSpace(string(out))
	if text, _ := os.ReadFile(file); !moduleLine.Match(text) {
		return "", errors.New("no go.mod of module crossentropy here or above: run in its folder")
	}
	return filepath.Dir(file), nil
}
