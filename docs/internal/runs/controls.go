package runs

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
)

// A Control is a run of a claim that had to fail, and how it did.
type Control struct {
	Rejects bool   // wrong mathematics; otherwise it fails without an assumption
	What    string // the assumption, or the mistake
	How     string // the counterexample
}

var controlLine = regexp.MustCompile(`(?m)^\s*\S+\.go:\d+: (fails without|rejects) "([^"]*)": (.*)$`)

// controls reads the lines that a claim logs.
func controls(output string) []Control {
	var all []Control
	for _, m := range controlLine.FindAllStringSubmatch(output, -1) {
		all = append(all, Control{m[1] == "rejects", m[2], strings.TrimSpace(m[3])})
	}
	return all
}

type tests struct {
	output  map[string]string // by test, with that of its subtests
	failure string            // the output of tests that fail, or of what does not build
}

// readTests reads the events of go test -json.
func readTests(events []byte) tests {
	t := tests{output: map[string]string{}}
	for line := range bytes.Lines(events) {
		var e struct{ Action, Test, Output string }
		if json.Unmarshal(line, &e) != nil {
			continue // go prints some build errors as they are
		}
		test, _, _ := strings.Cut(e.Test, "/")
		t.output[test] += e.Output
		if e.Action == "fail" && e.Test == test && test != "" {
			t.failure += t.output[test]
		}
	}
	if t.failure == "" {
		t.failure = t.output[""] // of the package
	}
	return t
}
