package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"crossentropy/chapters/lab"
)

// An outcome is what was forecast and what came of it.
type outcome struct {
	what     string  // the line it stands on, and what is known of it
	label    float64 // 0 or 1
	forecast float64 // the probability given to label 1
}

// readForecasts reads lines of label,forecast from the named file, or from
// standard input where the name is "-". The first line may be a heading.
func readForecasts(name string) ([]outcome, error) {
	if name == "-" {
		return parseForecasts("standard input", os.Stdin)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return parseForecasts(name, file)
}

func parseForecasts(name string, r io.Reader) ([]outcome, error) {
	lines := csv.NewReader(r)
	lines.FieldsPerRecord = -1
	lines.TrimLeadingSpace = true
	var all []outcome
	for first := true; ; first = false {
		fields, err := lines.Read()
		if err == io.EOF {
			break
		}
		if wrong := (*csv.ParseError)(nil); errors.As(err, &wrong) {
			return nil, fmt.Errorf("%s:%d: %w", name, wrong.Line, wrong.Err)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		n, _ := lines.FieldPos(0)
		if first {
			fields[0] = strings.TrimPrefix(fields[0], "\ufeff") // what some programs begin a file with
		}
		if first && strings.EqualFold(strings.Join(fields, ","), "label,forecast") {
			continue
		}
		o, err := parseForecast(fields)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		o.what = fmt.Sprintf("line %d", n)
		all = append(all, o)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: no lines of label,forecast", name)
	}
	return all, nil
}

func parseForecast(fields []string) (o outcome, err error) {
	if len(fields) != 2 {
		return o, fmt.Errorf("%d fields, want label,forecast", len(fields))
	}
	label, forecast := strings.TrimSpace(fields[0]), strings.TrimSpace(fields[1])
	o.label, err = strconv.ParseFloat(label, 64)
	if err != nil || o.label != 0 && o.label != 1 {
		return o, fmt.Errorf("label %q, want 0 or 1", label)
	}
	o.forecast, err = strconv.ParseFloat(forecast, 64)
	if err != nil || !(o.forecast >= 0 && o.forecast <= 1) {
		return o, fmt.Errorf("forecast %q, want a number from 0 to 1", forecast)
	}
	o.label, o.forecast = o.label+0, o.forecast+0 // −0 + 0 is 0
	return o, nil
}

// A tumour is the mean radius of its nuclei, and whether it is malignant.
type tumour struct {
	radius float64
	label  float64 // 1 for malignant
}

// readTumours takes the first measurement of each.
func readTumours() []tumour {
	data := lab.Tumours()
	all := make([]tumour, len(data.Y))
	for i, malignant := range data.Y {
		all[i] = tumour{data.X[i][0], float64(malignant)}
	}
	return all
}
