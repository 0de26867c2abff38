// Package data holds tables that chapters and figures learn from, and reads others.
// README.md says where they come from. They are part of the program: an error in one
// is ours, and stops it. Whoever changes what is returned changes a copy.
package data

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"crossentropy/info/learn"
)

//go:embed breast_cancer.csv
var measurements string

// Tumours returns 569 breast tumours, in the order of the lines of
// breast_cancer.csv, the first on line 2: 30 measurements of cell nuclei, the
// first the mean radius, and a class, 1 for malignant and 0 for benign.
func Tumours() learn.Data { return readTumours().Clone() }

var readTumours = sync.OnceValue(func() learn.Data {
	_, lines, _ := strings.Cut(measurements, "\n") // the first counts rows and columns
	d, _ := read("breast_cancer.csv", strings.NewReader(lines))
	for i, benign := range d.Y { // in the file, 0 is malignant
		d.Y[i] = 1 - benign
	}
	return d
})

//go:embed digits.csv.gz
var scans []byte

// Digits returns 1797 handwritten digits: the 64 grey levels of 8×8 pixels, 0 for
// white and 16 for black, row by row from the top left, and the digit as the class.
func Digits() learn.Data { return readDigits().Clone() }

var readDigits = sync.OnceValue(func() learn.Data {
	lines, err := gzip.NewReader(bytes.NewReader(scans))
	if err != nil {
		panic(err)
	}
	d, _ := read("digits.csv.gz", lines)
	return d
})

// DigitThirds deals the digits out to three parts, always alike: one to learn from,
// one to choose by, and one to be judged on.
func DigitThirds() (training, validation, test learn.Data) {
	const third = 1. / 3
	parts := Digits().Split(1, third, third, third)
	return parts[0], parts[1], parts[2]
}

//go:embed iris.csv
var flowers string

// Iris returns 150 flowers: four lengths in centimetres, and the species as the
// class, of which it returns the names.
func Iris() (d learn.Data, species []string) { return read("iris.csv", strings.NewReader(flowers)) }

// Count writes a number of things, as in "1 column" and "2 columns".
func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// quote returns a text between quotes, for an error: of a long one the beginning.
func quote(text string) string {
	const most = 60
	if short := fmt.Sprintf("%.*s", most, text); short != text {
		return strconv.Quote(short) + "…"
	}
	return strconv.Quote(text)
}

func read(name string, r io.Reader) (learn.Data, []string) {
	t, err := ReadCSV(name, r)
	if err != nil {
		panic(err)
	}
	return t.Data, t.Names
}
