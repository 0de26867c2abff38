package page

import (
	"slices"

	"gonum.org/v1/plot/vg"
)

func rect(left, low, width, height vg.Length) vg.Rectangle {
	corner := vg.Point{X: left, Y: low}
	return vg.Rectangle{Min: corner, Max: corner.Add(vg.Point{X: width, Y: height})}
}

func within(a, b vg.Rectangle) bool {
	return a.Min.X >= b.Min.X && a.Min.Y >= b.Min.Y && a.Max.X <= b.Max.X && a.Max.Y <= b.Max.Y
}

func overlap(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

// meets reports whether a rectangle overlaps one of others.
func meets(a vg.Rectangle, others []vg.Rectangle) bool {
	return slices.ContainsFunc(others, func(b vg.Rectangle) bool { return overlap(a, b) })
}
