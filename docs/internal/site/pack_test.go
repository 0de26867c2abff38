package site

import "testing"

// What a page loads when its explorable is first seen should not keep a reader waiting.
func TestPackedLibrary(t *testing.T) {
	files, err := allFiles()
	if err != nil {
		t.Fatal(err)
	}
	if kB := len(files["info.wasm.js"]) * 3 / 4 / 1000; kB >= 600 {
		t.Errorf("the library is %d kB compressed, want less than 600", kB)
	}
}
