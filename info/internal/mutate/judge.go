package main

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"sync"
	"time"
)

// A verdict is what the tests say of a mutant.
type verdict int

const (
	killed verdict = iota + 1
	survived
	timedOut
)

// A judge tests mutants of the module at root, in a folder of its own.
type judge struct {
	root, tmp string
	grace     time.Duration // see patience
	module    string        // its name, which is that of the claims at the root
	suites    []*suite
	together  build

	ctx     context.Context // of all that the judge runs
	stop    func()
	workers sync.WaitGroup
}

// open makes the folder, builds the tests of the packages with the variants in
// them, and sees them pass without a mutant: they would kill every one if they
// failed anyway.
func (j *judge) open(ctx context.Context, packages []string, c collection) (err error) {
	j.ctx, j.stop = context.WithCancel(ctx)
	if j.tmp, err = os.MkdirTemp("", "mutate-"); err != nil {
		return err
	}
	if err := j.list(packages); err != nil {
		return err
	}
	if j.together, err = newBuild(j.root, filepath.Join(j.tmp, "together"), c.texts); err != nil {
		return err
	}
	for _, s := range j.suites {
		if err := s.rehearse(j.ctx, j.together, c.mutants); err != nil {
			return err
		}
	}
	return nil
}

// close ends what still runs, and removes the folder.
func (j *judge) close() {
	j.stop()
	j.workers.Wait()
	os.RemoveAll(j.tmp)
}

// all judges the mutants, some at a time, and tells of each in their order.
func (j *judge) all(mutants []mutant, workers int, tell func(m mutant, v verdict, of int)) error {
	type ruling struct {
		verdict verdict
		err     error
	}
	rulings := make([]chan ruling, len(mutants))
	turns := make(chan int, len(mutants))
	for i := range mutants {
		rulings[i] = make(chan ruling, 1)
		turns <- i
	}
	close(turns)
	for range workers {
		j.workers.Go(func() {
			for i := range turns {
				v, err := j.one(mutants[i])
				if rulings[i] <- (ruling{v, err}); err != nil {
					return
				}
			}
		})
	}
	for i, m := range mutants {
		var r ruling
		select {
		case r = <-rulings[i]:
		case <-j.ctx.Done():
			r.err = j.ctx.Err()
		}
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
		if v, err := s.judge(j.ctx, b, m, j.grace); v != survived {
			return v, err
		}
	}
	return survived, nil
}
