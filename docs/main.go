// Command docs weaves the book: into docs/*.md and README.md it splices what
// the chapters, the figures and the claims say when they are run.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
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
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	help := errors.Is(err, flag.ErrHelp)
	if err != nil && !help {
		fmt.Fprintf(errs, "docs: %v\n", err)
		return 2
	}
	said, problems := usage, report.Problems{}
	if !help {
		said, problems = run(*checking)
	}
	if _, err := fmt.Fprint(out, said); err != nil {
		problems.Add("docs", 0, "%v", err)
	}
	for _, p := range problems.Sorted() {
		fmt.Fprintln(errs, p)
	}
	return min(len(problems), 1)
}

// run weaves the book of the project around the working directory, and sums it
// up where nothing is wrong.
func run(checking bool) (said string, problems report.Problems) {
	root, err := findRoot()
	if err != nil {
		problems.Add("docs", 0, "%v", err)
		return "", problems
	}
	b, problems := build(root)
	if checking && b != nil {
		problems = append(problems, b.Differences()...)
	}
	switch {
	case len(problems) > 0:
		return "", problems
	case checking:
		return "the book says what its runs print: " + b.Size() + "\n", nil
	}
	said, err = b.Write(root)
	if err != nil {
		problems.Add("docs", 0, "%v", err)
	}
	return said, problems
}

// build runs the project and weaves its book in memory, nil where a run fails.
func build(root string) (*weave.Book, report.Problems) {
	out, failures := runs.Run(root)
	results, problems := runs.Read(os.DirFS(root), out)
	if problems = append(failures, problems...); len(problems) > 0 {
		return nil, problems
	}
	b, problems := weave.Pages(results)
	return b, append(problems, check.Book(b)...)
}

// findRoot finds the folder of go.mod, here or above.
func findRoot() (string, error) {
	file, err := exec.Command("go", "env", "GOMOD").Output()
	root := filepath.Dir(string(file))
	if err == nil && !filepath.IsAbs(root) || root == filepath.Dir(os.DevNull) {
		err = errors.New("no go.mod here or above")
	}
	return root, err
}
