package main

import "testing"

func TestDeadCommands(t *testing.T) {
	b := fakeBook(t, fakeFiles(t))
	for _, c := range []struct{ text, want string }{
		{"`go run ./chapters/01-start`", ""},
		{"`go run ./chapters/01-start diary -p 0.5,0.5`", ""},
		{"`go run ./chapters/01-start -p 0.5,0.5 diary`", ""},
		{"`go run ./plots -only curve -p 1`", ""},
		{"`go test . -run 'TestGibbs$' -v`", ""},
		{"`go run ./chapters/09-gone`", `no chapter "09-gone" (has 01-start, 02-end)`},
		{"`go run ./chapters/02-end diary`", `no section "diary" in 02-end (has end)`},
		{"`go run ./plots -only curve,curl`", `no figure "curl" (has curve, stale)`},
		{"`go test . -run 'TestGibs$' -v`", "no claim is tested by TestGibs"},
	} {
		got := ""
		for _, f := range b.deadCommands(newPage("docs/a.md", []byte(c.text))) {
			got += f.text
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}
