package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCommand(t *testing.T) {
	for _, c := range []struct {
		args     string
		exit     int
		out, err string
	}{
		{"-h", 0, usage, ""},
		{"-x", 2, "", "bench: flag provided but not defined: -x\n"},
		{"ent", 2, "", "bench: unexpected argument \"ent\"\n"},
		{"-rounds 0", 2, "", "bench: -rounds is 0, want at least 1\n"},
		{"-bytes -1", 2, "", "bench: -bytes is -1, want at least 0\n"},
		{"-seed -1", 2, "", "bench: invalid value \"-1\" for flag -seed: parse error\n"},
	} {
		var out, errs strings.Builder
		exit := command(strings.Fields(c.args), &out, &errs)
		if exit != c.exit || out.String() != c.out || errs.String() != c.err {
			t.Errorf("%s: exit %d, printed %q and %q", c.args, exit, out.String(), errs.String())
		}
	}
}

// temporaryFolder is where temporary files are put during a test.
func temporaryFolder(t *testing.T) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("TMPDIR and scripts are Unix's")
	}
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	return dir
}

func leftIn(t *testing.T, dir string) []os.DirEntry {
	t.Helper()
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return left
}

func TestBench(t *testing.T) {
	dir := temporaryFolder(t)
	var out, errs strings.Builder
	if err := bench(options{rounds: 1, bytes: 100_000, seed: 1}, []int{10}, &out, &errs); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1 round\n", "JensenShannon, close ", "info, in memory "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
	for line := range strings.Lines(out.String()) {
		if utf8.RuneCountInString(line) > 80 {
			t.Errorf("more than 80 columns: %s", line)
		}
	}
	if errs.Len() > 0 {
		t.Errorf("progress in a pipe: %q", errs.String())
	}
	if left := leftIn(t, dir); len(left) > 0 {
		t.Errorf("%v is left behind", left)
	}
}

func TestBenchFails(t *testing.T) {
	dir := temporaryFolder(t)
	tools := t.TempDir()
	t.Setenv("PATH", tools)
	for script, want := range map[string]string{
		"#!/bin/sh\nexit 3\n":      "ent: exit status 3",
		"#!/bin/sh\necho 7 bits\n": "ent printed \"7 bits\\n\" for 100 bytes",
	} {
		if err := os.WriteFile(filepath.Join(tools, "ent"), []byte(script), 0o777); err != nil {
			t.Fatal(err)
		}
		var out, errs strings.Builder
		err := bench(options{rounds: 1, bytes: 100, seed: 1}, []int{10}, &out, &errs)
		if err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
		if left := leftIn(t, dir); len(left) > 0 {
			t.Errorf("%v is left behind", left)
		}
	}
	t.Setenv("TMPDIR", filepath.Join(dir, "none"))
	if _, err := count(options{rounds: 1, bytes: 100, seed: 1}, os.Stderr); !os.IsNotExist(err) {
		t.Errorf("error %v without a folder for temporary files", err)
	}
}
