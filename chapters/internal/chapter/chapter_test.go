package chapter

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
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
		File: "a `file` to read",
		Sections: []Section{
			{Name: "show", About: "what it works on", Uses: "p q symbols logits", Run: func(w io.Writer, in Input) {
				fmt.Fprintln(w, in.P, in.Q, in.Words, []float64(in.Logits))
			}},
			{Name: "rest", About: "anything else", Run: func(w io.Writer, _ Input) { fmt.Fprintln(w, "rest") }},
			{Name: "read", About: "what is in a file", Uses: "file", RunE: func(w io.Writer, in Input) error {
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

// files makes a folder with texts, whose names stand for "@" in arguments.
func files(t *testing.T) (fill func(args string) []string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"f.txt": "text\n", "a.txt": "Red red blue\n", "b.txt": "red green green\n", "empty.txt": " \n",
		"many.txt": strings.Repeat("x", 100) + " a a",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return func(args string) []string {
		fields := strings.Fields(args)
		for i := range fields {
			fields[i] = strings.Replace(fields[i], "@", dir+string(filepath.Separator), 1)
		}
		return fields
	}
}

func TestRun(t *testing.T) {
	const (
		book = "(0.5, 0.25, 0.25) (0.25, 0.5, 0.25) [red green blue] [2 1 -0.5]\n"
		own  = "(0.9, 0.1) (0.5, 0.5) [outcome 1 outcome 2] [0 0]\n"
	)
	fill := files(t)
	for _, c := range []struct{ args, want string }{
		{"", "-- show --\n" + book + "\n-- rest --\nrest\n\n-- read --\n"},
		{"show", book},
		{"rest show", "-- rest --\nrest\n\n-- show --\n" + book},
		{"-p 0.9,0.1 show", own},
		{"-p 0.9,0.1", own}, // what does not use it is left out
		{"show -p 90%,1/10", own},
		{"show -p 0,9;0,1", own},
		{"show -p 0.9,0.1 -q 0.2,0.8", "(0.9, 0.1) (0.2, 0.8) [outcome 1 outcome 2] [0 0]\n"},
		{"-q 1,0,0 show", "(0.5, 0.25, 0.25) (1, 0, 0) [red green blue] [2 1 -0.5]\n"},
		{"show -logits 3,-1e3,4", "(0.5, 0.25, 0.25) (0.25, 0.5, 0.25) [red green blue] [3 -1000 4]\n"},
		{"-p 0.9,0.1 -logits 3,4 show", "(0.9, 0.1) (0.5, 0.5) [outcome 1 outcome 2] [3 4]\n"},
		{"-counts 3,1", "(0.75, 0.25) (0.5, 0.5) [outcome 1 outcome 2] [0 0]\n"},
		{"-counts 3,1 -model-counts 1,3", "(0.75, 0.25) (0.25, 0.75) [outcome 1 outcome 2] [0 0]\n"},
		{"-counts 1,0 -add 0,5", "(0.75, 0.25) (0.5, 0.5) [outcome 1 outcome 2] [0 0]\n"},
		{"-counts 2,0 -add 1", "(0.75, 0.25) (0.5, 0.5) [outcome 1 outcome 2] [0 0]\n"},
		{"-symbols a,b,c", "(0.5, 0.25, 0.25) (0.25, 0.5, 0.25) [a b c] [2 1 -0.5]\n"},
		{"show -count words @a.txt -model @a.txt", "(0.6666666666666666, 0.3333333333333333) " +
			"(0.6666666666666666, 0.3333333333333333) [red blue] [0 0]\n"},
		{"show -count words @a.txt -model @b.txt -add 1", "(0.5, 0.3333333333333333, 0.16666666666666666) " +
			"(0.3333333333333333, 0.16666666666666666, 0.5) [red blue green] [2 1 -0.5]\n"},
		{"show -count words @many.txt", "(0.6666666666666666, 0.3333333333333333) (0.5, 0.5) " +
			"[a " + strings.Repeat("x", 15) + "…] [0 0]\n"},
		{"-file @f.txt", "f.txt: text\n"},
		{"-file @f.txt -p 0.9,0.1", "-- show --\n" + own + "\n-- read --\nf.txt: text\n"},
	} {
		var out strings.Builder
		if err := example().run("07-example", fill(c.args), nil, &out); err != nil {
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
	rest := example()
	rest.Sections = rest.Sections[1:2]
	fill := files(t)
	for _, c := range []struct {
		program Program
		args    string
		status  int
		want    string
	}{
		{example(), "shw", 2, `no section "shw": there are show, rest, read`},
		{example(), "-p", 2, "flag needs an argument: -p"},
		{example(), "-x", 2, "flag provided but not defined: -x"},
		{example(), "rest -p 0.5,0.5", 2, "section rest does not use -p: use it in show"},
		{example(), "show rest -counts 1,2", 2, "section rest does not use -counts: use it in show"},
		{example(), "show -file x", 2, "section show does not use -file: use it in read"},
		{coin, "-file x -add 1", 2, "-add goes with counts, by -counts, -count or -model-counts"},
		{example(), "-p 0.5,0.5 -counts 1,2", 2, "-p and -counts give the same, want one of them"},
		{example(), "-q 0.5,0.5 -model-counts 1,2", 2, "-q and -model-counts give the same, want one of them"},
		{example(), "-model b.txt", 2, "-model goes with -count, which says what to count"},
		{example(), "-count words", 2, "-count words: want words, letters or bytes, and a file after it, - for standard input"},
		{example(), "-count words - -model -", 2, "-count and -model both read standard input, want one of them"},
		{example(), "-count words @a.txt -symbols a,b", 2, "-count and -symbols give the same, want one of them"},
		{example(), "-count sylables f", 1, `-count "sylables": want words, letters or bytes`},
		{example(), "show -p 0.5,0.6", 1, "-p: the numbers sum to 1.1, want 1"},
		{example(), "-p 1,2,x", 1, `-p: number 3 = "x" is not a number`},
		{example(), "-q 1,2,x", 1, `-q: number 3 = "x" is not a number`},
		{example(), "-p 3,2,1", 1, "-p: the numbers sum to 6, want 1; counts go after -counts"},
		{example(), "-counts 0,0", 1, "-counts: all 2 numbers are 0"},
		{example(), "-counts 1,2 -add x", 1, `invalid value "x" for flag -add: want a number from 0 to 1e300`},
		{example(), "-symbols a,b", 1, "-symbols has 2 names, -p has 3 outcomes"},
		{example(), "-counts 1,2 -add 1,000", 1, `invalid value "1,000" for flag -add: "1,000" is 1.000 or 1000: write 1000, or 1,0000 for the fraction`},
		{example(), "-q 0.5,0.5", 1, "-q has 2 outcomes, the book's p has 3: give -p too"},
		{example(), "-model-counts 1,2", 1, "-model-counts has 2 outcomes, the book's p has 3: give -p too"},
		{example(), "-q 0.5,0.5 -symbols a,b,c", 1, "-q has 2 outcomes, the book's p has 3: give -p too"},
		{example(), "-p 0.5,0.5 -q 1,0,0", 1, "-q has 3 outcomes, -p has 2"},
		{example(), "-p 0.5,0.5 -logits 1,2,3", 1, "-logits has 3 numbers, -p has 2 outcomes"},
		{example(), "-logits 1,2", 1, "show: -logits has 2 numbers, the book's p has 3: give -p too"},
		{example(), "-logits 1,NaN,2", 1, `-logits: number 2 = "NaN" is not a finite number`},
		{example(), "-logits Inf,x", 1, `-logits: number 1 = "Inf" is not a finite number`},
		{example(), "-logits 1,", 1, `-logits: number 2 = "" is not a finite number`},
		{example(), "-file nowhere.txt", 1, "open nowhere.txt: no such file or directory"},
		{example(), "-count bytes nowhere.txt", 1, "-count bytes: open nowhere.txt: no such file or directory"},
		{rest, "-p 0.5,0.5", 2, "no section uses -p"},
		{coin, "-p 0.5,0.25,0.25", 1, "-p has 3 outcomes, want 2"},
		{coin, "-count letters @f.txt", 1, "-count has 3 outcomes, want 2"},
		{example(), "-counts 1,2 -model-counts 1,2,3", 1, "-model-counts has 3 outcomes, -counts has 2"},
	} {
		err := c.program.run("07-example", fill(c.args), nil, io.Discard)
		if err == nil || strings.Join(lines(err), "; ") != c.want || status(err) != c.status {
			t.Errorf("%q: %v, exit %d, want %s, exit %d", c.args, err, status(err), c.want, c.status)
		}
	}
}

// Text that is piped in is read, or refused.
func TestStandardInput(t *testing.T) {
	piped, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(write, "text")
	write.Close()
	const want = "nothing reads the text on standard input: -count words - counts it, -file - reads it"
	err = example().run("07-example", nil, piped, io.Discard)
	if err == nil || err.Error() != want || status(err) != 2 {
		t.Errorf("%v, exit %d, want %s, exit 2", err, status(err), want)
	}
	file, err := os.Open("chapter.go")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := example().run("07-example", nil, file, io.Discard); err == nil || err.Error() != want {
		t.Errorf("a file: %v, want %s", err, want)
	}
	silent, open, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	if err := example().run("07-example", nil, silent, io.Discard); err != nil {
		t.Errorf("a pipe without text: %v", err)
	}
}

// A section that cannot do with the input leaves the others, and is named.
func TestSectionsThatFail(t *testing.T) {
	fails := func(why string) func(io.Writer, Input) error {
		return func(w io.Writer, _ Input) error {
			fmt.Fprintln(w, "half of it")
			return errors.New(why)
		}
	}
	p := Program{Sections: []Section{
		{Name: "a", RunE: fails("no")},
		{Name: "b", Run: func(w io.Writer, _ Input) { fmt.Fprintln(w, "b") }},
		{Name: "c", RunE: fails("no")},
		{Name: "d", RunE: fails("not\nso")},
	}}
	var out strings.Builder
	err := p.run("07-example", nil, nil, &out)
	if want := "a, c: no; d: not so"; err == nil || strings.Join(lines(err), "; ") != want || status(err) != 1 {
		t.Errorf("%v, want %s", err, want)
	}
	if want := "-- b --\nb\n"; out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
}

func TestFew(t *testing.T) {
	for _, c := range []struct {
		n    int
		want string
	}{
		{2, "0 1 "},
		{30, "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 "},
		{31, "0 1 2 3 4 5 6 7 8 9 …\t…\t16 more\n26 27 28 29 30 "},
	} {
		var out strings.Builder
		for x := range Few(&out, info.Uniform(c.n), 3) {
			fmt.Fprint(&out, x, " ")
		}
		if out.String() != c.want {
			t.Errorf("of %d: %q, want %q", c.n, out.String(), c.want)
		}
	}
}

func TestFit(t *testing.T) {
	nine := []int{1, 2, 3, 4, 5, 6, 7, 8, 9}
	for _, c := range []struct {
		columns int
		all     []int
		want    string
	}{
		{74, nine[:6], "1 2 3 4 5 6"},
		{11, nine[:6], "1 2 3 4 5 6"},
		{10, nine[:6], "1 2 3 … 6"},
		{74, nine, "1 2 3 … 9"},
		{8, nine, "1 2 … 9"},
		{1, nine, "1 … 9"},
		{4, nine[:3], "1 … 3"},
		{1, nine[:2], "1 2"},
		{1, nil, ""},
	} {
		if got := Fit(c.columns, c.all, "%d", " "); got != c.want {
			t.Errorf("%v in %d columns: %s, want %s", c.all, c.columns, got, c.want)
		}
	}
}

func TestAlign(t *testing.T) {
	const text, want = "a\tb\n日本\tc\ne\u0301xx\td\n\nlong line\n", "a    b\n日本 c\ne\u0301xx  d\n\nlong line\n"
	if got := string(Align([]byte(text))); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := shortened([]string{"sixteen letters!", "seventeen letters", "日本語日本語日本語"}); !slices.Equal(got, []string{"sixteen letters!", "seventeen lette…", "日本語日本語日…"}) {
		t.Errorf("%q", got)
	}
}

// A program has the flags of what its book has, and no others.
func TestHelp(t *testing.T) {
	p := example()
	p.Book.Logits = nil
	var out strings.Builder
	if err := p.run("07-example", []string{"-h"}, nil, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"An example.", "go run ./chapters/07-example", "rest", "anything else", "-file file\n    \ta file to read", "show  -p -q -symbols -logits  what it works on\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("-h does not say %q:\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "-logits numbers") {
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
		"-counts 3,2,1 -add 0.5", "-count words chapter.go -model input.go show", "-symbols a,b,c -count", "-count letters nowhere",
	} {
		f.Add(args)
	}
	f.Fuzz(func(t *testing.T, args string) {
		p := example()
		p.Sections = p.Sections[:2] // which read no file
		var out strings.Builder
		err := p.run("07-example", strings.Split(args, " "), nil, &out)
		switch {
		case err == nil && out.Len() == 0:
			t.Errorf("%q printed nothing", args)
		case err != nil && slices.ContainsFunc(lines(err), func(line string) bool { return line == "" || strings.Contains(line, "\n") }):
			t.Errorf("%q: %q are not lines", args, lines(err))
		case strings.Contains(out.String(), "NaN"):
			t.Errorf("%q printed %q", args, out.String())
		}
	})
}

// An argument of several words is text, and a flag gives any.
func TestText(t *testing.T) {
	p := Program{
		Text: "`words` to read", File: "a `file`", Book: Input{Text: "the book's"},
		Sections: []Section{
			{Name: "first", Uses: "text file", Run: func(w io.Writer, in Input) { fmt.Fprintln(w, in.Text) }},
			{Name: "rest", Run: func(w io.Writer, in Input) { fmt.Fprintln(w, in.Text == "") }},
		},
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "-- first --\nthe book's\n\n-- rest --\ntrue\n"},
		{[]string{"two words"}, "two words\n"},
		{[]string{"first", "two words"}, "two words\n"},
		{[]string{"two words", "first"}, "two words\n"},
		{[]string{"-text", "word"}, "word\n"},
		{[]string{"-text", ""}, "\n"},
		{[]string{"two words", "rest"}, "section rest does not use -text: use it in first"},
		{[]string{"two words", "-file", "x"}, "-file and -text give the same, want one of them"},
		{[]string{"two words", "two more"}, `no section "two more": there are first, rest; text goes in quotation marks, a word after -text`},
		{[]string{"two", "words"}, `no section "two": there are first, rest; text goes in quotation marks, a word after -text`},
	} {
		var out strings.Builder
		if err := p.run("07-example", c.args, nil, &out); err != nil {
			out.WriteString(err.Error())
		}
		if out.String() != c.want {
			t.Errorf("%q: %q, want %q", c.args, out.String(), c.want)
		}
	}
}
