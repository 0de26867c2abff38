package main

import (
	"bytes"
	"os"
	"testing"
)

// The tables in the library are what this program writes.
func TestWritten(t *testing.T) {
	for name, table := range tables {
		want, err := file(name, table())
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from what go generate ./info writes", name)
		}
	}
}
