package chapter

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crossentropy/info"
)

// example is a program whose sections print what they work on.
func example() Program {
	return Program{
		About: "An example.",
		Book: Input{
			Words:  []string{"red", "green", "blue"},
			P:      info.Must(0.5, 0.25, 0.25),
			Q:      info.Must(0.25, 0.5, 0.25),
			Logits: Logits{2, 1, -0.5},
		},
		File:   "a `file` to read",
		Reader: "read",
		Sections: []Section{
			{Name: "show", About: "what it works on", Run: func(w io.Writer, in Input) {
				fmt.Fprintln(w, in.P, in.Q, in.Words, []float64(in.Logits))
			}},
			{Name: "rest", About: "anything else", Run: func(w io.Writer, _ Input) { fmt.Fprintln(w, "rest") }},
			{Name: "read", About: "what is in a file", RunE: func(w io.Writer, in Input) error {
				if in.File == "" {
					return nil
				}
				file, name, err := in.Open()
				if err != nil {
					return err
				}
				defer file.Close()
				fmt.Fprint(w, filepath.Base(name), ": ")
				_, err = io.Copy(w, file)
				return err
			}},
		},
	}
}

func TestRun(t *testing.T) {
	const (
		book = "(0.5, 0.25, 0.25) (0.25, 0.5, 0.25) [red green blue] [2 1 -0.5]\n"
		own  = "(0.9, 0.1) (0.5, 0.5) [outcome 1 outcome 2] [0 0]\n"
	)
	file := filepath.Join(t.TempDir(), "f.txt")
	if err := os.WriteFile(file, []byte("text\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ args, want string }{
		{"", "-- show --\n" + book + "\n-- rest --\nrest\n\n-- read --\n"},
		{"show", book},
		{"rest show", "-- rest --\nrest\n\n-- show --\n" + book},
		{"-p 0.9,0.1 show", own},
		{"show -p 0.9,0.1", own},
		{"show -p 0.9,0.1 -q 0.2,0.8", "(0.9, 0.1) (0.2, 0.8) [outcome 1 outcome 2] [0 0]\n"},
		{"-q 1,0,0 show", "(0.5, 0.25, 0.25) (1, 0, 0) [red green blue] [2 1 -0.5]\n"},
		{"show -logits 3,-1e3,4", "(0.5, 0.25, 0.25) (0.25, 0.5, 0.25) [red green blue] [3 -1000 4]\n"},
		{"-p 0.9,0.1 -logits 3,4 show", "(0.9, 0.1) (0.5, 0.5) [outcome 1 outcome 2] [3 4]\n"},
		{"-file " + file, "f.txt: text\n"}, // which one section alone reads
		{"rest -file " + file, "rest\n"},
	} {
		var out strings.Builder
		if err := example().run("07-example", strings.Fields(c.args), &out); err != nil {
			t.Errorf("%q: %v", c.args, err)
		}
		if out.String() != c.want {
			t.Errorf("%q printed %q, want %q", c.args, out.String(), c.want)
		}
	}
}

func TestRunRefuses(t *testing.T) {
	coin := example()
	coin.Book = Input{P: info.Must(0.5, 0.5)}
	coin.Outcomes = 2
	for _, c := range []struct {
		program Program
		args    string
		status  int
		want    string
	}{
		{example(), "shw", 2, `no section "shw": there are show, rest, read`},
		{example(), "-p", 2, "flag needs an argument: -p"},
		{example(), "-x", 2, "flag provided but not defined: -x"},
		{example(), "show -p 0.5,0.6", 1, `invalid value "0.5,0.6" for flag -p: p sums to 1.1, want 1`},
		{example(), "-p 1,2,x", 1, `invalid value "1,2,x" for flag -p: p[2] = "x" is not a number`},
		{example(), "-q 0.5,0.5", 1, "-q has 2 outcomes, -p has 3"},
		{example(), "-p 0.5,0.5 -q 1,0,0", 1, "-q has 3 outcomes, -p has 2"},
		{example(), "-logits 1,2", 1, "-logits has 2 numbers, -p has 3"},
		{example(), "-logits 1,NaN,2", 1, `invalid value "1,NaN,2" for flag -logits: logits[1] = "NaN" is not a finite number`},
		{example(), "-logits Inf,x", 1, `invalid value "Inf,x" for flag -logits: logits[0] = "Inf" is not a finite number`},
		{example(), "-logits 1,", 1, `invalid value "1," for flag -logits: logits[1] = "" is not a finite number`},
		{example(), "-file nowhere.txt", 1, "open nowhere.txt: no such file or directory"},
		{coin, "-p 0.5,0.25,0.25", 1, "-p has 3 outcomes, want 2"},
	} {
		err := c.program.run("07-example", strings.Fields(c.args), io.Discard)
		if err == nil || oneLine(err) != c.want || status(err) != c.status {
			t.Errorf("%q: %v, exit %d, want %s, exit %d", c.args, err, status(err), c.want, c.status)
		}
	}
}

// A program has the flags of what its book has, and no others.
func TestHelp(t *testing.T) {
	p := example()
	p.Book.Logits = nil
	var out strings.Builder
	if err := p.run("07-example", []string{"-h"}, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"An example.", "go run ./chapters/07-example", "rest", "anything else", "-file file\n    \ta file to read"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("-h does not say %q:\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "-logits") {
		t.Errorf("the book has no logits, but -h says\n%s", out.String())
	}
}

// FuzzRun looks for arguments, with single spaces between them, that a program falls
// over, or answers with an error of no words.
func FuzzRun(f *testing.F) {
	for _, args := range []string{
		"", "show", "rest show -p 0.9,0.1", "show -p 1/3,1/3,1/3 -q 1,0,0", "-q=1,0,0 rest",
		"-p 0.5,0.5", "-h", "show --help", "-- show", "- show", "shw", "-x", "-=", "-a\nb=\n", "-p",
		"-p 1,-0.5\n,x", "-logits  1e3 ,-0,0x1p-2", "-logits 1e999", "\x00 \xff",
	} {
		f.Add(args)
	}
	f.Fuzz(func(t *testing.T, args string) {
		p := example()
		p.Sections = p.Sections[:2] // which read no file
		var out strings.Builder
		err := p.run("07-example", strings.Split(args, " "), &out)
		switch {
		case err == nil && out.Len() == 0:
			t.Errorf("%q printed nothing", args)
		case err != nil && (oneLine(err) == "" || strings.Contains(oneLine(err), "\n")):
			t.Errorf("%q: %q is not one line", args, oneLine(err))
		case strings.Contains(out.String(), "NaN"):
			t.Errorf("%q printed %q", args, out.String())
		}
	})
}
