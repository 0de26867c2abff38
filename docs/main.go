// Command docs weaves the book: into docs/*.md and README.md it splices what
// the chapters, the figures and the claims say when they are run.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

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

func main() { os.Exit(command(os.Args[1:], os.Stdout, os.Stderr)) }

// command returns the exit status: 2 where it cannot tell what is wanted, 1
// where that goes wrong.
func command(args []string, out, errs io.Writer) int {
	flags := flag.NewFlagSet("docs", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // the error says it, without the whole usage
	checking := flags.Bool("check", false, "")
	err := flags.Parse(args)
	said := usage
	if !errors.Is(err, flag.ErrHelp) {
		if err == nil && flags.NArg() > 0 {
			err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
		}
		if err != nil {
			fmt.Fprintf(errs, "docs: %v\n", err)
			return 2
		}
		var problems report.Problems
		said, problems = run(*checking)
		for _, p := range problems.Sorted() {
			fmt.Fprintln(errs, p)
		}
		if len(problems) > 0 {
			return 1
		}
	}
	if _, err := fmt.Fprint(out, said); err != nil {
		fmt.Fprintf(errs, "docs: %v\n", err)
		return 1
	}
	return 0
}

// run weaves the book of the project around the working directory. It returns
// what there is to say where nothing is wrong.
func run(checking bool) (string, report.Problems) {
	root, err := findRoot()
	if err != nil {
		return "", failure(err)
	}
	b, problems := build(root)
	switch {
	case b == nil:
		return "", problems
	case checking:
		return "the book says what its runs print: " + b.Size() + "\n", append(problems, b.Differences()...)
	case len(problems) > 0:
		return "", problems
	}
	done, err := b.Write(root)
	if err != nil {
		return "", failure(err)
	}
	return done, nil
}

func failure(err error) report.Problems {
	return report.Problems{{File: "docs", Text: err.Error()}}
}

// build runs the project and weaves its book in memory, nil where a run fails.
func build(root string) (*weave.Book, report.Problems) {
	out, problems := runs.Run(root)
	results, more := runs.Read(os.DirFS(root), out)
	if problems = append(problems, more...); len(problems) > 0 {
		return nil, problems
	}
	b, problems := weave.Weave(results)
	return b, append(problems, check.Book(b)...)
}

// findRoot walks up from the working directory to the folder of go.mod.
func findRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", errors.New("no go.mod here or above")
		}
		dir = up
	}
}
