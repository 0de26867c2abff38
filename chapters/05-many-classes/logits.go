package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// logits are scores that a flag can hold.
type logits []float64

func (l logits) MarshalText() ([]byte, error) {
	var each []string
	for _, z := range l {
		each = append(each, strconv.FormatFloat(z, 'g', -1, 64))
	}
	return []byte(strings.Join(each, ",")), nil
}

func (l *logits) UnmarshalText(text []byte) error {
	var all logits
	for i, field := range strings.Split(string(text), ",") {
		z, err := strconv.ParseFloat(strings.TrimSpace(field), 64)
		if err != nil || math.IsNaN(z) || math.IsInf(z, 0) {
			return fmt.Errorf("logits[%d] = %q is not a finite number", i, field)
		}
		all = append(all, z)
	}
	*l = all
	return nil
}

// ready puts the reader's own scores in the place of the book's.
func ready(own logits) error {
	switch {
	case own != nil && len(own) != p.Len():
		return fmt.Errorf("-logits has %d numbers, -p has %d", len(own), p.Len())
	case own != nil:
		scores = own
	case len(scores) != p.Len():
		scores = make(logits, p.Len())
	}
	return nil
}
