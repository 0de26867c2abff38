package main

import (
	"fmt"
	"slices"
	"strings"
)

// A format is a kind of file, and how an edition is printed as one.
type format struct {
	name  string
	print func(edition) ([]byte, error)
}

var formats = []format{
	{"svg", edition.svg},
	{"pdf", edition.pdf},
	{"png", edition.png},
	{"eps", edition.eps},
	{"csv", edition.csv},
}

// parseFormats returns the formats named, in their order above.
func parseFormats(list string) ([]format, error) {
	names := strings.Split(list, ",")
	for i, name := range names {
		names[i] = strings.TrimSpace(name)
		if !slices.ContainsFunc(formats, func(f format) bool { return f.name == names[i] }) {
			return nil, fmt.Errorf("no format %q; there are svg, pdf, png, eps and csv", names[i])
		}
	}
	return slices.DeleteFunc(slices.Clone(formats), func(f format) bool {
		return !slices.Contains(names, f.name)
	}), nil
}
