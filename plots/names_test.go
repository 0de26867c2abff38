package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

const (
	threeWords = "Donaudampfschifffahrtsgesellschaft,Straßenbahnhaltestelle,Krankenversicherungsbeitrag"
	tenWords   = "Donaudampfschiff,Straßenbahn,Krankenversicherung,Hauptbahnhof,Autobahn," +
		"Zeitungsverkäufer,Feuerwehrmann,Gartenzaunlatte,Bürgermeisteramt,Lokomotivführer"
)

// named returns an example with names that have commas between them.
func named(names string, weights ...float64) example {
	p, _ := info.Normalize(weights...)
	return example{p: p, q: info.Uniform(p.Len()), words: strings.Split(names, ",")}
}

// TestNoNameIsLost looks for the beginning of every name on the figure, and where it is
// not there, in what the figure says that it has lost.
func TestNoNameIsLost(t *testing.T) {
	three, ten := named(threeWords, 5, 3, 2), named(tenWords, 15, 10, 5, 1, 1, 1, 1, 1, 1, 1)
	falling := named(tenWords, 144, 89, 55, 34, 21, 13, 8, 5, 3, 2)
	for _, tt := range []struct {
		figure
		example
		drawn, lost int // how many names it has, in a column
	}{
		{codeLengths, three, 3, 0},
		{codeTree, three, 3, 0},
		{cost, three, 3, 0},
		{simplex, three, 3, 0},
		{temperature, three, 3, 0},
		{temperature, ten, 4, 0},
		{codeLengths, ten, 10, 0},
		{cost, ten, 10, 0},
		{temperature, falling, 4, 0},
	} {
		d := tt.figure.of(tt.example, page.Look{Width: 84 * vg.Millimeter, Title: true})
		drawn, lost := 0, 0
		_, names, _ := strings.Cut(d.Lost(), "no room for the name") // and not for numbers
		for _, word := range tt.words {
			for _, m := range d.Marks {
				if strings.HasPrefix(m.Text, word[:3]) {
					drawn++
				}
			}
			lost += strings.Count(names, word)
		}
		if drawn != tt.drawn || lost != tt.lost {
			t.Errorf("%s of %d names has %d, want %d, and says %q",
				tt.figure.name, len(tt.words), drawn, tt.drawn, d.Lost())
		}
		checkTexts(t, d)
	}
}

// Names of curves lie over no other text, and none is crossed by a line that leads to another.
func TestNamesOfCurvesAreClear(t *testing.T) {
	const names = "x_10,quite a long name for it1,Donaudampfschifffahrt2,quite a long name for it3," +
		"Donaudampfschifffahrt4,some word5"
	ex := named(names, 0, 82, 6984, 9289, 983608, 37)
	for _, width := range []vg.Length{page.LeastWidth, 84 * vg.Millimeter, page.Width} {
		for _, hasLetters := range []bool{false, true} {
			d := temperature.of(ex, page.Look{Width: width, HasLetters: hasLetters})
			if err := d.Crowded(); err != nil || strings.Contains(d.Lost(), "no room") {
				t.Errorf("at a width of %v points: %v, %q", width, err, d.Lost())
			}
			for _, m := range d.Marks {
				if m.Kind == page.Text && isCrossed(m, d) {
					t.Errorf("at a width of %v points a line crosses %q", width, m.Text)
				}
			}
		}
	}
}

// isCrossed says whether a hairline of a drawing, which is none of the grid, goes through a text.
func isCrossed(text page.Mark, d *page.Drawing) bool {
	const steps = 256
	for _, line := range d.Marks {
		if line.Kind != page.Stroke || line.Width != page.Hair || line.Ink == page.Faint || len(line.Path) != 2 {
			continue
		}
		from, to := line.Path[0].Pos, line.Path[1].Pos
		for k := range steps + 1 {
			at := from.Add(to.Sub(from).Scale(vg.Length(k) / steps)).Sub(text.At)
			if at.X > 0 && at.X < text.Face.Width(text.Text) && at.Y > 0 && at.Y < 0.7*text.Face.Font.Size {
				return true
			}
		}
	}
	return false
}

// A cost has every name and number in the narrowest column too, in a list where blocks are
// narrow, and its divergence.
func TestCostIsWhole(t *testing.T) {
	const sectors = "Straßenverkehr,Wärmeerzeugung,Landwirtschaft,Müll,Großindustrie,Übriges"
	const twelve = "airplane,automobile,bird,cat,deer,dog,frog,horse,ship,truck,bicycle,motorcycle"
	for _, tt := range []struct {
		names     string
		p, q      []float64
		divergent string
	}{
		{sectors, []float64{31, 27, 14, 4, 17, 7}, []float64{22, 18, 25, 5, 20, 10}, "= 0.105"},
		{twelve, []float64{20, 15, 12, 10, 9, 8, 7, 6, 5, 4, 3, 1}, []float64{10, 10, 10, 10, 10, 10, 10, 10, 5, 5, 5, 5}, "= 0.14"},
		{"ja,nein", []float64{9, 1}, []float64{6, 4}, "= 0.326"},
		{"Öffentlicher Personennahverkehr,Kraftfahrzeug Haftpflicht", []float64{9, 1}, []float64{6, 4}, "= 0.326"},
	} {
		ex := named(tt.names, tt.p...)
		ex.q, _ = info.Normalize(tt.q...)
		for _, width := range []vg.Length{page.LeastWidth, 84 * vg.Millimeter, page.Width} {
			d := cost.of(ex, page.Look{Width: width, Title: true})
			checkTexts(t, d)
			if d.Lost() != "" {
				t.Errorf("%s of %v points: %s", tt.names, width, d.Lost())
			}
			var all strings.Builder
			for _, m := range d.Marks {
				all.WriteString(m.Space + m.Text + " ")
			}
			if !strings.Contains(all.String(), tt.divergent) {
				t.Errorf("%s of %v points: no %q", tt.names, width, tt.divergent)
			}
		}
	}
}

func TestRunSaysWhatIsLost(t *testing.T) {
	stderr := os.Stderr
	defer func() { os.Stderr = stderr }()
	for args, want := range map[string]string{
		"-only cost": "",
		"-only code-lengths -counts 15,10,5,1,1,1,1,1,1,1 -width 84mm -symbols " + tenWords: "",
		"-only code-lengths -p 0.5,0.3,0.2 -width 84mm -height 70mm -symbols " + threeWords: "",
		"-only code-lengths -width 84mm -counts 9" + strings.Repeat(",1", 25): "plots: code-lengths: " +
			"no room for the names x₂, x₃, x₄, x₅, x₆, x₇, x₈, x₉ and 17 more; " +
			"no room for the numbers: probability, length, area\n",
		"-only code-lengths -counts 1" + strings.Repeat(",1", 19_999): "plots: code-lengths: " +
			"20000 outcomes too rare to draw\n",
	} {
		path := filepath.Join(t.TempDir(), "stderr")
		var err error
		if os.Stderr, err = os.Create(path); err != nil {
			t.Fatal(err)
		}
		status, _, _ := call(append(strings.Fields(args), "-out", t.TempDir())...)
		got, err := os.ReadFile(path)
		if err != nil || status != 0 || string(got) != want {
			t.Errorf("%.40s: status %d, error %v, says %q, want %q", args, status, err, got, want)
		}
	}
}

// A list under the narrowest cost is headed as its table is. Its numbers stand beside the first line
// of each name. Beside long names lengths, which follow from probabilities, are left out, and a name that
// is too long even so is cut short: all of which is told.
func TestListsOfCosts(t *testing.T) {
	f := figureNamed(t, "cost")
	for _, tt := range []struct{ table, heads, lost string }{
		{"Wetterlage;p;q\nHochdruckwetter;0,45;0,2\nNieselregen;0,3;0,1\nNebel;0,2;0,5\nEis;0,05;0,2\n", "Wetterlage bits p q for p for q area lost", ""},
		{"name;p;q\nRegen mit viel Hagel;0,45;0,2\nÜberschwemmung;0,3;0,1\nNebel;0,2;0,5\nEis;0,05;0,2\n", "outcome bits p q for p for q area lost", ""},
		{"name;p;q\nStarkregenereignisse;0,45;0,2\nÜberschwemmungsgefährdung;0,3;0,1\nNebel;0,2;0,5\nEis;0,05;0,2\n", "outcome p q area lost, bits", "no room for the numbers: length for p, length for q"},
		{"name;p;q\nStarkregenereignisse;0,45;0,2\nÜberschwemmungsgefährdungsbeurteilung;0,3;0,1\nNebel;0,2;0,5\nEis;0,05;0,2\n", "outcome p q area lost, bits", "no room for the numbers: length for p, length for q; no room for the name Überschwemmungsgefährdungsbeurteilung"},
	} {
		f, err := f.read(f, "t.csv", strings.NewReader(tt.table))
		if err != nil {
			t.Fatal(err)
		}
		d := f.of(f.inBook(), page.Look{Width: page.LeastWidth, Title: true})
		checkTexts(t, d)
		if d.Lost() != tt.lost {
			t.Errorf("%.40q: %s", tt.table, d.Lost())
		}
		var all []string
		heights := map[string]vg.Length{}
		for _, m := range d.Marks {
			if m.Kind == page.Text {
				all, heights[m.Text] = append(all, strings.TrimSpace(m.Text)), m.At.Y
			}
		}
		if !strings.Contains(strings.Join(all, " "), tt.heads) {
			t.Errorf("the list is not headed %q: %q", tt.heads, all)
		}
		for name, number := range map[string]string{
			"Hochdruckwetter": "0.45", "Regen mit": "0.45", "Starkregenereignisse": "0.45",
			"Nieselregen": "0.30", "Überschwemmung": "0.30", "Überschwemmungsgefährdung": "0.30", "Eis": "0.05",
		} {
			if y, ok := heights[name]; ok && y != heights[number] {
				t.Errorf("%s stands at %v, %s at %v", name, y, number, heights[number])
			}
		}
	}
}

// An outcome that is too rare for a block is in a list, without a number, and only where that would be
// too long, named beside the figure; so is one that never happens.
func TestRareOutcomesAreNamed(t *testing.T) {
	var many string // that no list has with one more
	for i := range page.MostListed {
		many += fmt.Sprintf("%d,100,100\n", i)
	}
	for _, tt := range []struct {
		table, lost string
		width       vg.Length
		want        []string
	}{
		{"name,p,q\nSonne,0.9,0.5\nRegen,0.0995,0.4\nHagel,0.0005,0.1\n", "1 outcome too rare to draw: Hagel", page.Width, []string{
			"–: 1 outcome too rare to draw", "–", "Hagel", "0.0005", "10.97", "3.32", "−0.004",
		}},
		{"name,p,q\nSonne,0.9,0.5\nGewitterregen,0.0995,0.4\nHagel,0.0005,0.1\n", "1 outcome too rare to draw: Hagel", page.LeastWidth, []string{
			"–: 1 outcome too rare to draw", "–", "Hagel", "0.0005", "10.97", "3.32",
		}},
		{"name,p,q\nSonne,0.9,0.5\nGewitterregen,0.1,0.4\nHagel,0,0.1\n", "1 outcome too rare to draw: Hagel", page.LeastWidth, []string{
			"–: 1 outcome too rare to draw", "–", "Hagel", "0", "∞",
		}},
		{"name,p,q\nSonne,9e8,2\nRegen,1e8,1\nHagel,1,1\nEis,0,1\n", "2 outcomes too rare to draw: Hagel, Eis", page.Width, []string{
			"–: 2 outcomes too rare to draw", "<\u20090.0001", "0", "∞",
		}},
		{"name,p,q\n" + many + "Hagel,1,1\n", "1 outcome too rare to draw: Hagel", page.Width, []string{
			"1 outcome too rare to draw: Hagel",
		}},
	} {
		f := figureOf(t, "cost", tt.table)
		d := f.of(f.inBook(), page.Look{Width: tt.width, Title: true})
		checkTexts(t, d)
		if d.Lost() != tt.lost {
			t.Errorf("%q: on standard error %q, want %q", tt.table, d.Lost(), tt.lost)
		}
		for _, text := range tt.want {
			if !slices.ContainsFunc(d.Marks, func(m page.Mark) bool { return m.Text == text }) {
				t.Errorf("%q: the figure does not say %q", tt.table, text)
			}
		}
	}
}

// Every amount of the bars has its unit, and none that is rounded away is 0.
func TestAmountsOfCostHaveUnits(t *testing.T) {
	for weights, want := range map[[2]float64][]string{
		{0.9, 0.001}:       {"lost 8.8", "‖", ") = 8.500 bits"},
		{0.5, 0.5}:         {"lost 0 bits", "saved 0 bits", ") = 0 bits"},
		{1 - 1e-6, 0.5}:    {") <\u20090.0001 bits", "saved <\u20090.0001 bits", "\n>\u20090.9999\n"},
		{0.999, 0.5}:       {"\n0.999\n"},
		{1, 0.8}:           {"\n1\n", "\n0\n", "1 outcome too rare to draw\n"},
		{0.625, 0.3515625}: {") = 0.2"},
	} {
		ex := example{p: info.Must(weights[0], 1-weights[0]), q: info.Must(weights[1], 1-weights[1])}
		for _, width := range []vg.Length{page.LeastWidth, page.Width} {
			d := cost.of(ex, page.Look{Width: width, Title: true})
			var all strings.Builder
			for _, m := range d.Marks {
				all.WriteString(m.Space + m.Text + "\n")
				if strings.HasPrefix(m.Text, ") = ") && !strings.Contains(m.Text, "bit") {
					t.Errorf("%v: %q has no unit", weights, m.Text)
				}
			}
			for _, text := range want {
				if !strings.Contains(all.String(), text) {
					t.Errorf("%v: the figure does not say %q: %q", weights, text, all.String())
				}
			}
		}
	}
}

// The spaces of a translation are as thin as those of the figure.
func TestTranslationsKeepThinSpaces(t *testing.T) {
	labels, err := parseLabels([]byte(`{"*D*(*p* ‖ *q*) = {n} bits": "*D*(*p* ‖ *q*) = {n} Bit"}`))
	if want := "*D*(*p*\u200a‖\u200a*q*) = {n} Bit"; err != nil || labels["*D*(*p* ‖ *q*) = {n} bits"] != want {
		t.Errorf("%q, %v, want %q", labels, err, want)
	}
}

func TestLabelsAreTexts(t *testing.T) {
	for file, want := range map[string]string{
		`{"a": null}`: "line 1: want a text in quotation marks, have null",
		`{"a": 1}`:    "line 1: want a text in quotation marks, have number",
	} {
		if _, err := parseLabels([]byte(file)); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", file, err, want)
		}
	}
}
