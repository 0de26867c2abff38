package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"unicode"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"
)

// readFonts reads the first font of each file of a list: a regular font, its italic, its
// bold and its bold italic, which go by the name of the regular one.
func readFonts(list string) (fonts font.Collection, err error) {
	styles := []font.Font{
		{},
		{Style: xfont.StyleItalic},
		{Weight: xfont.WeightBold},
		{Style: xfont.StyleItalic, Weight: xfont.WeightBold},
	}
	files := splitList(list)
	if len(files) > len(styles) {
		return nil, errors.New("want at most a regular font, its italic, its bold and its bold italic")
	}
	for i, file := range files {
		face, family, err := readFont(file)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			family = string(fonts[0].Font.Typeface)
		}
		styles[i].Typeface, styles[i].Variant = font.Typeface(family), "Sans"
		fonts = append(fonts, font.Face{Font: styles[i], Face: face})
	}
	return fonts, nil
}

// readFont reads the first font of a file, and what its family is called, in characters
// that can stand between quotation marks.
func readFont(path string) (face *opentype.Font, family string, err error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, "", err
	}
	fonts, err := opentype.ParseCollection(file)
	if err != nil {
		return nil, "", fmt.Errorf("%s is no font in TrueType or OpenType: %w", path, err)
	}
	face, err = fonts.Font(0)
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", path, err)
	}
	family, err = face.Name(nil, sfnt.NameIDFamily)
	family = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || strings.ContainsRune(`\'"`, r) {
			return -1
		}
		return r
	}, family)
	if err != nil || family == "" {
		return nil, "", fmt.Errorf("%s: the font has no name", path)
	}
	return face, family, nil
}
