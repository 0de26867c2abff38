package chapter

import (
	"strings"
	"testing"
)

// FuzzRun looks for arguments, with single spaces between them, that a program falls
// over, or answers with more than one line of error.
func FuzzRun(f *testing.F) {
	for _, args := range []string{
		"", "show", "rest show -p 0.9,0.1", "show -p 1/3,1/3,1/3 -q 1,0,0", "-q=1,0,0 rest",
		"-p 0.5,0.5", "-h", "show --help", "-- show", "- show", "shw", "-x", "-=", "-a\nb=\n", "-p",
		"-p 1,-0.5\n,x", "\x00 \xff",
	} {
		f.Add(args)
	}
	f.Fuzz(func(t *testing.T, args string) {
		if len(args) > 200 {
			t.Skip("more than anyone types")
		}
		var out strings.Builder
		code, err := example().run("07-example", strings.Split(args, " "), &out)
		switch {
		case err == nil && (code != 0 || out.Len() == 0):
			t.Errorf("%q: exit %d, printed %q", args, code, out.String())
		case err != nil && (code != 1 && code != 2 || out.Len() > 0):
			t.Errorf("%q: exit %d, %v, printed %q", args, code, err, out.String())
		case err != nil && (oneLine(err) == "" || strings.Contains(oneLine(err), "\n")):
			t.Errorf("%q: %q is not one line", args, oneLine(err))
		case strings.Contains(out.String(), "NaN"):
			t.Errorf("%q printed %q", args, out.String())
		}
	})
}
