package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// A verdict is what the tests say of a mutant.
type verdict int

const (
	killed verdict = iota
	survived
	unbuildable
	timedOut
)

// patience is how long the tests of a package may take before their mutant
// counts as one that never ends. They take some seconds.
const patience = time.Minute

// A judge tests mutants of the module at root, in a folder of its own.
type judge struct {
	root, tmp string
	limit     time.Duration
}

// open makes the folder, and sees the tests pass without a mutant: they would
// kill every one if they failed anyway.
func (j *judge) open() (err error) {
	if j.tmp, err = os.MkdirTemp("", "mutate-"); err != nil {
		return err
	}
	if v, said := j.test(".", "./info/..."); v != survived {
		j.close()
		return fmt.Errorf("the tests fail without a mutant:\n%s", said)
	}
	return nil
}

func (j *judge) close() { os.RemoveAll(j.tmp) }

func (j *judge) closeOnInterrupt() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	<-stop
	j.close()
	os.Exit(1)
}

// all judges the mutants, some at a time, and tells of each in their order.
func (j *judge) all(mutants []mutant, workers int, tell func(m mutant, v verdict, of int)) error {
	type ruling struct {
		verdict
		err error
	}
	rulings := make([]chan ruling, len(mutants))
	turns := make(chan int, len(mutants))
	for i := range mutants {
		rulings[i] = make(chan ruling, 1)
		turns <- i
	}
	close(turns)
	for range workers {
		go func() {
			for i := range turns {
				v, err := j.one(mutants[i], fmt.Sprint(i))
				rulings[i] <- ruling{v, err}
			}
		}()
	}
	for i, m := range mutants {
		r := <-rulings[i]
		if r.err != nil {
			return r.err
		}
		tell(m, r.verdict, len(mutants))
	}
	return nil
}

// one judges a mutant: by the tests of its own package, which are quick and
// kill most, then by the claims, then by the rest.
func (j *judge) one(m mutant, name string) (verdict, error) {
	mutated := filepath.Join(j.tmp, name+".go")
	if err := os.WriteFile(mutated, m.apply(m.source.text), 0o666); err != nil {
		return 0, err
	}
	overlay, err := json.Marshal(map[string]map[string]string{
		"Replace": {filepath.Join(j.root, m.file): mutated},
	})
	if err != nil {
		return 0, err
	}
	layer := filepath.Join(j.tmp, name+".json")
	if err := os.WriteFile(layer, overlay, 0o666); err != nil {
		return 0, err
	}
	defer os.Remove(mutated)
	defer os.Remove(layer)
	for _, tests := range []string{"./" + path.Dir(m.file), ".", "./info/..."} {
		if v, _ := j.test("-overlay", layer, tests); v != survived {
			return v, nil
		}
	}
	return survived, nil
}

// test runs go test and returns what it printed.
func (j *judge) test(args ...string) (verdict, string) {
	limit := "-timeout=" + j.limit.String()
	flags := []string{"test", "-vet=off", "-failfast", "-ldflags=-s -w", limit}
	c := exec.Command("go", append(flags, args...)...)
	var out bytes.Buffer
	c.Dir, c.Stdout, c.Stderr = j.root, &out, &out
	err := c.Run()
	switch said := out.String(); {
	case err == nil:
		return survived, said
	case strings.Contains(said, "[build failed]"):
		return unbuildable, said
	case strings.Contains(said, "panic: test timed out"), strings.Contains(said, "*** Test killed"):
		return timedOut, said
	default:
		return killed, said
	}
}
