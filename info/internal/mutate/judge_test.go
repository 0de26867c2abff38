package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// module has a library whose claim at the root sees what its own test does not.
var module = map[string]string{
	"go.mod": "module m\n\ngo 1.25\n",
	"claim_test.go": "package m\n\nimport (\n\t\"testing\"\n\n\t\"m/info\"\n)\n\n" +
		"func Test(t *testing.T) {\n\tif info.Up(2) != 3 {\n\t\tt.Fail()\n\t}\n}\n",
	"info/info.go": "package info\n\nfunc Up(n int) int { return n + 1 }\n\n" +
		"func Count(n int) (k int) {\n\tfor n > 0 {\n\t\tk++\n\t\tn--\n\t}\n\treturn k\n}\n\n" +
		"func Unseen() int { return 7 }\n",
	"info/info_test.go": "package info\n\nimport \"testing\"\n\n" +
		"func Test(t *testing.T) {\n\tif Count(3) != 3 {\n\t\tt.Fail()\n\t}\n}\n",
}

func writeModule(t *testing.T) (root string) {
	t.Helper()
	root = t.TempDir()
	for name, text := range module {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestJudge(t *testing.T) {
	root := writeModule(t)
	sources, err := load(root, []string{"info"})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]verdict{
		"+ → -":    killed,      // by the claim alone
		"drop k++": killed,      // by the package's own test
		"-- → ++":  timedOut,    // as good as for ever
		"7 → 8":    survived,    // no test calls it
		"nonsense": unbuildable, // go/types lets nobody get here
	}
	var mutants []mutant
	for _, m := range sources[0].mutants() {
		if _, ok := want[m.change]; ok && sources[0].compiles(m) {
			mutants = append(mutants, m)
		}
	}
	broken := mutants[0]
	broken.change, broken.with = "nonsense", "undefined"
	mutants = append(mutants, broken)
	j := judge{root: root, limit: 2 * time.Second}
	if err := j.open(); err != nil {
		t.Fatal(err)
	}
	defer j.close()
	told := 0
	err = j.all(mutants, 2, func(m mutant, v verdict, of int) {
		if m.key != mutants[told].key || of != len(mutants) {
			t.Errorf("told of %v as number %d of %d", m, told, of)
		}
		told++
		if v != want[m.change] {
			t.Errorf("%v: verdict %d, want %d", m, v, want[m.change])
		}
	})
	if err != nil || told != 5 {
		t.Errorf("told of %d mutants, want 5; error %v", told, err)
	}
	unchanged(t, root)
}

func unchanged(t *testing.T, root string) {
	t.Helper()
	for name, want := range module {
		if got, err := os.ReadFile(filepath.Join(root, name)); err != nil || string(got) != want {
			t.Errorf("%s is now %s, %v", name, got, err)
		}
	}
}

// Without this the verdict on every mutant would be killed.
func TestJudgeWantsTestsThatPass(t *testing.T) {
	root := writeModule(t)
	broken := strings.Replace(module["info/info.go"], "n + 1", "n + 2", 1)
	if err := os.WriteFile(filepath.Join(root, "info/info.go"), []byte(broken), 0o666); err != nil {
		t.Fatal(err)
	}
	j := judge{root: root, limit: patience}
	err := j.open()
	if err == nil || !strings.HasPrefix(err.Error(), "the tests fail without a mutant:\n") {
		t.Errorf("error %v", err)
	}
	if _, gone := os.Stat(j.tmp); gone == nil {
		t.Errorf("%s is left behind", j.tmp)
	}
}

func TestCommand(t *testing.T) {
	for _, c := range []struct {
		args     string
		exit     int
		out, err string
	}{
		{"-h", 0, "usage: go run", ""},
		{"-x", 2, "", "mutate: flag provided but not defined: -x"},
		{"-j 0", 2, "", "mutate: -j is 0, want at least 1"},
		{"info/none.go", 1, "", "mutate: no file info/none.go in the library"},
	} {
		var out, errs strings.Builder
		exit := command(strings.Fields(c.args), &out, &errs)
		said := strings.HasPrefix(out.String(), c.out) && strings.HasPrefix(errs.String(), c.err)
		if exit != c.exit || !said {
			t.Errorf("%s: exit %d, printed %q and %q", c.args, exit, out.String(), errs.String())
		}
	}
}
