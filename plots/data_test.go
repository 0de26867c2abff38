package main

import (
	"bytes"
	"encoding/csv"
	"math"
	"strconv"
	"strings"
	"testing"

	"crossentropy/info"
)

func TestEveryFigureHasData(t *testing.T) {
	each(t, func(t *testing.T, f figure, ex example) {
		file, _ := edition{f, ex, bookLook}.csv()
		records, err := csv.NewReader(bytes.NewReader(file)).ReadAll() // of one length
		if err != nil || len(records) < 2 {
			t.Fatalf("%d records, error %v", len(records), err)
		}
		for _, name := range records[0] {
			if name == "" || strings.ContainsAny(name, "*_{}^") {
				t.Errorf("column %q has no name, or markup in it", name)
			}
		}
	})
}

func TestDataAreWhatIsDrawn(t *testing.T) {
	file, _ := edition{bowl, book, bookLook}.csv()
	records, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	const want = "series|model q, for a coin with p = 0.3|bits a toss"
	if got := strings.Join(records[0], "|"); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	points := 0
	for _, r := range records[1:] {
		if r[0] != "H(p, q)" {
			continue
		}
		q, _ := strconv.ParseFloat(r[1], 64)
		y, _ := strconv.ParseFloat(r[2], 64)
		want := float64(info.CrossEntropy(bowlTruth, coin(q)))
		if math.Abs(y-want) > 1e-6*want { // q has nine digits
			t.Errorf("at q = %v: %v, want %v", q, y, want)
		}
		points++
	}
	if points < 100 {
		t.Errorf("%d points of H(p, q), want more", points)
	}
}

func TestDataOfOutcomes(t *testing.T) {
	file, _ := edition{cost, example{info.Must(0.7, 0, 0.3), info.Uniform(3), nil, nil}, bookLook}.csv()
	for _, want := range []string{
		"outcome,probability,\"length for p, bits\",\"length for q, bits\",",
		"\nx₁,0.7,0.514573173,1.5849625,",
		"\nx₂,0,Inf,1.5849625,",
	} {
		if !strings.Contains(string(file), want) {
			t.Errorf("no %q in\n%s", want, file)
		}
	}
}
