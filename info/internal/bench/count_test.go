package main

import (
	"bytes"
	"math"
	"os/exec"
	"testing"
)

func TestCountersAgree(t *testing.T) {
	text, _ := textOf(100_000, 1)
	file, err := temporary(text)
	if err != nil {
		t.Fatal(err)
	}
	defer discard(file)
	counters := []counter{inMemory(text), fromFile(file, len(text))}
	if path, err := exec.LookPath("ent"); err == nil {
		counters = append(counters, byEnt(path, file, len(text)))
	}
	want, err := counters[0].count()
	if err != nil || want < 4 || want > 6 {
		t.Errorf("%v a byte, %v; want something like a text's", want, err)
	}
	for _, c := range counters {
		for range 2 { // rounds
			h, err := c.count()
			if err != nil || math.Abs(float64(h-want)) > 1e-6 { // six places of ent
				t.Errorf("%s: %v a byte, %v; want %v", c.name, h, err, want)
			}
		}
	}
}

func TestTextIsRepeated(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // without go
	text, kind := textOf(2_500_000, 1)
	if kind != "drawn bytes" || len(text) != 2_500_000 {
		t.Fatalf("%d bytes, %s", len(text), kind)
	}
	if !bytes.Equal(text[:1e6], text[1e6:2e6]) || !bytes.Equal(text[:5e5], text[2e6:]) {
		t.Error("the text is not repeated")
	}
}

func TestRatesOf(t *testing.T) {
	text := make([]byte, 1000)
	rates, err := ratesOf([]counter{inMemory(text), inMemory(text)}, 3, nil)
	if err != nil || len(rates) != 2 || len(rates[0]) != 3 || len(rates[1]) != 3 {
		t.Fatalf("%v, %v", rates, err)
	}
	if r := rates[0][0]; r <= 0 || r > 1000 {
		t.Errorf("%v GB/s", r)
	}
}
