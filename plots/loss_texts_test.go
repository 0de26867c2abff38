package main

import (
	"slices"
	"testing"

	"gonum.org/v1/plot/plotter"

	"crossentropy/plots/internal/page"
)

// Very small and very large losses, and many steps, are in units of powers of ten, but not in the data.
func TestUnitsOfLosses(t *testing.T) {
	for _, tt := range []struct {
		loss, step float64
		texts      []string
	}{
		{1, 1, []string{"loss", "step", "lowest validation loss: 0.200 at\u00a0step\u00a02", "0.0", "0.6"}},
		{1e-4, 1, []string{"loss,\u00a0×\u00a010^{−6}", "lowest validation loss: 2.00\u00a0×\u00a010^{−5} at\u00a0step\u00a02", "100"}},
		{5e6, 1e5, []string{"loss,\u00a0×\u00a010^{6}", "step,\u00a0×\u00a010^{3}", "lowest validation loss: 1.00\u00a0×\u00a010^{6} at\u00a0step\u00a0200\u2009000", "4", "100", "300"}},
	} {
		l := losses{axis: "step"}
		for k, y := range []float64{1, 0.2, 0.3} {
			xy := plotter.XY{X: tt.step * float64(k+1), Y: tt.loss * y}
			l.training, l.validation = append(l.training, xy), append(l.validation, xy)
		}
		d := page.Draw(page.Figure{Draw: l.draw}, page.Look{Width: page.Width})
		first := []any{"series", "training", "step", tt.step, "loss", tt.loss}
		if !slices.Equal(d.Data[0], first) {
			t.Errorf("the data begin with %v, want %v", d.Data[0], first)
		}
		for _, text := range tt.texts {
			isIt := func(other string) bool { return unbroken(other) == unbroken(text) }
			if !slices.ContainsFunc(d.Texts, isIt) {
				t.Errorf("of losses of %v: no %q among %q", tt.loss, text, d.Texts)
			}
		}
	}
}

// The book's title is that of tables in which validation loss plainly turns up and training loss falls,
// and no others.
func TestTurningUp(t *testing.T) {
	for _, tt := range []struct {
		training, validation []float64
		want                 bool
	}{
		{[]float64{3, 2, 1.5, 1.2, 1}, []float64{3, 2, 2.2, 2.3, 2.4}, true},
		{[]float64{3, 2, 1.5, 1.2}, []float64{3, 2, 2.2, 2.3}, false},              // of two losses
		{[]float64{3, 2, 2, 2, 2.1}, []float64{3, 2, 2.2, 2.3, 2.4}, false},        // not below the lowest's
		{[]float64{3, 2, 2.5, 2.5, 1.9}, []float64{3, 2, 2.2, 2.3, 2.4}, false},    // but for the last
		{[]float64{3, 2, 1.5, 1.2, 1}, []float64{3, 2, 2, 2, 2.09}, false},         // by less than a tenth
		{[]float64{3, 2, 1.5, 1.2, 1}, []float64{3, 2, 2, 2, 2.2}, false},          // but for the last
		{[]float64{3, 2, 1.5, 1.2, 1}, []float64{3, 2, 2.5, 2.5, 2.09}, false},     // but not at the end
		{[]float64{3, 2, 2, 2, 2, 1, 1, 1}, []float64{3, 2, 2.2, 2.3, 2.4}, false}, // only after the last
	} {
		var l losses
		for i, y := range tt.training {
			l.training = append(l.training, plotter.XY{X: float64(i), Y: y})
		}
		for i, y := range tt.validation {
			l.validation = append(l.validation, plotter.XY{X: float64(i), Y: y})
		}
		if got := l.finding("Up"); (got == "Up") != tt.want {
			t.Errorf("of %v and %v the title is %q", tt.training, tt.validation, got)
		}
	}
}
