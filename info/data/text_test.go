package data

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	encoding "golang.org/x/text/encoding/unicode"
)

func TestCountText(t *testing.T) {
	utf16, err := encoding.UTF16(encoding.LittleEndian, encoding.UseBOM).NewEncoder().String("Über über")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ unit, text, want string }{
		{"words", "The cat, the CAT's hat.", "the 2, cat 1, cat's 1, hat 1"},
		{"words", "'tis well-known – rock'n'roll'", "rock'n'roll 1, tis 1, well-known 1"},
		{"words", "❤️ ❤️ ja nein", "ja 1, nein 1"}, // a sign, with a mark of its own
		{"words", "Do\u00adnau Donau", "donau 2"},
		{"words", "geht's geht’s", "geht's 2"},
		{"words", "a--b c-", "a--b 1, c 1"},
		{"words", "in 2024, 7 days", "2024 1, 7 1, days 1, in 1"},
		{"words", "été ete\u0301 E\u0301TE\u0301", "été 2, eté 1"},
		{"words", "\ufeffone\r\nOne", "one 2"},
		{"words", utf16, "über 2"},
		{"words", "Привет, привет", "привет 2"},
		{"letters", "Aa, b! 12 e\u0301é", "a 2, é 2, b 1"},
		{"letters", "x\u0303x", "x 1, x\u0303 1"}, // which has no letter of its own
		{"letters", "\u0301a", "a 1"},
		{"bytes", "aA a\n", "a 2, 0x0a 1, 0x20 1, A 1"},
		{"bytes", "\xff\x00é", "0x00 1, 0xa9 1, 0xc3 1, 0xff 1"},
		{"words", "ok\nStra\xdfe", "f.txt: line 2 is not UTF-8: save the text as UTF-8, or count its bytes"},
		{"words", "\nd\x00a\x00s\x00", "f.txt: line 2 has a zero byte: save the text as UTF-8, or count its bytes"},
		{"words", " .,-'’ ", "f.txt: no words to count"},
		{"letters", "12", "f.txt: no letters to count"},
		{"bytes", "", "f.txt: no bytes to count"},
		{"lines", "a", `no unit "lines": there are words, letters, bytes`},
	} {
		tally, err := CountText("f.txt", strings.NewReader(c.text), c.unit)
		said := listed(tally)
		if err != nil {
			said = err.Error()
		}
		if said != c.want {
			t.Errorf("%s of %q: %s, want %s", c.unit, c.text, said, c.want)
		}
	}
	for _, unit := range Units {
		_, err := CountText("f.txt", iotest.ErrReader(errors.New("gone")), unit)
		if err == nil || err.Error() != "f.txt: gone" {
			t.Errorf("%s: %v, want f.txt: gone", unit, err)
		}
	}
}

func listed(t Tally) string {
	var all []string
	for _, name := range Names(t, nil) {
		all = append(all, fmt.Sprint(name, " ", t[name]))
	}
	return strings.Join(all, ", ")
}

func TestNames(t *testing.T) {
	p, q := Tally{"b": 2, "a": 2, "c": 3}, Tally{"a": 1, "d": 5, "e": 5}
	names := Names(p, q)
	if got := fmt.Sprint(names, p.Counts(names), q.Counts(names)); got != "[c a b d e] [3 2 2 0 0] [0 1 0 5 5]" {
		t.Error(got)
	}
}

// FuzzCountText looks for a text that the counter falls over, or of which it counts what
// is no word, no letter or no byte.
func FuzzCountText(f *testing.F) {
	for _, text := range []string{"", "The cat's", "\ufeffa", "\xff\xfea\x00", "\xfe\xff\x00a\xd8\x00", "e\u0301\n\xff", "İ", "-a-’", "\u0300\u0300"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, unit := range Units {
			tally, err := CountText("f.txt", io.Reader(strings.NewReader(text)), unit)
			if err != nil && (!strings.HasPrefix(err.Error(), "f.txt: ") || strings.Contains(err.Error(), "\n")) {
				t.Errorf("%s of %q: %v", unit, text, err)
			}
			for name, times := range tally {
				if name == "" || !(times >= 1) || strings.ContainsAny(name, " \n\t\x1b") {
					t.Errorf("%s of %q: %q %v times", unit, text, name, times)
				}
			}
		}
	})
}
