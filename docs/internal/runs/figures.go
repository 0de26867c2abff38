package runs

import (
	"encoding/xml"
	"errors"
	"strings"
)

// A Figure is an SVG that states its finding and describes itself.
type Figure struct {
	Title, Alt string
	SVG        []byte
}

func newFigure(src []byte) (Figure, error) {
	var svg struct {
		XMLName xml.Name `xml:"svg"`
		Title   []string `xml:"title"`
		Desc    []string `xml:"desc"`
	}
	if err := xml.Unmarshal(src, &svg); err != nil {
		return Figure{}, err
	}
	if len(svg.Title) == 0 || len(svg.Desc) == 0 {
		return Figure{}, errors.New("has no title or no description")
	}
	return Figure{oneLine(svg.Title[0]), oneLine(svg.Desc[0]), src}, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
