// Command mutate changes the library one token at a time and tells which
// changes no test notices.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"os/signal"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

const usage = `usage: go run ./info/internal/mutate [-j n] [file ...]

Judges every mutant of the library, or of the files named alone, by the claims
and the tests of ./info/... The tree is not touched. Exits 1 if a mutant survives
that docs/mutants.md does not explain.

  -j n    judge n mutants at a time (default 2)
`

// packages are those whose mutants are judged. The rest of info tests them.
var packages = []string{"info", "info/loss", "info/code", "info/internal/compensated"}

func main() {
	os.Exit(command(os.Args[1:], os.Stdout, os.Stderr))
}

func command(args []string, out, errs io.Writer) int {
	flags := flag.NewFlagSet("mutate", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	workers := flags.Int("j", 2, "")
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(out, usage)
		return 0
	}
	if err == nil && *workers < 1 {
		err = fmt.Errorf("-j is %d, want at least 1", *workers)
	}
	if err != nil {
		fmt.Fprintf(errs, "mutate: %v\n", err)
		return 2
	}
	unexplained, err := mutate(*workers, flags.Args(), out)
	if err != nil {
		fmt.Fprintf(errs, "mutate: %v\n", err)
	}
	if err != nil || unexplained > 0 {
		return 1
	}
	return 0
}

// mutate judges the mutants of the files, or of all where none is named, and
// returns how many survive unexplained.
func mutate(workers int, files []string, out io.Writer) (unexplained int, err error) {
	root, err := findRoot()
	if err != nil {
		return 0, err
	}
	known, err := readExplained(root, files)
	if err != nil {
		return 0, err
	}
	sources, err := load(root, packages)
	if err != nil {
		return 0, err
	}
	found, err := collect(sources, files)
	if err != nil {
		return 0, err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	j := judge{root: root, grace: 3 * time.Second}
	defer j.close()
	if err := j.open(ctx, packages, found); err != nil {
		return 0, err
	}
	t := tally{unbuildable: found.unbuildable, known: known, useful: map[key]bool{}, out: out}
	if err := j.all(found.mutants, workers, t.count); err != nil {
		return 0, err
	}
	t.finish()
	fmt.Fprintln(out, &t)
	return t.unexplained, errors.Join(t.falsehoods...)
}

// A collection is the mutants that compile, and the texts of the library with those
// that are built together.
type collection struct {
	mutants     []mutant
	texts       map[string][]byte
	unbuildable int
}

// collect finds the mutants of the files, or of all sources where none is named.
func collect(sources []*source, files []string) (c collection, err error) {
	for _, f := range files {
		if !slices.ContainsFunc(sources, func(s *source) bool { return s.path == f }) {
			return c, fmt.Errorf("no file %s in the library", f)
		}
	}
	c.texts = map[string][]byte{}
	number := 0
	for _, s := range sources {
		if len(files) > 0 && !slices.Contains(files, s.path) {
			continue
		}
		var together, alone []mutant
		for _, m := range s.mutants() {
			number++
			m.number = number
			switch {
			case m.within != nil:
				together = append(together, m)
			case s.compiles(m):
				alone = append(alone, m)
			}
		}
		text, compile, err := s.variants(together)
		if err != nil {
			return c, err
		}
		c.mutants = append(append(c.mutants, alone...), compile...)
		c.texts[s.path] = text
	}
	for file := range maps.Clone(c.texts) {
		dir := path.Dir(file)
		c.texts[dir+"/chosen_mutant.go"] = fmt.Appendf(nil, chooser, path.Base(dir), number+1)
	}
	slices.SortFunc(c.mutants, func(a, b mutant) int { return a.number - b.number })
	c.unbuildable = number - len(c.mutants)
	return c, nil
}

// findRoot is the folder of go.mod.
func findRoot() (string, error) {
	out, err := exec.Command("go", "env", "GOMOD").Output()
	mod := strings.TrimSpace(string(out))
	if err == nil && (mod == "" || mod == os.DevNull) {
		err = errors.New("no go.mod here or above")
	}
	return filepath.Dir(mod), err
}
