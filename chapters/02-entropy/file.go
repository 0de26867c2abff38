package main

import (
	_ "embed"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
)

//go:embed main.go
var source string

// name is the file that the reader names, "-" for standard input.
var name string

func fileFlag(flags *flag.FlagSet) {
	flags.StringVar(&name, "file", "", "a `file` whose bytes to count, - for standard input; without it, this program's source")
}

// fileSection is the section that -file alone asks for.
func fileSection() string {
	if name == "" {
		return ""
	}
	return "bytes"
}

func bytes(w io.Writer) {
	file, what, size := open()
	var counts info.ByteCounts
	chapter.Try(io.Copy(&counts, chapter.Watched(file, size)))
	chapter.Check(file.Close())
	if counts.Total() == 0 {
		chapter.Check(fmt.Errorf("%s has no bytes to count", what))
	}
	h := counts.Entropy()
	fmt.Fprintf(w, "%s: %d bytes\n", what, counts.Total())
	fmt.Fprintf(w, "H = %.6f bits a byte\n", float64(h))
	fmt.Fprintf(w, "as many as %.4g equally likely bytes of 256\n",
		info.Perplexity(h))
	fmt.Fprintf(w, "in all: %.0f bytes, at what each byte tells\n",
		float64(h)/8*float64(counts.Total()))
}

// open opens the reader's file or the book's, and says what it is and how large, -1
// where nobody knows.
func open() (file io.ReadCloser, what string, size int64) {
	switch name {
	case "":
		return io.NopCloser(strings.NewReader(source)), "main.go", int64(len(source))
	case "-":
		return io.NopCloser(os.Stdin), "standard input", -1
	}
	f := chapter.Try(os.Open(name))
	stat := chapter.Try(f.Stat())
	if !stat.Mode().IsRegular() {
		return f, name, -1
	}
	return f, name, stat.Size()
}
