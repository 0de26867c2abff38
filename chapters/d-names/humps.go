package main

import (
	"fmt"
	"io"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info/normal"
)

func humps(w io.Writer, _ chapter.Input) {
	p := normal.Humps()
	for _, part := range p {
		fmt.Fprintf(w, "a hump of p: %v of it, around %v ± %v\n", part.P, part.Mean, part.Deviation)
	}
	for _, c := range []struct {
		what string
		q    normal.Normal
	}{
		{"forward", normal.Forward(p)},
		{"reverse, from left hump", normal.Reverse(p, p[0].Normal)},
		{"reverse, from right hump", normal.Reverse(p, p[1].Normal)},
		{"reverse, from forward fit", normal.Reverse(p, normal.Forward(p))},
	} {
		fmt.Fprintf(w, "%s:\t%.4f ± %.4f\tD(p‖q) = %.4g\tD(q‖p) = %.4g nats\n",
			c.what, c.q.Mean, c.q.Deviation,
			normal.Divergence(p, c.q, -30, 30, 6000), normal.Divergence(c.q, p, -30, 30, 6000))
	}
}
