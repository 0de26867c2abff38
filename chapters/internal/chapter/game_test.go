package chapter

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

// withGame is the example with a game that asks until it is answered "last".
func withGame() Program {
	p := example()
	p.Sections = append(p.Sections, Section{
		Name: "play", Uses: "p seed", Script: []string{"first", "last"},
		Play: func(t *Terminal, in Input) error {
			for n := 1; ; n++ {
				line, ok := t.Ask(fmt.Sprint(n, "> "))
				if !ok || line == "last" {
					fmt.Fprintln(t, ok, in.Seed, in.Own)
					return nil
				}
			}
		},
	})
	return p
}

// piped returns a file that holds the text, as a pipe does.
func piped(t *testing.T, text string) *os.File {
	t.Helper()
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		io.WriteString(out, text)
		out.Close()
	}()
	t.Cleanup(func() { in.Close() })
	return in
}

func TestGame(t *testing.T) {
	for _, c := range []struct{ args, typed, want string }{
		{"play", "a\nlast\n", "1> a\n2> last\ntrue 2 false\n"},
		{"play", " a\tb\x1b[2J \r\nlast", "1> a b [2J\n2> last\ntrue 2 false\n"},
		{"play", "\n\xff\n", "1> \n2> \ufffd\n3> \nfalse 2 false\n"},
		{"play", "", "1> \nfalse 2 false\n"},
		{"play", "a\nQuit\nlast\n", "1> a\n2> Quit\nfalse 2 false\n"},
		{"play", "q\n", "1> q\nfalse 2 false\n"},
		{"play -seed 3 -p 0.9,0.1", "last\n", "1> last\ntrue 3 true\n"},
		{"-seed 18446744073709551615", "last\n", "1> last\ntrue 18446744073709551615 false\n"},
		{"rest read", "", "-- rest --\nrest\n\n-- read --\n"},
		{"-p 0.9,0.1", "", "(0.9, 0.1) (0.5, 0.5) [outcome 1 outcome 2] [0 0]\n"},
	} {
		var out strings.Builder
		if err := withGame().run("07-example", strings.Fields(c.args), piped(t, c.typed), &out); err != nil {
			t.Errorf("%s, %q: %v", c.args, c.typed, err)
		}
		if out.String() != c.want {
			t.Errorf("%s, %q: printed %q, want %q", c.args, c.typed, out.String(), c.want)
		}
	}
}

// Where all sections run, the game is that of the script.
func TestScript(t *testing.T) {
	var out strings.Builder
	if err := withGame().run("07-example", nil, piped(t, ""), &out); err != nil {
		t.Fatal(err)
	}
	if want := "\n-- play --\n1> first\n2> last\ntrue 1 false\n"; !strings.HasSuffix(out.String(), want) {
		t.Errorf("printed %q, want %q at its end", out.String(), want)
	}
}

func TestGameRefuses(t *testing.T) {
	for _, c := range []struct {
		args   string
		status int
		want   string
	}{
		{"play rest", 2, "section play is a game: name it alone"},
		{"play -q 0.5,0.25,0.25", 2, "section play does not use -q: use it in show"},
		{"-p 0.9,0.1 -seed 2", 2, "-seed is for a game: name it"},
		{"play -count words -", 2, "-count and play both read standard input, want one of them"},
		{"play -seed -1", 1, `invalid value "-1" for flag -seed: want a whole number from 0 to 2⁶⁴ − 1`},
		{"play -seed", 2, "flag needs an argument: -seed"},
	} {
		err := withGame().run("07-example", strings.Fields(c.args), piped(t, ""), io.Discard)
		if err == nil || strings.Join(lines(err), "; ") != c.want || status(err) != c.status {
			t.Errorf("%s: %v, exit %d, want %s, exit %d", c.args, err, status(err), c.want, c.status)
		}
	}
	const want = "nothing reads the text on standard input: -count words - counts it, -file - reads it, section play takes it for answers"
	if err := withGame().run("07-example", nil, piped(t, "text"), io.Discard); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// A terminal shows what is typed, and need not be told.
func TestEcho(t *testing.T) {
	var out strings.Builder
	terminal := Scripted(&out, "a")
	terminal.echoes = false
	if line, ok := terminal.Ask("1> "); !ok || line != "a" || out.String() != "1> " {
		t.Errorf("%q, %v, printed %q", line, ok, out.String())
	}
}

// An interrupt ends the game, which sums up, while the input goes on.
func TestInterrupt(t *testing.T) {
	stopped := make(chan struct{})
	close(stopped)
	var out strings.Builder
	terminal := &Terminal{out: &out, answers: make(chan answer), stopped: stopped}
	if line, ok := terminal.Ask("1> "); ok || line != "" || out.String() != "1> \n" {
		t.Errorf("%q, %v, printed %q", line, ok, out.String())
	}
}

// full is a disk that has no room left.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestGameFails(t *testing.T) {
	err := withGame().run("07-example", []string{"play"}, piped(t, "a\na\n"), full{})
	if err == nil || !slices.Equal(lines(err), []string{"no room"}) {
		t.Errorf("%v, want no room", err)
	}
	err = withGame().run("07-example", []string{"play"}, piped(t, strings.Repeat("x", 1<<17)), io.Discard)
	if want := "standard input has a line of more than 65536 bytes"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}
