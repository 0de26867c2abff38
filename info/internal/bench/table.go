package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
)

// raceTable has a line for each race, under what is true of all.
func raceTable(races []*race, o options) string {
	var t strings.Builder
	last := races[len(races)-1]
	fmt.Fprintf(&t, "nanoseconds an outcome, or a logit, medians of %s", plural(o.rounds))
	if last.every() > 1 {
		fmt.Fprintf(&t, ", of %d where n is %d", len(last.ratios), last.n)
	}
	fmt.Fprintf(&t, "\n%s %s/%s, gonum %s, seed %d\n\n",
		runtime.Version(), runtime.GOOS, runtime.GOARCH, gonumVersion(), o.seed)
	fmt.Fprintf(&t, "%-24s%9s%9s%9s%9s%13s\n",
		"quantity", "n", "peer", "info", "ratio", "allocations")
	for _, r := range races {
		fmt.Fprintf(&t, "%-24s%9d%9s%9s%9s%13v\n", r.quantity, r.n,
			digits(median(r.peerTimes)), digits(median(r.oursTimes)),
			digits(median(r.ratios))+"×", r.allocations())
	}
	fmt.Fprintf(&t, "\npeer: gonum, but for the last math.Exp, written plainly\n"+
		"ratio: peer to info, the median over rounds; "+
		"allocations: a call of info\n"+
		"close: q is within %.3g%% of p\n", 100*closeness)
	return t.String()
}

// countTable has a line for each counter. If there is ent, it is the last, and its
// ratio is that to the one before.
func countTable(kind string, counters []counter, rates [][]float64) string {
	var t strings.Builder
	fmt.Fprintf(&t, "gigabytes a second of %s, medians of %s\n\n", kind, plural(len(rates[0])))
	fmt.Fprintf(&t, "%-24s%9s%9s%9s\n", "counted by", "MB", "GB/s", "ratio")
	for i, c := range counters {
		ratio := ""
		if c.name == "ent" {
			ratio = digits(median(quotients(rates[i-1], rates[i]))) + "×"
		}
		line := fmt.Sprintf("%-24s%9.4g%9s%9s",
			c.name, float64(c.size)/1e6, digits(median(rates[i])), ratio)
		fmt.Fprintln(&t, strings.TrimRight(line, " "))
	}
	if counters[len(counters)-1].name == "ent" {
		fmt.Fprint(&t, "\nratio: info to ent on the same part, the median over rounds\n")
	}
	return t.String()
}

func quotients(x, y []float64) []float64 {
	q := make([]float64, len(x))
	for i := range x {
		q[i] = x[i] / y[i]
	}
	return q
}

// digits writes a positive x with three significant digits, or more where they
// are whole.
func digits(x float64) string {
	places := 2 - int(math.Floor(math.Log10(x/0.9995))) // 9.995 is to be 10.0
	return strconv.FormatFloat(x, 'f', max(0, places), 64)
}

func plural(rounds int) string {
	if rounds == 1 {
		return "1 round"
	}
	return fmt.Sprintf("%d rounds", rounds)
}

// gonumVersion is of the gonum that was built in.
func gonumVersion() string {
	if build, ok := debug.ReadBuildInfo(); ok {
		for _, m := range build.Deps {
			if m.Path == "gonum.org/v1/gonum" {
				return m.Version
			}
		}
	}
	return "of unknown version"
}
