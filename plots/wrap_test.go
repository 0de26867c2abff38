package main

import "testing"

func TestWrap(t *testing.T) {
	const title = "Cross entropy is entropy plus the price of being wrong"
	const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
	for _, tt := range []struct {
		s    string
		want string
	}{
		{title, "Cross entropy is entropy\nplus the price of being wrong"},
		{"short", "short"},
		{"", ""},
		{long, long},
	} {
		if got := wrap(tt.s, titleStyle, 286); got != tt.want {
			t.Errorf("wrap(%q) = %q, want %q", tt.s, got, tt.want)
		}
	}
}
