package main

import (
	"strings"
	"testing"
	"time"
)

func TestProgressShowsWhenItTakesLong(t *testing.T) {
	for _, tt := range []struct {
		taken time.Duration
		shows bool
	}{{0, false}, {2 * patience, true}} {
		var out strings.Builder
		pr := &progress{out: &out, start: time.Now().Add(-tt.taken), total: 2}
		pr.step()
		pr.end()
		if shows := strings.Contains(out.String(), "(1/2"); shows != tt.shows {
			t.Errorf("after %v: %q, shows %v", tt.taken, out.String(), shows)
		}
	}
}
