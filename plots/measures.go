package main

// A measure is a number of each outcome, in a unit unless it has none.
type measure struct {
	name, unit string
	of         func(outcome int) float64
}

// row shows the measure in a table under a chart.
func (m measure) row() row {
	small := style{ink: muted, size: tickSize}
	return row{m.name, func(i int) string { return number(m.of(i)) }, small}
}

// outcomeRows are the rows of a table that names the outcomes and measures them.
func (pg *page) outcomeRows(measures []measure) []row {
	rows := []row{{pg.outcomes(), pg.label, pg.crowded()}}
	for _, m := range measures {
		rows = append(rows, m.row())
	}
	return rows
}

// column names the measure where there is no axis that says its unit.
func (m measure) column() string {
	if m.unit == "" {
		return plainText(m.name)
	}
	return plainText(m.name) + ", " + m.unit
}

// record makes what is measured of each outcome the figure's data.
func (pg *page) record(measures []measure) {
	s := sheetOf(pg.Canvas)
	for i := range pg.p.All() {
		record := []cell{word(pg.outcomes(), pg.label(i))}
		for _, m := range measures {
			record = append(record, exact(m.column(), m.of(i)))
		}
		s.data = append(s.data, record)
	}
}
