package format

import (
	"bytes"
	gocsv "encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"crossentropy/plots/internal/page"
)

// csv prints the numbers of a drawing under a row with the names of the columns.
func csv(d *page.Drawing, _ Options) ([]byte, error) {
	var names []string
	for _, record := range d.Data {
		for cell := range slices.Chunk(record, 2) {
			if name := written(cell[0]); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	rows := [][]string{names}
	for _, record := range d.Data {
		row := make([]string, len(names))
		for cell := range slices.Chunk(record, 2) {
			row[slices.Index(names, written(cell[0]))] = written(cell[1])
		}
		rows = append(rows, row)
	}
	var b bytes.Buffer
	err := gocsv.NewWriter(&b).WriteAll(rows)
	return b.Bytes(), err
}

// written returns markup as plain text, and a number to nine digits: more would depend on the
// processor.
func written(value any) string {
	switch v := value.(type) {
	case string:
		return page.PlainText(v)
	case float64:
		return strings.TrimPrefix(strconv.FormatFloat(v, 'g', 9, 64), "+") // of infinity
	}
	return fmt.Sprint(value)
}
