package claim

import (
	"fmt"
	"strings"
	"testing"
)

func TestDecodable(t *testing.T) {
	for _, c := range []struct {
		words string
		want  bool
	}{
		{"0 10 110 111", true},
		{"0 01 011", true}, // a nought begins each word
		{"0 01 10", false}, // 0 10 and 01 0
		{"0 1 00", false},
		{"0 0", false},
		{"10 00 11 110", true}, // told by how many noughts follow
		{"1 011 01110 1110 10011", false},
	} {
		if got := decodable(strings.Fields(c.words)); got != c.want {
			t.Errorf("decodable(%s) = %v, want %v", c.words, got, c.want)
		}
	}
}

// All codes of three words of three digits at most are tried, on all messages of 12 digits
// at most.
func TestDecodableAgainstBruteForce(t *testing.T) {
	var words []string
	for digits := 1; digits <= 3; digits++ {
		for n := range 1 << digits {
			words = append(words, fmt.Sprintf("%0*b", digits, n))
		}
	}
	for i, a := range words {
		for j, b := range words[:i] {
			for _, c := range words[:j] {
				code := []string{a, b, c}
				if got, want := decodable(code), readInOneWay(code); got != want {
					t.Errorf("decodable(%v) = %v, want %v", code, got, want)
				}
			}
		}
	}
}

// readInOneWay says whether all messages that are not too long can be.
func readInOneWay(words []string) bool {
	const longest = 12
	messages, seen := []string{""}, map[string]bool{}
	for len(messages) > 0 {
		var longer []string
		for _, message := range messages {
			for _, word := range words {
				m := message + word
				switch {
				case len(m) > longest:
				case seen[m]:
					return false
				default:
					seen[m] = true
					longer = append(longer, m)
				}
			}
		}
		messages = longer
	}
	return true
}

// Codes that can be read back are not all prefix codes, or the claim would say no more of
// them than of those.
func TestDecodableCodesMayBeginAlike(t *testing.T) {
	law := func(_ Library, x Coded) string {
		if prefixFree(x.Words) {
			return ""
		}
		return "one begins another"
	}
	result := check(law, Standard(), CodedDecodably)
	if result.Passed() {
		t.Fatal("all of them are prefix codes")
	}
	if got, want := result.Args[0].ArgFormatted, "p = (1/2, 1/2), codewords 0, 01"; got != want {
		t.Errorf("the simplest that is none has %s, want %s", got, want)
	}
}

func TestPrefixLengths(t *testing.T) {
	for n, want := range []string{
		1: "[[0]]",
		2: "[[1 1]]",
		3: "[[1 2 2] [2 1 2] [2 2 1] [2 2 2]]",
	} {
		if got := fmt.Sprint(PrefixLengths(n)); n > 0 && got != want {
			t.Errorf("PrefixLengths(%d) = %s, want %s", n, got, want)
		}
	}
}
