package main

import (
	"strings"
	"testing"
)

func TestRaceTable(t *testing.T) {
	short := &race{
		contest:   contest{"Entropy", 10, nil, func() float64 { return 0 }},
		peerTimes: []float64{9, 12, 300},
		oursTimes: []float64{6, 5, 6},
		ratios:    []float64{1.5, 2.4, 50},
	}
	long := &race{
		contest:   contest{"KullbackLeibler, close", 1_000_000, nil, func() float64 { return 0 }},
		peerTimes: []float64{23.46, 23.46},
		oursTimes: []float64{0.5, 0.5},
		ratios:    []float64{46.92, 46.92},
	}
	const first, rest = "nanoseconds an outcome, or a logit, medians of 3 rounds, of 2 where n is 1000000\n", `
quantity                        n     peer     info    ratio  allocations
Entropy                        10     12.0     6.00    2.40×            0
KullbackLeibler, close    1000000     23.5    0.500    46.9×            0

peer: gonum, but for the last math.Exp, written plainly
ratio: peer to info, the median over rounds; allocations: a call of info
close: q is within 0.001% of p
`
	table := raceTable([]*race{short, long}, options{rounds: 3, seed: 7})
	if !strings.HasPrefix(table, first) || !strings.HasSuffix(table, ", seed 7\n"+rest) {
		t.Errorf("printed\n%s", table)
	}
}

func TestCountTable(t *testing.T) {
	counters := []counter{
		{"info, in memory", 256e6, nil}, {"info, from a file", 32e6, nil}, {"ent", 32e6, nil},
	}
	rates := [][]float64{{1.9, 2.1}, {1, 3}, {0.05, 0.1}}
	const memory = `gigabytes a second of Go source, medians of 2 rounds

counted by                     MB     GB/s    ratio
info, in memory               256     2.00
`
	const ent = `info, from a file              32     2.00
ent                            32   0.0750    25.0×

ratio: info to ent on the same part, the median over rounds
`
	if table := countTable("Go source", counters, rates); table != memory+ent {
		t.Errorf("printed\n%s", table)
	}
	if table := countTable("Go source", counters[:1], rates[:1]); table != memory {
		t.Errorf("without ent, printed\n%s", table)
	}
}

func TestDigits(t *testing.T) {
	for x, want := range map[float64]string{
		0.01234: "0.0123", 0.5: "0.500", 2.5: "2.50", 9.994: "9.99", 9.996: "10.0",
		12.34: "12.3", 99.96: "100", 123.4: "123", 4567: "4567",
	} {
		if s := digits(x); s != want {
			t.Errorf("digits(%v) = %s, want %s", x, s, want)
		}
	}
}
