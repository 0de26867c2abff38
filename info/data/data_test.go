package data

import (
	"slices"
	"testing"

	"crossentropy/info/learn"
)

// The counts are those of the tables' own descriptions.
func TestCounts(t *testing.T) {
	iris, species := Iris()
	for _, c := range []struct {
		name     string
		d        learn.Data
		rows     []int // of each class
		features int
		first    []float64
		of       int // the class of the first row
	}{
		{"tumours", Tumours(), []int{357, 212}, 30, []float64{17.99, 10.38}, 1},
		{"digits", Digits(), []int{178, 182, 177, 183, 181, 182, 181, 179, 174, 180}, 64, []float64{0, 0, 5, 13, 9, 1, 0, 0}, 0},
		{"iris", iris, []int{50, 50, 50}, 4, []float64{5.1, 3.5, 1.4, 0.2}, 0},
	} {
		rows := make([]int, c.d.Classes)
		for i, y := range c.d.Y {
			rows[y]++
			if len(c.d.X[i]) != c.features {
				t.Fatalf("%s: row %d has %d features, want %d", c.name, i, len(c.d.X[i]), c.features)
			}
		}
		if !slices.Equal(rows, c.rows) {
			t.Errorf("%s: %v rows of each class, want %v", c.name, rows, c.rows)
		}
		if first := c.d.X[0][:len(c.first)]; !slices.Equal(first, c.first) || c.d.Y[0] != c.of {
			t.Errorf("%s: the first row begins with %v, of class %d", c.name, first, c.d.Y[0])
		}
	}
	if want := []string{"setosa", "versicolor", "virginica"}; !slices.Equal(species, want) {
		t.Errorf("species %v, want %v", species, want)
	}
}

func TestDigitThirds(t *testing.T) {
	training, validation, test := DigitThirds()
	for _, part := range []learn.Data{training, validation, test} {
		grey := slices.Concat(part.X...)
		if len(part.X) != 599 || part.Classes != 10 || slices.Min(grey) != 0 || slices.Max(grey) != 16 {
			t.Errorf("%d digits, %d classes, %v to %v", len(part.X), part.Classes, slices.Min(grey), slices.Max(grey))
		}
	}
}

// Who changes the data changes a copy.
func TestOwnCopy(t *testing.T) {
	Tumours().X[0][0] = 0
	if Tumours().X[0][0] == 0 {
		t.Error("changed")
	}
}

// The counts of other programs: awk over letter_pairs.csv.
func TestLetters(t *testing.T) {
	for _, c := range []struct {
		language string
		letters  int
		total    float64
		of       Tally
	}{
		{"English", 26, 6764, Tally{"e": 833, "q": 13, "z": 3, "ä": 0, "_": 0}},
		{"German", 29, 7782, Tally{"e": 1346, "q": 0, "ß": 19, "ä": 40}},
		{"Turkish", 29, 6855, Tally{"ı": 275, "i": 592}},
	} {
		letters, total := Letters(c.language), 0.0
		for _, n := range letters {
			total += n
		}
		if len(letters) != c.letters || total != c.total {
			t.Errorf("%s: %d letters, %v in all, want %d, %v", c.language, len(letters), total, c.letters, c.total)
		}
		for letter, want := range c.of {
			if letters[letter] != want {
				t.Errorf("%s: %s stands there %v times, want %v", c.language, letter, letters[letter], want)
			}
		}
	}
	defer func() {
		if said := recover(); said != `data: no language "Klingon" in letter_pairs.csv` {
			t.Errorf("an unknown language says %v", said)
		}
	}()
	Letters("Klingon")
}
