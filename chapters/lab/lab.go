// Package lab holds the data that several chapters and figures learn from. It is
// part of the program: an error in it is ours, and stops it.
package lab

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strings"

	"crossentropy/info/learn"
)

//go:embed breast_cancer.csv
var measurements string

// Tumours returns 569 breast tumours, in the order of the lines of
// breast_cancer.csv, the first on line 2: 30 measurements of cell nuclei, the
// first the mean radius, and a class, 1 for malignant and 0 for benign.
func Tumours() learn.Data {
	_, lines, _ := strings.Cut(measurements, "\n") // the first counts rows and columns
	d := read("breast_cancer.csv", strings.NewReader(lines))
	for i, benign := range d.Y { // in the file, 0 is malignant
		d.Y[i] = 1 - benign
	}
	return d
}

//go:embed digits.csv.gz
var scans []byte

// Digits returns 1797 handwritten digits: the 64 grey levels of 8×8 pixels, 0 for
// white and 16 for black, row by row from the top left, and the digit as the class.
func Digits() learn.Data {
	lines, err := gzip.NewReader(bytes.NewReader(scans))
	if err != nil {
		panic(err)
	}
	return read("digits.csv.gz", lines)
}

func read(name string, r io.Reader) learn.Data {
	d, _, err := learn.ReadCSV(name, r)
	if err != nil {
		panic(err)
	}
	return d
}
