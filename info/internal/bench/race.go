package main

import (
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/schollz/progressbar/v3"
)

// A race is a contest and what its rounds measured, a number a round: nanoseconds
// an outcome, and the ratio of the peer's to ours.
type race struct {
	contest
	peerBatch, oursBatch         batch
	peerTimes, oursTimes, ratios []float64
}

func newRace(c contest) *race {
	return &race{contest: c, peerBatch: newBatch(c.peer), oursBatch: newBatch(c.ours)}
}

// run takes the races through the rounds by turns. So when the processor is slow
// for a while, it is for all, and a ratio of times in the same round has little
// of it.
func run(races []*race, rounds int, bar *progressbar.ProgressBar) {
	runtime.GC() // not while the clock runs
	for i := range rounds {
		for _, r := range races {
			if i%r.every() == 0 {
				r.round(len(r.ratios)%2 == 1)
			}
		}
		_ = bar.Add(1) // a bar that can't be drawn is no reason to stop
	}
}

// every is 2 where a race takes part in every second round, because it is long.
func (r *race) every() int {
	if r.n > 100_000 {
		return 2
	}
	return 1
}

// round times both. Which is first changes from round to round, as the second may
// find caches as the first left them.
func (r *race) round(oursFirst bool) {
	var peer, ours time.Duration
	if oursFirst {
		ours = r.oursBatch.time()
		peer = r.peerBatch.time()
	} else {
		peer = r.peerBatch.time()
		ours = r.oursBatch.time()
	}
	p := float64(peer) / float64(r.peerBatch.calls*r.n)
	o := float64(ours) / float64(r.oursBatch.calls*r.n)
	r.peerTimes = append(r.peerTimes, p)
	r.oursTimes = append(r.oursTimes, o)
	r.ratios = append(r.ratios, p/o)
}

// allocations is how often a call of this library allocates, on average.
func (r *race) allocations() float64 {
	return testing.AllocsPerRun(2, func() { r.ours() })
}

// A batch is a call, made so often in a row that it can be timed.
type batch struct {
	call  func() float64
	calls int
}

// shortest is how long a batch takes at least. Most take less than twice that,
// which is rarely interrupted.
const shortest = 100 * time.Microsecond

// newBatch doubles the calls until they take long enough. It tries each number
// three times, lest an interruption pass for a slow call.
func newBatch(call func() float64) batch {
	b := batch{call, 1}
	for min(b.time(), b.time(), b.time()) < shortest {
		b.calls *= 2
	}
	return b
}

func (b batch) time() time.Duration {
	start := time.Now()
	for range b.calls {
		b.call()
	}
	return time.Since(start)
}

// median is the middle of x, or halfway between the middle two. It is not for an
// empty x.
func median(x []float64) float64 {
	x = slices.Sorted(slices.Values(x))
	return (x[(len(x)-1)/2] + x[len(x)/2]) / 2
}
