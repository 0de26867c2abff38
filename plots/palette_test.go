package main

import (
	"image/color"
	"math"
	"strings"
	"testing"
)

// Labels need a contrast of 4.5 (WCAG 2.2, 1.4.3).
func TestLabelsHaveContrast(t *testing.T) {
	for _, k := range []ink{plain, muted, blue, orange, green, purple} {
		for _, c := range [][2]color.NRGBA{{k.light, paper.light}, {k.dark, paper.dark}} {
			a, b := luminance(c[0]), luminance(c[1])
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
				t.Errorf("%s has a contrast of %.2f on %v", k.name, ratio, c[1])
			}
		}
	}
}

// luminance is WCAG's relative luminance.
func luminance(c color.NRGBA) float64 {
	linear := func(b uint8) float64 {
		if v := float64(b) / 255; v > 0.04045 {
			return math.Pow((v+0.055)/1.055, 2.4)
		}
		return float64(b) / 255 / 12.92
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func TestSheetHasBothSchemes(t *testing.T) {
	light, dark, ok := strings.Cut(string(bowl.svg(book)), "@media (prefers-color-scheme: dark) {")
	if !ok || !strings.Contains(light, ".f-paper{fill:#ffffff}") ||
		!strings.Contains(dark, ".f-paper{fill:#0d1117}") {
		t.Error("the paper is not white, and dark where that is preferred")
	}
}
