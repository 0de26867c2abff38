package main

import (
	"fmt"
	"os"
	"os/signal"
	"path"
	"path/filepath"
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

// patience is how many times as long as without a mutant a suite may take, and a
// few seconds more, before the mutant counts as one that never ends.
const patience = 4

// A judge tests mutants of the module at root, in a folder of its own.
type judge struct {
	root, tmp string
	grace     time.Duration // the seconds more
	module    string        // its name, which is that of the claims at the root
	suites    []*suite
	together  build
}

// open makes the folder, builds the tests of the packages with the variants in
// them, and sees them pass without a mutant: they would kill every one if they
// failed anyway.
func (j *judge) open(packages []string, c collection) (err error) {
	if j.tmp, err = os.MkdirTemp("", "mutate-"); err != nil {
		return err
	}
	if err = j.list(packages); err != nil {
		return err
	}
	if j.together, err = newBuild(j.root, filepath.Join(j.tmp, "together"), c.texts); err != nil {
		return err
	}
	for _, s := range j.suites {
		if err := s.rehearse(j.together, c.mutants); err != nil {
			return err
		}
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
				v, err := j.one(mutants[i])
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

// one judges a mutant by one suite after the other, until one kills it.
func (j *judge) one(m mutant) (verdict, error) {
	b := j.together
	if m.within == nil {
		var err error
		dir := filepath.Join(j.tmp, fmt.Sprint(m.number))
		if b, err = newBuild(j.root, dir, map[string][]byte{m.file: m.apply(m.source.text)}); err != nil {
			return 0, err
		}
		defer os.RemoveAll(dir)
	}
	for _, s := range j.order(path.Join(j.module, path.Dir(m.file))) {
		if m.within != nil && !s.reaches[m.within] {
			continue
		}
		program, err := b.compile(s)
		if err != nil {
			return unbuildable, nil
		}
		if v := s.judge(program, m, j.grace); v != survived {
			return v, nil
		}
	}
	return survived, nil
}
