// Command docs weaves the book: into docs/*.md and README.md it splices what
// the chapters, the figures and the claims say when they are run.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

const usage = `usage: go run ./docs [-check]

Runs every chapter, the plots and the claims, and weaves what they print into
docs/*.md, README.md and docs/figures. If anything is wrong, nothing is written.

  -check    write nothing; list every difference, and fail if there is one
`

func main() {
	var out bytes.Buffer
	code := command(os.Args[1:], &out, os.Stderr)
	if _, err := out.WriteTo(os.Stdout); err != nil && code == 0 {
		fmt.Fprintf(os.Stderr, "docs: %v\n", err)
		code = 1
	}
	os.Exit(code)
}

func command(args []string, out, errs io.Writer) int {
	flags := flag.NewFlagSet("docs", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	check := flags.Bool("check", false, "")
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(out, usage)
		return 0
	}
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if err != nil {
		fmt.Fprintf(errs, "docs: %v\n", err)
		return 2
	}
	root, err := findRoot()
	if err != nil {
		fmt.Fprintf(errs, "docs: %v\n", err)
		return 1
	}
	return report(root, *check, out, errs)
}

func report(root string, check bool, out, errs io.Writer) int {
	w, problems := weaveRoot(root)
	if check {
		problems = append(problems, w.differences()...)
	}
	if len(problems) > 0 {
		for _, p := range sorted(problems) {
			fmt.Fprintln(errs, p)
		}
		return 1
	}
	if check {
		fmt.Fprint(out, w.book.asRun())
		return 0
	}
	done := w.summary()
	if err := w.write(root); err != nil {
		fmt.Fprintf(errs, "docs: %v\n", err)
		return 1
	}
	fmt.Fprint(out, done)
	return 0
}

// weaveRoot runs the project at root and weaves its book in memory.
func weaveRoot(root string) (work, []problem) {
	b, problems := run(root)
	if len(problems) > 0 {
		return work{}, problems
	}
	pages, problems := readPages(b.files)
	w, more := weave(b, pages)
	return w, append(problems, more...)
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
