package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"strings"
	"testing"
)

// FuzzFlags looks for arguments, with single spaces between them, that the command
// falls over, or takes for what it cannot draw. It writes no files.
func FuzzFlags(f *testing.F) {
	for _, tt := range wrongUses {
		f.Add(tt.args)
	}
	for _, args := range []string{
		"-h", "-list", "-- -list", "-only cost -p 1/2,1/2 -q 0.9,0.1", "-out . -q 1/8,1/8,1/4,1/2",
		"-p 1,5e-324 -q 5e-324,1", "-p 1,0 -q 0.5,0.5", "-a\nb=\n", "-out= -p 1\n", "\x00 \xff",
		"-counts 3,2,1 -add 0.5", "-count bytes main.go", "-count letters main.go -model flags.go -add 1",
		"-base e -p 1", "-decimal , -height 60mm", "-bins equal:3 -only reliability -data -",
		"-only sentence -data main.go", "-only long-tail -data digits.json", "-labels digits.json",
		"-only cost -data main.go", "-only joint -data digits.json", "-data -", "-only reliability -data -",
	} {
		f.Add(args)
	}
	f.Fuzz(func(t *testing.T, args string) {
		if len(args) > 200 {
			t.Skip("more than anyone types")
		}
		var stdout, stderr strings.Builder
		o, err := parse(strings.Split(args, " "), &stdout)
		switch {
		case errors.Is(err, flag.ErrHelp):
			return
		case stdout.Len() > 0:
			t.Errorf("%q printed %q", args, stdout.String())
		case err != nil:
			if fail(&stderr, 2, err); strings.Count(stderr.String(), "\n") != 1 {
				t.Errorf("%q: %q is not one line", args, stderr.String())
			}
			return
		}
		if o.agree() != nil || cost.check(o.example) != nil {
			return
		}
		data := printed(t, cost.of(o.example, bookLook), "svg")
		if err := xml.Unmarshal(data, new(struct{})); err != nil {
			t.Errorf("%q: %v", args, err)
		}
		if bytes.Contains(data, []byte("NaN")) || bytes.Contains(data, []byte("Inf")) {
			t.Errorf("%q draws NaN or Inf", args)
		}
	})
}
