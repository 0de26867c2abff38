package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
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
		{1, 1, []string{"loss", "step", "lowest validation: 0.200 at\u00a0step\u00a02", "0.0", "0.6"}},
		{1e-4, 1, []string{"loss,\u00a0×\u00a010^{−5}", "lowest validation: 2.00\u00a0×\u00a010^{−5} at\u00a0step\u00a02", "10"}},
		{5e6, 1e5, []string{"loss,\u00a0×\u00a010^{6}", "step,\u00a0×\u00a010^{3}", "lowest validation: 1.00\u00a0×\u00a010^{6} at\u00a0step\u00a0200\u2009000", "4", "100", "300"}},
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
			if !slices.Contains(d.Texts, text) {
				t.Errorf("of losses of %v: no %q among %q", tt.loss, text, d.Texts)
			}
		}
	}
}

// curve is a table of losses that fall to a plateau over some epochs and rise on it from half
// way, by so much an epoch, with scatter, of which each is so much like the one before.
func curve(r *rand.Rand, epochs int, rise, scatter, alike float64) string {
	var table strings.Builder
	table.WriteString("epoch,loss,val_loss\n")
	off := 0.
	for k := range epochs {
		x := float64(k)
		loss, turned := 0.3+0.9*math.Exp(-x/7), max(0, x-float64(epochs)/2)
		off = alike*off + scatter*r.NormFloat64()
		fmt.Fprintf(&table, "%d,%.4f,%.4f\n", k, loss-0.002*x, loss+0.2+rise*turned+off)
	}
	return table.String()
}

// Where validation loss only scatters about a plateau no title says that it turns up, but where
// it rises the title does.
func TestTitlesOfCurvesAreTrue(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const curves = 80
	for _, tt := range []struct {
		epochs               int
		rise, scatter, alike float64
		least, most          int // that turn up, of 80
	}{
		{20, 0, 0.02, 0, 0, 4},
		{50, 0, 0.02, 0, 0, 4},
		{50, 0, 0.1, 0, 0, 4},
		{300, 0, 0.02, 0, 0, 4},
		{300, 0, 0.02, 0.5, 0, 4},
		{50, 0.005, 0.02, 0, 68, 80},
		{50, 0.01, 0.02, 0, 78, 80},
		{300, 0.005, 0.02, 0.5, 78, 80},
	} {
		turned, level := 0, 0
		for range curves {
			l := mustRead(t, readLosses, curve(r, tt.epochs, tt.rise, tt.scatter, tt.alike))
			switch title := l.finding("turns up"); {
			case strings.Contains(title, "turns up"):
				turned++
			case strings.Contains(title, "levels off"):
				level++
			}
		}
		if turned < tt.least || turned > tt.most {
			t.Errorf("%v: %d of %d turn up, want %d to %d", tt, turned, curves, tt.least, tt.most)
		}
		if tt.rise == 0 && tt.epochs >= 50 && tt.scatter < 0.1 && level < curves*3/4 {
			t.Errorf("%v: %d of %d level off", tt, level, curves)
		}
	}
}

// A last training loss that strays says nothing of where training ends, and neither does a first one.
func TestTitlesOfTrainingsThatStray(t *testing.T) {
	for _, tt := range []struct {
		fall, first, last float64 // a step, and what the loss at the lowest and the last one stray by
		want              string
	}{
		{0.003, 0, 0.5, ""},
		{0.003, -0.5, 0, ""},
		{0, 0, 0, ", and training loss ends no lower"},
		{-0.01, 0, 0, ", and training loss ends no lower"},
		{-0.01, 0, -1, ""},
	} {
		table := "1,3,3\n"
		for k := range 20 {
			training := 2 - tt.fall*float64(k) + 0.02*float64(k*k%5)
			switch k {
			case 0:
				training += tt.first
			case 19:
				training += tt.last
			}
			table += fmt.Sprintf("%d,%v,%v\n", k+2, training, 2+0.1*float64(k))
		}
		const turns = "Validation loss turns up at\u00a0step\u00a02"
		if got := mustRead(t, readLosses, table).finding("falls on"); got != turns+tt.want {
			t.Errorf("%v: %q", tt, got)
		}
	}
}

// On a logarithmic axis a straight line does not level off, and what flattens there does.
func TestLevelsOnLogarithmicAxes(t *testing.T) {
	for floor, levels := range map[float64]bool{0: false, 1: true} {
		table := ""
		for k := range 60 {
			loss := floor + 200*math.Exp(-float64(k)/4)
			table += fmt.Sprintf("%d,%v,%v\n", k, loss, loss)
		}
		l, err := readLosses("t.csv", strings.NewReader(table))
		if title := l.finding(""); err != nil || !l.whole().logY || strings.Contains(title, "levels off") != levels {
			t.Errorf("down to %v: %q, %v", floor, title, err)
		}
	}
}

// risen is a table of losses that level off, of which the last four are all above the ones before.
const risen = "1,3,3\n2,2,2.5\n3,1.9,2.2\n4,1.8,2\n5,1.7,1.9\n6,1.6,1.8\n7,1.5,1.75\n8,1.4,1.72\n9,1.3,1.694\n" +
	"10,1.2,1.695\n11,1.2,1.693\n12,1.2,1.682\n13,1.2,1.705\n14,1.2,1.721\n15,1.2,1.734\n16,1.2,1.717\n"
