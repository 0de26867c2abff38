package claim

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// Claim 0.1 (Equal chances). Equal chances have the entropy
//
//	H(1/n, …, 1/n) = log₂ n
//
// which a mark does not go on to say.
func equalChances(t *testing.T) {
	equal := func(l Library, x Distribution) string {
		n := len(x.P)
		return Equal("H", l.Entropy(Uniform(n)), "log₂ n", math.Log2(float64(n)))
	}
	Holds(t, equal, FewOutcomes)
	Rejects(t, equal, FewOutcomes, Mistakes{{"what no mark asks for", func(*Library) { asked = true }}})
}

// Claim 0.2 (Order). The order of outcomes changes nothing.
func order(t *testing.T) {
	same := func(l Library, x Pair) string {
		return Equal("H(p)", l.Entropy(x.P), "H(q)", l.Entropy(x.Q))
	}
	Holds(t, same, Relabelled)
	FailsWithout(t, "what no mark asks for", func(Library, Pair) string {
		asked = true
		return ""
	}, Relabelled)
}

// asked is whether marks try more than whether claims hold.
var asked bool

var exercise = Exercise{
	Name:   "Entropy",
	Place:  func(l *Library) any { return &l.Entropy },
	Claims: []func(t *testing.T){equalChances, order},
	Wrong:  Answers{{"nats", func(p []float64) float64 { return float64(Formula(p, p)) * math.Ln2 }}},
}

func TestMark(t *testing.T) {
	right := func(p []float64) float64 { return float64(Formula(p, p)) }
	tests := []struct {
		name   string
		answer func(p []float64) float64
		want   Mark
	}{
		{"right", right, Mark{
			true,
			"Entropy passes. In 2000 cases it keeps claims 0.1 (Equal chances), 0.2\n(Order), rounding aside.",
		}},
		{"named", func(p []float64) float64 { return right(p) * math.Log(2) }, Mark{
			false,
			`Entropy breaks claim 0.1 (Equal chances). Equal chances have the entropy

    H(1/n, …, 1/n) = log₂ n

It breaks at p = (1, 0):
    H = 0.6931 is not log₂ n = 1
    Entropy gives 0.6931 for p = (1/2, 1/2)

It looks like nats.`,
		}},
		{"named but for zeros", func(p []float64) float64 { return right(p)*math.Log(2) + 0*math.Log(p[0]) }, Mark{
			false,
			`Entropy breaks claim 0.1 (Equal chances). Equal chances have the entropy

    H(1/n, …, 1/n) = log₂ n

It breaks at p = (1, 0):
    H = 0.6931 is not log₂ n = 1
    Entropy gives 0.6931 for p = (1/2, 1/2)

It looks like nats, where nothing is 0.`,
		}},
		{"of no name", func(p []float64) float64 { return right(p) + p[0] - 1/float64(len(p)) }, Mark{
			false,
			`Entropy breaks claim 0.2 (Order). The order of outcomes changes nothing.

It breaks at p = (1, 0), q = (0, 1):
    H(p) = 0.5 is not H(q) = −0.5`,
		}},
		{"careless", func(p []float64) float64 { p[0] = 0; return right(p) }, Mark{
			false,
			`Entropy changes what it is given: p = (1) has become p = (0).`,
		}},
	}
	for _, test := range tests {
		if have := exercise.Mark(test.answer); have != test.want {
			t.Errorf("%s: passed %v, and\n%s", test.name, have.Passed, have.Text)
		}
	}
	if asked {
		t.Error("marks try what the claim fails without or rejects")
	}
}

// Of a plain formula, −0 is no mistake, nor what it makes of p below 2⁻¹⁰²².
func TestMarkForgivesRounding(t *testing.T) {
	chances := Exercise{
		Name:  "Surprisal",
		Place: func(l *Library) any { return &l.Surprisal },
		Claims: []func(t *testing.T){func(t *testing.T) {
			Holds(t, func(l Library, x Whole) string {
				return Same("h(p)", l.Surprisal(math.Ldexp(1, -int(x.K))), "", x.K)
			}, Halvings)
		}},
	}
	mark := chances.Mark(func(p float64) float64 { return -math.Log2(max(p, 0x1p-1022)) })
	if !mark.Passed {
		t.Error(mark.Text)
	}
}

func TestMarkOfPanics(t *testing.T) {
	text := exercise.Mark(func(p []float64) float64 { return p[1] }).Text
	want := regexp.MustCompile(`^Entropy panics at exercise_test.go:\d+, where p = \(1\): runtime error: index`)
	if !want.MatchString(text) {
		t.Errorf("have %q", text)
	}
}

// An answer may be about a row of logits, of which a place makes something of the library.
func TestMarkOfRows(t *testing.T) {
	rows := Exercise{Name: "Loss", Place: func(*Library) any {
		ofRow := func(z []float64, right int) float64 { return z[right] }
		return &ofRow
	}}
	answers := map[string]func(z []float64, right int) float64{
		"Loss panics at exercise_test.go:": func(z []float64, right int) float64 { return z[right+1] },
		"Loss changes what it is given: z = (3), right = 0 has become z = (4)": func(
			z []float64, right int,
		) float64 {
			z[right]++
			return z[right]
		},
	}
	for want, answer := range answers {
		if text := rows.Mark(answer).Text; !strings.HasPrefix(text, want) {
			t.Errorf("have %q, want %q", text, want)
		}
	}
}

func TestMarkOfShortLists(t *testing.T) {
	lengths := Exercise{Name: "Lengths", Place: func(l *Library) any { return &l.HuffmanLengths }}
	text := lengths.Mark(func(p []float64) []int { return make([]int, len(p)-1) }).Text
	if want := "Lengths returns a list of 0, not of 1, for p = (1)."; text != want {
		t.Errorf("have %q, want %q", text, want)
	}
}

// endless answers run in a process of their own.
var endless = map[string]func(p []float64) float64{
	"loop": func(p []float64) float64 {
		for len(p) > 0 {
			p[0]++
		}
		return 0
	},
	"list": func(p []float64) float64 {
		for len(p) > 0 {
			p = append(p, 1)
		}
		return 0
	},
	"recursion": deeper,
}

func deeper(p []float64) float64 {
	if len(p) == 0 {
		return 0
	}
	return 1 + deeper(p)
}

func TestMarkOfEndlessAnswers(t *testing.T) {
	if answer := endless[os.Getenv("ENDLESS")]; answer != nil {
		fmt.Println(exercise.Mark(answer).Text)
		os.Exit(0)
	}
	const want = "Entropy does not end where p = (1): given up after 2s or 256 MB.\n"
	for name := range endless {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := exec.Command(os.Args[0], "-test.run", "^TestMarkOfEndlessAnswers$")
			c.Env = append(os.Environ(), "ENDLESS="+name)
			if out, err := c.CombinedOutput(); err != nil || string(out) != want {
				t.Errorf("%v, and\n%.500s", err, out)
			}
		})
	}
}
