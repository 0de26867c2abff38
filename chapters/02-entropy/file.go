package main

import (
	_ "embed"
	"fmt"
	"io"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
)

//go:embed main.go
var source string

var text = chapter.File{Section: "bytes", Name: "main.go", Text: source}

func bytes(w io.Writer) {
	file, what, size := text.Open()
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
