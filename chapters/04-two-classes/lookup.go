package main

import (
	"fmt"
	"io"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// A lookupTable counts the benign and the malignant lumps of each radius.
type lookupTable map[float64][2]float64

func tableOf(d learn.Data) lookupTable {
	t := lookupTable{}
	for i, x := range d.X {
		counts := t[x[0]]
		counts[d.Y[i]]++
		t[x[0]] = counts
	}
	return t
}

// forecast is the share of malignant lumps among those of a
// radius, when so many of each kind are added to the count.
func (t lookupTable) forecast(radius, added float64) float64 {
	n := t[radius]
	return (n[1] + added) / (n[0] + n[1] + 2*added)
}

// lookup remembers what each radius meant, and is asked again.
func lookup(w io.Writer, _ chapter.Input) {
	all := data.Tumours()
	table, both := tableOf(all), 0
	for _, n := range table {
		if n[0] > 0 && n[1] > 0 {
			both++
		}
	}
	fmt.Fprintf(w, "%d lumps, %d radii, %d of them with lumps of both kinds\n",
		len(all.Y), len(table), both)
	fmt.Fprintf(w, "the table costs %v a lump, on the lumps that it was made of\n",
		costOf(all, func(r float64) float64 { return table.forecast(r, 0) }))

	halves := all.Split(1, 1./2, 1./2)
	half := tableOf(halves[0])
	met := 0
	for _, x := range halves[1].X {
		if _, ok := half[x[0]]; ok {
			met++
		}
	}
	intercept, weight := fit(halves[0])
	fmt.Fprintf(w, "made of one half, which has the radii of %d of the %d other lumps\n",
		met, len(halves[1].Y))
	fmt.Fprintln(w, "\tits half\tthe other half")
	for _, c := range []struct {
		what  string
		model func(radius float64) float64
	}{
		{"table, 0.001 added", func(r float64) float64 { return half.forecast(r, 0.001) }},
		{"table, 1 added", func(r float64) float64 { return half.forecast(r, 1) }},
		{"line and sigmoid", func(r float64) float64 { return loss.Sigmoid(intercept + weight*r) }},
	} {
		fmt.Fprintf(w, "%s\t%v\t%v\n", c.what, costOf(halves[0], c.model), costOf(halves[1], c.model))
	}
}

// costOf is what a forecast from the radius costs a lump.
func costOf(d learn.Data, model func(radius float64) float64) info.Bits {
	var total info.Nats
	for i, x := range d.X {
		total += loss.Binary(float64(d.Y[i]), model(x[0]))
	}
	return total.Bits() / info.Bits(len(d.Y))
}
