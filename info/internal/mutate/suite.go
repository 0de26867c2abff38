package main

import (
	"bytes"
	"context"
	"fmt"
	"go/ast"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// A suite is the tests of one package.
type suite struct {
	name, dir string   // of the package
	deps      []string // the packages that the tests are built from
	takes     time.Duration
	reaches   map[*ast.FuncDecl]bool // of what has variants
	deadly                           // tests
}

// deadly remembers the tests that killed last. They are asked first: neighbours
// often die of the same.
type deadly struct {
	sync.Mutex
	tests []string
}

func (d *deadly) remember(said string) {
	const some = 4
	failed := regexp.MustCompile(`(?m)^--- FAIL: (\w+)`).FindStringSubmatch(said)
	if failed == nil {
		return
	}
	d.Lock()
	defer d.Unlock()
	others := slices.DeleteFunc(d.tests, func(test string) bool { return test == failed[1] })
	d.tests = append([]string{failed[1]}, others[:min(len(others), some-1)]...)
}

// pattern matches the names of the tests.
func (d *deadly) pattern() string {
	d.Lock()
	defer d.Unlock()
	return "^(" + strings.Join(d.tests, "|") + ")$"
}

// list finds the suites that are built from one of the packages.
func (j *judge) list(packages []string) error {
	const format = "{{.ImportPath}}\t{{.Dir}}\t{{.Module.Path}}\t{{join .Deps \" \"}}"
	list := exec.Command("go", "list", "-test", "-f", format, ".", "./info/...")
	list.Dir, list.Stderr = j.root, os.Stderr
	out, err := list.Output()
	if err != nil {
		return fmt.Errorf("go list: %w", err)
	}
	for line := range strings.Lines(string(out)) {
		cells := strings.Split(line, "\t")
		j.module = cells[2]
		if name, ok := strings.CutSuffix(cells[0], ".test"); ok {
			j.suites = append(j.suites, &suite{name: name, dir: cells[1], deps: strings.Fields(cells[3])})
		}
	}
	j.suites = slices.DeleteFunc(j.suites, func(s *suite) bool {
		return !slices.ContainsFunc(packages, func(p string) bool { return s.tests(path.Join(j.module, p)) })
	})
	return nil
}

// tests says whether the suite is built from the package.
func (s *suite) tests(name string) bool { return s.name == name || slices.Contains(s.deps, name) }

// order returns the suites that may kill what is changed in a package: first its own,
// which is quick and kills most, then the claims, then the rest.
func (j *judge) order(changed string) (all []*suite) {
	for _, s := range j.suites {
		if s.tests(changed) {
			all = append(all, s)
		}
	}
	rank := func(s *suite) int { return slices.Index([]string{j.module, changed}, s.name) }
	slices.SortStableFunc(all, func(a, b *suite) int { return rank(b) - rank(a) })
	return all
}

// rehearse runs the suite without a mutant, to know how long it takes and what it
// reaches.
func (s *suite) rehearse(b build, mutants []mutant) error {
	program, err := b.compile(s)
	if err != nil {
		return fmt.Errorf("the tests do not compile:\n%w", err)
	}
	notes := filepath.Join(b.dir, "reached")
	if err := os.WriteFile(notes, nil, 0o666); err != nil {
		return err
	}
	start := time.Now()
	if v, said := s.run(program, ".", 10*time.Minute, chosen+"=0", reached+"="+notes); v != survived {
		return fmt.Errorf("the tests fail without a mutant:\n%s", said)
	}
	s.takes = time.Since(start)
	text, err := os.ReadFile(notes)
	if err != nil {
		return err
	}
	s.reaches = map[*ast.FuncDecl]bool{}
	for first := range strings.FieldsSeq(string(text)) {
		i := slices.IndexFunc(mutants, func(m mutant) bool { return fmt.Sprint(m.number) == first })
		s.reaches[mutants[i].within] = true
	}
	return nil
}

// judge returns what the suite says of a mutant in its program.
func (s *suite) judge(program string, m mutant, grace time.Duration) verdict {
	limit, number := patience*s.takes+grace, fmt.Sprint(chosen, "=", m.number)
	for _, tests := range []string{s.pattern(), "."} {
		v, said := s.run(program, tests, limit, number)
		if v == killed {
			s.remember(said)
		}
		if v != survived {
			return v
		}
	}
	return survived
}

// run returns what some tests say within a limit of time, and their words.
func (s *suite) run(program, tests string, limit time.Duration, env ...string) (verdict, string) {
	const slack = 10 * time.Second // for the suite to notice by itself
	ctx, cancel := context.WithTimeout(context.Background(), limit+slack)
	defer cancel()
	c := exec.CommandContext(ctx, program, "-test.run="+tests, "-test.failfast", "-test.paniconexit0",
		"-test.timeout="+limit.String())
	var out bytes.Buffer
	c.Dir, c.Stdout, c.Stderr, c.WaitDelay = s.dir, &out, &out, time.Second
	c.Env = append(os.Environ(), env...)
	err := c.Run()
	switch {
	case err == nil:
		return survived, out.String()
	case ctx.Err() != nil, bytes.Contains(out.Bytes(), []byte("panic: test timed out")):
		return timedOut, out.String()
	default:
		return killed, out.String()
	}
}
