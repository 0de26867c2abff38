package main

import (
	"bytes"
	"context"
	"errors"
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
	killers   killers
}

// patience is how many times as long as without a mutant a suite may take, and a
// few seconds of grace, before the mutant counts as one that never ends.
const patience = 4

// list finds the suites that are built from one of the packages.
func (j *judge) list(packages []string) error {
	const format = "{{.ImportPath}}\t{{.Dir}}\t{{.Module.Path}}\t{{join .Deps \" \"}}"
	list := exec.CommandContext(j.ctx, "go", "list", "-test", "-f", format, ".", "./info/...")
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
		return !slices.ContainsFunc(packages, func(p string) bool { return s.covers(path.Join(j.module, p)) })
	})
	return nil
}

// covers says whether the suite is built from the package.
func (s *suite) covers(name string) bool { return s.name == name || slices.Contains(s.deps, name) }

// order returns the suites that may kill what is changed in a package: first its own,
// which is quick and kills most, then the claims, then the rest.
func (j *judge) order(changed string) (all []*suite) {
	for _, s := range j.suites {
		if s.covers(changed) {
			all = append(all, s)
		}
	}
	rank := func(s *suite) int { return slices.Index([]string{j.module, changed}, s.name) }
	slices.SortStableFunc(all, func(a, b *suite) int { return rank(b) - rank(a) })
	return all
}

// rehearse runs the suite without a mutant, to know how long it takes and what it
// reaches.
func (s *suite) rehearse(ctx context.Context, b build, mutants []mutant) error {
	program, err := b.compile(ctx, s)
	if err != nil {
		return err
	}
	notes := filepath.Join(b.dir, "reached")
	if err := os.WriteFile(notes, nil, 0o666); err != nil {
		return err
	}
	start := time.Now()
	v, said, err := s.run(ctx, program, ".", 10*time.Minute, fmt.Sprint(numberEnv, "=", rehearsal), notesEnv+"="+notes)
	if err != nil {
		return err
	}
	if v != survived {
		return fmt.Errorf("the tests fail without a mutant:\n%s", said)
	}
	s.takes = time.Since(start)
	text, err := os.ReadFile(notes)
	if err != nil {
		return err
	}
	functions := map[string]*ast.FuncDecl{}
	for _, m := range mutants {
		functions[fmt.Sprint(m.number)] = m.within
	}
	s.reaches = map[*ast.FuncDecl]bool{}
	for number := range strings.FieldsSeq(string(text)) {
		s.reaches[functions[number]] = true
	}
	return nil
}

// judge returns what the suite says of a mutant, first by the tests that killed
// last: neighbours often die of the same.
func (s *suite) judge(ctx context.Context, b build, m mutant, grace time.Duration) (verdict, error) {
	program, err := b.compile(ctx, s)
	if err != nil {
		return 0, err
	}
	rounds := []string{"."}
	if first := s.killers.pattern(); first != "" {
		rounds = []string{first, "."}
	}
	for _, tests := range rounds {
		v, said, err := s.run(ctx, program, tests, patience*s.takes+grace, fmt.Sprint(numberEnv, "=", m.number))
		if v == killed {
			s.killers.remember(said)
		}
		if err != nil || v != survived {
			return v, err
		}
	}
	return survived, nil
}

// run returns what some tests say within a limit of time, and their words.
func (s *suite) run(
	ctx context.Context, program, tests string, limit time.Duration, env ...string,
) (verdict, string, error) {
	const slack = 10 * time.Second // for the suite to notice by itself
	limited, cancel := context.WithTimeout(ctx, limit+slack)
	defer cancel()
	c := exec.CommandContext(limited, program, "-test.run="+tests, "-test.failfast", "-test.paniconexit0",
		"-test.timeout="+limit.String())
	var out bytes.Buffer
	c.Dir, c.Stdout, c.Stderr, c.WaitDelay = s.dir, &out, &out, time.Second
	c.Env = append(c.Environ(), env...)
	err := c.Run()
	var failed *exec.ExitError
	switch {
	case err == nil:
		return survived, out.String(), nil
	case ctx.Err() != nil:
		return 0, "", ctx.Err()
	case limited.Err() != nil, bytes.Contains(out.Bytes(), []byte("panic: test timed out")):
		return timedOut, out.String(), nil
	case errors.As(err, &failed):
		return killed, out.String(), nil
	default:
		return 0, "", err
	}
}

// killers remembers the tests that killed last.
type killers struct {
	sync.Mutex
	tests []string
}

var failure = regexp.MustCompile(`(?m)^--- FAIL: (\w+)`)

func (k *killers) remember(said string) {
	const some = 4
	failed := failure.FindStringSubmatch(said)
	if failed == nil {
		return
	}
	k.Lock()
	defer k.Unlock()
	others := slices.DeleteFunc(k.tests, func(test string) bool { return test == failed[1] })
	k.tests = append([]string{failed[1]}, others[:min(len(others), some-1)]...)
}

// pattern matches the names of the tests. It is empty if there are none.
func (k *killers) pattern() string {
	k.Lock()
	defer k.Unlock()
	if len(k.tests) == 0 {
		return ""
	}
	return "^(" + strings.Join(k.tests, "|") + ")$"
}
