package site

import (
	"path/filepath"
	"testing"
)

// What a page loads when its explorable is first seen should not keep a reader waiting.
func TestPackedLibrary(t *testing.T) {
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	script, err := packLibrary(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	if kB := len(script) * 3 / 4 / 1000; kB > 800 {
		t.Errorf("the library is %d kB compressed, want 800 at most", kB)
	}
}
