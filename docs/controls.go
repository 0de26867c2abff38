package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// A control is a run of a claim that had to fail, and how it did.
type control struct {
	rejects bool   // wrong mathematics; otherwise it fails without an assumption
	what    string // the assumption, or the mistake
	how     string // the counterexample
}

var controlLine = regexp.MustCompile(`^\s*\S+\.go:\d+: (fails without|rejects) "([^"]*)": (.*)$`)

// readControls reads the log lines that go test -json reports, by test. What
// tests that failed print, or packages that do not build, comes second.
func readControls(events []byte) (map[string][]control, string) {
	output := map[string]*strings.Builder{}
	var order, failed []string
	for line := range bytes.Lines(events) {
		var e struct{ Action, Test, Output string }
		if json.Unmarshal(line, &e) != nil {
			continue // go prints some build errors as they are
		}
		test, _, _ := strings.Cut(e.Test, "/")
		if output[test] == nil {
			output[test] = &strings.Builder{}
			order = append(order, test)
		}
		output[test].WriteString(e.Output)
		if e.Action == "fail" && e.Test == test && test != "" {
			failed = append(failed, test)
		}
	}
	controls := map[string][]control{}
	for _, test := range order {
		controls[test] = controlsOf(output[test].String())
	}
	if len(failed) == 0 {
		failed = []string{""}
	}
	var failure strings.Builder
	for _, test := range failed {
		if output[test] != nil {
			failure.WriteString(output[test].String())
		}
	}
	return controls, failure.String()
}

func controlsOf(output string) []control {
	var cs []control
	for line := range strings.Lines(output) {
		if m := controlLine.FindStringSubmatch(strings.TrimRight(line, "\n")); m != nil {
			cs = append(cs, control{m[1] == "rejects", m[2], strings.TrimSpace(m[3])})
		}
	}
	return cs
}

// minus is a hyphen that stands for a minus sign.
var minus = regexp.MustCompile(`(^|[\s(\[=,+·])-([\d.∞])`)

// sentence tells the control in words.
func (c control) sentence() string {
	how := sentence(escape(minus.ReplaceAllString(c.how, "$1−$2")))
	if c.rejects {
		return fmt.Sprintf("It catches “%s”: %s", escape(c.what), how)
	}
	return fmt.Sprintf("Without “%s” it breaks: %s", escape(c.what), how)
}

// withControls gives each claim its controls. One without any has not been
// shown able to fail.
func withControls(claims []claim, controls map[string][]control) []problem {
	var problems []problem
	for i := range claims {
		c := &claims[i]
		c.controls = controls[c.test]
		if len(c.controls) == 0 {
			problems = append(problems, problem{
				claimsFile, c.first,
				fmt.Sprintf("claim %v logs nothing that it fails without or rejects", c),
			})
		}
	}
	return problems
}
