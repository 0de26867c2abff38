package main

import (
	"bytes"
	"os"
	"testing"
)

// The tables in the package are what this program writes.
func TestWritten(t *testing.T) {
	got, err := os.ReadFile("../tables.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, source()) {
		t.Error("tables.go differs from what go generate ./info/internal/kernel writes")
	}
}
