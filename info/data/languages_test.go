package data

import (
	"strings"
	"testing"

	encoding "golang.org/x/text/encoding/unicode"

	"crossentropy/info/language"
)

// The numbers of awk over letter_pairs.csv: letters of a language, and which share of
// those behind one is another.
func TestLanguages(t *testing.T) {
	all, alphabet := Languages()
	if len(all) != 14 || len(alphabet) != 66 {
		t.Fatalf("%d languages, %d letters", len(all), len(alphabet))
	}
	for _, c := range []struct {
		place       int
		name, code  string
		train, test int
		first       string
		second      rune
		share       float64
	}{
		{0, "English", "en", 8111, 2597, "t", 'h', 148. / 631},
		{5, "German", "de", 9041, 2893, "_", 'ü', 4. / 1259},
		{13, "Swahili", "sw", 7584, 2431, "n", 'g', 59. / 412},
	} {
		l := all[c.place]
		train, test := l.Train.Total(), l.Test.Total()
		if l.Name != c.name || l.Code != c.code || train != c.train || test != c.test {
			t.Errorf("%s, %s, %d and %d letters, want %+v", l.Name, l.Code, train, test, c)
		}
		if p := l.Train.AddLambda(1, 0, 66)(c.first, c.second); p != c.share {
			t.Errorf("%s: P(%c | %s) = %v, want %v", l.Name, c.second, c.first, p, c.share)
		}
	}
}

// The counts of Python over opticks.txt.
func TestOpticks(t *testing.T) {
	text := language.Letters(Opticks())
	if n, spaces := len([]rune(text)), strings.Count(text, "_"); n != 139857 || spaces != 26340 {
		t.Errorf("%d letters, %d of them spaces", n, spaces)
	}
}

func TestReadLetters(t *testing.T) {
	utf16, err := encoding.UTF16(encoding.BigEndian, encoding.UseBOM).NewEncoder().String("Spät!")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ written, want string }{
		{utf16, "spät_"},
		{"\ufeffspa\u0308t", "spät_"},
		{"Stra\xdfe", "f.txt: line 1 is not UTF-8: save the text as UTF-8"},
		{"12", "f.txt: no letters to read"},
		{"", "f.txt: no letters to read"},
	} {
		text, err := ReadLetters("f.txt", strings.NewReader(c.written))
		if err != nil {
			text = err.Error()
		}
		if text != c.want {
			t.Errorf("%q is read %q, want %q", c.written, text, c.want)
		}
	}
}
