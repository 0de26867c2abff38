package data

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"crossentropy/info"
)

// ParseProbabilities reads a distribution as people write one: decimals, fractions or
// percentages, with commas between them, as in "0.5,1/4,25%". Where there is a
// semicolon, semicolons stand between the numbers, and a comma is a decimal point, as
// in "0,5;0,25;25%". Spaces around a number do not count.
//
// It is an error if one is no number, or a number that no float holds, and what
// [info.New] refuses is one too. Errors count the numbers from 1.
func ParseProbabilities(text string) (info.Distribution, error) {
	p, err := parseAmounts(text, false, parseShare)
	if err != nil {
		return info.Distribution{}, err
	}
	d, err := info.New(p...)
	return d, inWords(err)
}

// ParseCounts reads how often each outcome was seen, or any weights, in the forms and
// with the separators that [ParseProbabilities] reads, as in "3,2,1".
//
// It is an error if one is no number, negative or infinite, and if all are 0.
func ParseCounts(text string) ([]float64, error) {
	counts, err := parseAmounts(text, true, parseShare)
	if err == nil {
		_, err = info.Normalize(counts...)
		err = inWords(err)
	}
	return counts, err
}

// ParseNumbers reads finite numbers of either sign, with commas between them, or
// semicolons as [ParseProbabilities] does.
func ParseNumbers(text string) ([]float64, error) {
	return parseAmounts(text, false, func(s string) (float64, error) {
		x, err := parseAmount(s)
		if err == nil && (math.IsNaN(x) || math.IsInf(x, 0)) || errors.Is(err, strconv.ErrSyntax) {
			err = errors.New("is not a finite number")
		}
		return x, err
	})
}

// ParseNames reads what outcomes are called, with commas between the names. A name is
// kept in its normal form NFC, so that "é" is one name however it is typed.
//
// It is an error if a name is empty, holds a control character, or stands there twice.
func ParseNames(text string) ([]string, error) {
	names := strings.Split(norm.NFC.String(text), ",")
	for i, name := range names {
		name = strings.TrimSpace(name)
		switch first := slices.Index(names[:i], name); {
		case name == "":
			return nil, fmt.Errorf("name %d is empty", i+1)
		case strings.ContainsFunc(name, unicode.IsControl):
			return nil, fmt.Errorf("name %d, %s, holds a control character", i+1, quote(name))
		case first >= 0:
			return nil, fmt.Errorf("names %d and %d are both %s", first+1, i+1, quote(name))
		}
		names[i] = name
	}
	return names, nil
}

// parseAmounts reads numbers. A mark with three digits behind it may part thousands where
// semicolons stand between the numbers, and in counts.
func parseAmounts(
	text string, counts bool, parse func(string) (float64, error),
) ([]float64, error) {
	comma := ","
	if strings.Contains(text, ";") {
		comma = ";"
	}
	var all []float64
	fields := strings.Split(text, comma)
	if i := inDoubt(fields); i >= 0 && (comma == ";" || counts) {
		return nil, fmt.Errorf("number %d = %w", i+1, doubtful(strings.TrimSpace(fields[i])))
	}
	for i, field := range fields {
		field = strings.TrimSpace(field)
		x, err := parse(strings.Replace(field, ",", ".", 1)) // where ; is the comma
		if errors.Is(err, strconv.ErrSyntax) {
			err = errors.New("is not a number")
		}
		if err != nil {
			return nil, fmt.Errorf("number %d = %s %w", i+1, quote(field), err)
		}
		all = append(all, x)
	}
	return all, nil
}

// doubtful says how else to write a number in doubt.
func doubtful(field string) error {
	whole := strings.NewReplacer(".", "", ",", "").Replace(field)
	return fmt.Errorf("%s is %s or %s: write %[3]s, or %s0 for the fraction",
		quote(field), strings.Replace(field, ",", ".", 1), whole, field)
}

// inDoubt is the first number whose mark may part thousands or be a decimal point, or
// −1 where there is none, or where another number tells.
func inDoubt(fields []string) int {
	first := -1
	for i, field := range fields {
		field = strings.TrimSpace(field)
		switch {
		case !strings.ContainsAny(field, ".,"):
		case !mayBeThousands.MatchString(field):
			return -1
		case first < 0:
			first = i
		}
	}
	return first
}

// parseShare reads "0.25", "1/4" or "25%".
func parseShare(s string) (float64, error) {
	if percent, ok := strings.CutSuffix(s, "%"); ok {
		return parsePercent(strings.TrimSpace(percent))
	}
	over, under, fraction := strings.Cut(s, "/")
	if !fraction {
		return parseAmount(s)
	}
	x, err := parseAmount(over)
	if err != nil {
		return 0, err
	}
	y, err := parseAmount(under)
	switch {
	case err != nil:
		return 0, err
	case !(y > 0) || math.IsInf(y, 1):
		return 0, errors.New("does not divide by a positive number")
	}
	return x / y, nil
}

func parsePercent(s string) (float64, error) {
	x, err := parseAmount(s)
	if err != nil {
		return 0, err
	}
	if share, err := strconv.ParseFloat(s+"e-2", 64); err == nil {
		return share, nil // rounded once
	}
	return x / 100, nil
}

// parseAmount reads a number. One that no float comes near is an error.
func parseAmount(s string) (float64, error) {
	s = strings.TrimSpace(s)
	x, err := strconv.ParseFloat(s, 64)
	mantissa, _, _ := strings.Cut(strings.ToLower(s), "e")
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, errors.New("is too large, want at most 1.8e308")
	case err == nil && x == 0 && strings.ContainsAny(mantissa, "123456789"):
		return 0, errors.New("is too small, want 0 or at least 5e-324")
	}
	return x, err
}

// element matches a number in an error of package info.
var element = regexp.MustCompile(`^info: (p|weights)\[(\d+)\]`)

// inWords says an error of package info to those who gave the numbers, and count from 1.
func inWords(err error) error {
	if err == nil {
		return nil
	}
	text := element.ReplaceAllStringFunc(err.Error(), func(s string) string {
		i, _ := strconv.Atoi(element.FindStringSubmatch(s)[2])
		return fmt.Sprint("number ", i+1)
	})
	return errors.New(strings.NewReplacer("info: p sums", "the numbers sum", "info: ", "",
		"Normalize", "counts", "weights", "numbers").Replace(text))
}
