package format

import (
	"bytes"
	gocsv "encoding/csv"
	"slices"

	"crossentropy/plots/internal/page"
)

// csv prints the numbers of a drawing under a row with the names of the columns.
func csv(d *page.Drawing, _ Options) ([]byte, error) {
	var names []string
	for _, record := range d.Data {
		for _, c := range record {
			if !slices.Contains(names, c.Column) {
				names = append(names, c.Column)
			}
		}
	}
	rows := [][]string{names}
	for _, record := range d.Data {
		row := make([]string, len(names))
		for _, c := range record {
			row[slices.Index(names, c.Column)] = c.Value
		}
		rows = append(rows, row)
	}
	var b bytes.Buffer
	err := gocsv.NewWriter(&b).WriteAll(rows)
	return b.Bytes(), err
}
