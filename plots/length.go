package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"
)

var units = []struct {
	name  string
	width vg.Length
}{
	{"mm", vg.Millimeter},
	{"cm", vg.Centimeter},
	{"in", vg.Inch},
	{"pt", 1},
}

// parseLength reads a length with its unit.
func parseLength(s string) (vg.Length, error) {
	for _, u := range units {
		if digits, ok := strings.CutSuffix(s, u.name); ok {
			x, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
			if err != nil || !(math.Abs(x) < math.Inf(1)) {
				break
			}
			return u.width * vg.Length(x), nil
		}
	}
	return 0, errors.New("want a length with its unit, as in 84mm or 3.3in")
}

// parseWidth reads how wide a figure is to be in print.
func parseWidth(s string) (vg.Length, error) {
	w, err := parseLength(s)
	const most = 1000 * vg.Millimeter
	switch {
	case err != nil:
		return 0, err
	case w < leastWidth:
		return 0, fmt.Errorf("labels would be smaller than %d pt; %.1fmm is the least",
			smallestPrint, math.Ceil(float64(leastWidth/vg.Millimeter)*10)/10)
	case w > most:
		return 0, errors.New("1000mm is the most")
	}
	return w, nil
}
