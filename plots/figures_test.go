package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

func TestFiguresAreInTheOrderOfTheBook(t *testing.T) {
	want := []string{
		"surprisal", "binary-entropy", "simplex", "code-lengths", "bowl", "cost", "binary-loss",
		"training", "temperature", "descent", "learning-curve", "reliability", "costliest-digits",
		"joint", "coins", "long-tail", "digits",
	}
	var got []string
	for _, f := range figures {
		got = append(got, f.name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("figures %q, want %q", got, want)
	}
}

func TestDrawingTwiceGivesTheSameBytes(t *testing.T) {
	eachEdition(t, func(t *testing.T, e edition) {
		one, _ := e.svg()
		two, _ := e.svg()
		if !bytes.Equal(one, two) {
			t.Error("two drawings differ")
		}
	})
}

func TestFilesAreWellFormed(t *testing.T) {
	each(t, func(t *testing.T, f figure, ex example) {
		data := f.svg(ex)
		if err := parseAll(data); err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{"NaN", "Inf"} {
			if bytes.Contains(data, []byte(bad)) {
				t.Errorf("the file says %s", bad)
			}
		}
	})
}

func TestFilesOfTheBookAreSmall(t *testing.T) {
	for _, f := range figures {
		most := 20_000
		switch f.name {
		case simplex.name, descent.name, costliestDigits.name: // contours, pixels
			most = 25_000
		}
		if n := len(f.svg(book)); n > most {
			t.Errorf("%s has %d bytes, want %d at most", f.name, n, most)
		}
	}
}

func parseAll(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestTitleAndAltComeFirst(t *testing.T) {
	each(t, func(t *testing.T, f figure, ex example) {
		var file struct {
			XMLName  xml.Name `xml:"http://www.w3.org/2000/svg svg"`
			Role     string   `xml:"role,attr"`
			Children []struct {
				XMLName xml.Name
				Text    string `xml:",chardata"`
			} `xml:",any"`
		}
		if err := xml.Unmarshal(f.svg(ex), &file); err != nil {
			t.Fatal(err)
		}
		if file.Role != "img" {
			t.Errorf("role %q, want img", file.Role)
		}
		title, desc := file.Children[0], file.Children[1]
		if title.XMLName.Local != "title" || title.Text != f.title {
			t.Errorf("first element %s %q, want title %q", title.XMLName.Local, title.Text, f.title)
		}
		if desc.XMLName.Local != "desc" || desc.Text != f.alt(ex) {
			t.Errorf("second element %s %q, want desc", desc.XMLName.Local, desc.Text)
		}
		if strings.ContainsAny(title.Text+desc.Text, "*_{}%") || len(desc.Text) < 100 {
			t.Errorf("alternative text is short or has markup: %q", desc.Text)
		}
	})
}

func TestAltCarriesTheNumbers(t *testing.T) {
	for name, want := range map[string]string{
		"surprisal":        "the ace of spades off the top of a shuffled deck: 5.7 bits",
		"binary-entropy":   "at p = 0.1 the entropy is 0.469 bits",
		"code-lengths":     "outing, probability 0.125, 3 bits, codeword 110",
		"bowl":             "H(p) = 0.8813 bits",
		"cost":             "H(p, q) = 2.375 bits, which is D(p‖q) = 0.625 bits above H(p)",
		"binary-loss":      "−ln ŷ, grows without bound as ŷ falls to 0 and is 4.605 nats",
		"simplex":          "Marked is p = (0.5, 0.25, 0.25), with an entropy of 1.5 bits",
		"training":         "at step 8 under cross entropy and at step 215 under squared error",
		"temperature":      "At T = 1 they are routine, 0.6439; friends, 0.2369;",
		"descent":          "with momentum it is at (−17, 21.5) with 0.3351 bits",
		"learning-curve":   "After 60 steps the validation loss is at its lowest, 0.2504 bits",
		"reliability":      "The mean loss falls from 0.4387 bits to 0.2871 bits",
		"costliest-digits": "4 read as 9: 11.98 bits, for probabilities of 0.00025 and 0.63;",
		"joint":            "H(X) = 0.8113 bits and H(Y|X) = 1.439 bits make H(X, Y) = 2.25 bits",
		"coins":            "D(q‖p) reaches 1 bit and the Jensen–Shannon divergence 0.3113 bits",
		"long-tail":        "the 24 likeliest words have 50 percent of all words read and 33 percent",
		"digits":           "from 3.2e−09 on no digit is right",
	} {
		f, _ := findFigure(name)
		if alt := f.alt(book); !strings.Contains(alt, want) {
			t.Errorf("%s: %q does not say %q", name, alt, want)
		}
	}
}
