package main

import (
	"math"
	"slices"
	"testing"
	"time"

	"crossentropy/info"
)

// Like is timed with like. What gonum's logarithms lose to rounding grows with the
// entropy, and where q is close to p it is most of what parts the two.
func TestContestsAgree(t *testing.T) {
	for _, n := range []int{10, 1000} {
		all := contests(2, n)
		entropy := all[0].ours()
		for _, c := range all {
			theirs, ours := float64(info.Nats(c.peer()).Bits()), c.ours()
			if math.Abs(theirs-ours) > 1e-9*ours+0x1p-50*entropy {
				t.Errorf("%s, n = %d: %v by gonum, %v by info", c.quantity, n, theirs, ours)
			}
			if c.n != n {
				t.Errorf("%s: n = %d, want %d", c.quantity, c.n, n)
			}
		}
	}
}

func TestDraw(t *testing.T) {
	far, near := draw(3, 1000)
	again, _ := draw(3, 1000)
	other, _ := draw(4, 1000)
	farthest := 0.0
	for x, p := range near.ps {
		if p != far.ps[x] || p != again.ps[x] || p == other.ps[x] || p != near.p.P(x) {
			t.Fatalf("p[%d] = %v, %v, %v, %v", x, p, far.ps[x], again.ps[x], other.ps[x])
		}
		farthest = max(farthest, math.Abs(near.qs[x]-p)/p)
	}
	if farthest < closeness/4 || farthest > closeness {
		t.Errorf("q is %v from p, want near %v", farthest, closeness)
	}
}

func TestRound(t *testing.T) {
	slow := func() float64 { time.Sleep(time.Millisecond); return 0 }
	quick := func() float64 { return 0 }
	r := newRace(contest{"", 10, slow, quick})
	run([]*race{r}, 2, watch(nil, "", 2))
	for i, ratio := range r.ratios {
		if g, o := r.peerTimes[i], r.oursTimes[i]; g < 1e5 || o > g || ratio != g/o {
			t.Errorf("round %d: %v ns an outcome over %v is %v", i, g, o, ratio)
		}
	}
	if r.peerBatch.calls != 1 || len(r.ratios) != 2 {
		t.Errorf("%d slow calls in a batch, %d rounds", r.peerBatch.calls, len(r.ratios))
	}
}

func TestLongRacesSkipRounds(t *testing.T) {
	wait := func() float64 { time.Sleep(shortest); return 0 }
	long := newRace(contest{"", 1_000_000, wait, wait})
	run([]*race{long}, 5, watch(nil, "", 5))
	if len(long.ratios) != 3 {
		t.Errorf("took part in %d rounds of 5, want 3", len(long.ratios))
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		x    []float64
		want float64
	}{
		{[]float64{5}, 5},
		{[]float64{4, 1}, 2.5},
		{[]float64{9, 1, 2}, 2},
		{[]float64{4, 100, 1, 2}, 3},
	} {
		if m := median(c.x); m != c.want {
			t.Errorf("median of %v is %v, want %v", c.x, m, c.want)
		}
	}
}

// Both compute the same loss, and the same slopes.
func TestLossAndSlopes(t *testing.T) {
	l := drawLogits(3, 5, 20)
	theirs := l.plainly()
	var slopes [][]float64
	for _, row := range l.slopes {
		slopes = append(slopes, slices.Clone(row))
	}
	if ours := l.classes(); math.Abs(ours-theirs) > 1e-12*theirs {
		t.Errorf("loss %v, plainly %v", ours, theirs)
	}
	for i, row := range l.slopes {
		for c, slope := range row {
			if math.Abs(slope-slopes[i][c]) > 1e-12 {
				t.Errorf("slope %d, %d is %v, plainly %v", i, c, slope, slopes[i][c])
			}
		}
	}
}
