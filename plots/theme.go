package main

import (
	"errors"
	"slices"
)

// A theme is light, dark, or auto, which leaves the choice to the reader where
// a format can.
type theme string

func parseTheme(s string) (theme, error) {
	if !slices.Contains([]string{"light", "dark", "auto"}, s) {
		return "", errors.New("want light, dark or auto")
	}
	return theme(s), nil
}
