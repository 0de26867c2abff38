package main

import (
	"bytes"
	"errors"
	"os"

	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"
)

// reserve is the author's font for characters that Liberation Sans lacks; nil
// for none. It is the command's and not an edition's, because gonum/plot
// measures text where there is no edition at hand.
var reserve *font.Face

// readFont reads the first font of a file.
func readFont(path string) (*font.Face, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	fonts, err := opentype.ParseCollection(data)
	if err != nil {
		return nil, errors.New("not a font in TrueType or OpenType")
	}
	f, err := fonts.Font(0)
	if err != nil {
		return nil, err
	}
	family, err := f.Name(nil, sfnt.NameIDFamily)
	if err != nil {
		return nil, errors.New("the font has no name")
	}
	return &font.Face{Font: font.Font{Typeface: font.Typeface(family)}, Face: f}, nil
}

// has reports whether a font has a glyph for a character.
func has(f font.Face, r rune) bool {
	g, err := f.Face.GlyphIndex(nil, r)
	return err == nil && g != 0
}

// A piece is a stretch of text in one font.
type piece struct {
	text string
	face font.Face
}

// pieces splits text in a face where only the reserve has the characters.
func pieces(text string, f font.Face) (all []piece) {
	if reserve == nil {
		return []piece{{text, f}}
	}
	second := *reserve
	second.Font.Size = f.Font.Size
	for _, r := range text {
		face := f
		if !has(f, r) && has(second, r) {
			face = second
		}
		if last := len(all) - 1; last >= 0 && all[last].face == face {
			all[last].text += string(r)
		} else {
			all = append(all, piece{string(r), face})
		}
	}
	return all
}

// embeddable returns the file of a font if PDF can take it in as it is: a
// single font in TrueType.
func embeddable(f font.Face) ([]byte, bool) {
	var file bytes.Buffer
	if _, err := f.Face.WriteSourceTo(nil, &file); err != nil {
		return nil, false
	}
	return file.Bytes(), bytes.HasPrefix(file.Bytes(), []byte{0, 1, 0, 0})
}
