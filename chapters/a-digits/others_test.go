package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"regexp"
	"runtime"
	"testing"

	"gonum.org/v1/gonum/stat"
)

var update = flag.Bool("update", false, "write down what Go and gonum say")

// What is written down is what gonum says, on the processor it was written on, and
// what Go says, in the version that it names.
func TestWrittenDown(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("others.json was written on amd64")
	}
	said := read()
	for i, d := range said.Divergences {
		p := onGrid(said.Heads)
		q := moved(p, d.Epsilon)
		says := stat.KullbackLeibler(p.Probabilities(), q.Probabilities()) / math.Ln2
		// to the printed digits, because fused products change the ones behind them
		if got, want := fmt.Sprintf("%.4g", says), fmt.Sprintf("%.4g", d.Gonum); got != want && !*update {
			t.Errorf("ε = %v: gonum says %s, written down is %s", d.Epsilon, got, want)
		}
		said.Divergences[i].Gonum = says
	}
	log := math.Log(math.SmallestNonzeroFloat64)
	if said.Versions["go"] == runtime.Version() && log != said.LogSmallest && !*update {
		t.Errorf("math.Log says %v, written down is %v", log, said.LogSmallest)
	}
	if !*update {
		return
	}
	said.LogSmallest = log
	said.Versions["go"] = runtime.Version()
	requires, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	said.Versions["gonum"] = regexp.MustCompile(`gonum\.org/v1/gonum v(\S+)`).FindStringSubmatch(string(requires))[1]
	text, err := json.MarshalIndent(said, "", "\t")
	if err == nil {
		err = os.WriteFile("others.json", append(text, '\n'), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
