package chapter

import (
	"flag"
	"io"
	"os"
	"strings"
)

// A File is what a section reads: the file that the reader names with -file, or else
// the book's.
type File struct {
	Section    string // which -file alone asks for
	Name, Text string // of the book's
	own        string
}

// Flag returns what adds -file to a program's flags.
func (f *File) Flag(usage string) func(*flag.FlagSet) {
	return func(flags *flag.FlagSet) { flags.StringVar(&f.own, "file", "", usage) }
}

// Focus is the section if the reader has named a file, and "" if not.
func (f *File) Focus() string {
	if f.own == "" {
		return ""
	}
	return f.Section
}

// Open opens the file, "-" being standard input, and says what it is and how large,
// -1 where nobody knows. It stops the program where it cannot.
func (f *File) Open() (r io.ReadCloser, what string, size int64) {
	switch f.own {
	case "":
		return io.NopCloser(strings.NewReader(f.Text)), f.Name, int64(len(f.Text))
	case "-":
		return io.NopCloser(os.Stdin), "standard input", -1
	}
	file := Try(os.Open(f.own))
	stat := Try(file.Stat())
	if !stat.Mode().IsRegular() {
		return file, f.own, -1
	}
	return file, f.own, stat.Size()
}
