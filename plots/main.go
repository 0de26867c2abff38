// Command plots draws the figures of the book.
//
//	go run ./plots                            all, into docs/figures
//	go run ./plots -list                      their names and findings
//	go run ./plots -only cost -p 0.7,0.2,0.1  one, of a distribution of yours
//	go run ./plots -only bowl -format pdf     one, for an article
//	go run ./plots -only joint -data MY.csv   one, of a table of yours
//
// Each figure is a file here, and says what is particular to it. Package table reads
// what is yours, package page lays the figure out, and package format prints it.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
)

func main() {
	var out bytes.Buffer
	status := run(os.Args[1:], &out, os.Stderr)
	if _, err := out.WriteTo(os.Stdout); err != nil && status == 0 {
		status = fail(os.Stderr, 1, err)
	}
	os.Exit(status)
}

// run is the command. It returns the exit status: 1 where the work failed, 2
// where it was not asked for as usage says.
func run(args []string, stdout, stderr io.Writer) int {
	o, err := parse(args, stdout)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case o.failed:
		return fail(stderr, 1, err)
	case err != nil:
		return fail(stderr, 2, err)
	case o.list:
		list(stdout)
		return 0
	}
	if err := o.print(stdout); err != nil {
		return fail(stderr, 1, err)
	}
	return 0
}

// fail writes the error as one line, whatever it quotes.
func fail(stderr io.Writer, status int, err error) int {
	fmt.Fprintln(stderr, "plots: "+oneLine(strings.ReplaceAll(err.Error(), "\n", "; ")))
	return status
}

// oneLine returns s without what would break its line or move the cursor.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// list prints the names of the figures, what they find, and what changes them.
func list(w io.Writer) {
	for _, f := range figures {
		takes := f.takes
		if f.columns != "" {
			takes = strings.TrimSpace(takes + " -data " + f.columns)
		}
		if f.bins.n > 0 {
			takes += " -bins"
		}
		fmt.Fprintf(w, "%s\n    %s\n", strings.TrimSpace(f.name+"  "+takes), f.title)
		for _, names := range f.headings {
			fmt.Fprintf(w, "    %s, or %s\n", names[0], strings.Join(names[1:], ", "))
		}
	}
}
