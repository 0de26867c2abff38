package site

import (
	"fmt"
	"math"
	"testing"

	"crossentropy/info"
	"crossentropy/info/code"
)

// The explorables of part one say what the library says.
func TestExplorablesOfPartOne(t *testing.T) {
	s := openShop(t)
	for name, try := range map[string]func(t *testing.T, s shop){
		"surprisal": trySurprisal, "entropy": tryEntropy, "code-tree": tryCodeTree,
		"cost": tryCost, "bowl": tryBowl,
	} {
		t.Run(name, func(t *testing.T) { try(t, s) })
	}
}

func trySurprisal(t *testing.T, s shop) {
	b := s.open(t, "surprisal", "")
	b.says(fmt.Sprint("tells ", info.Surprisal(0.125)))
	b.press("[name=p]", right)
	b.says("probability 0.126 ", fmt.Sprint("tells ", info.Surprisal(0.126)))
	b.button("Half as likely", true)
	b.says(fmt.Sprint("tells ", info.Surprisal(0.063)))
	if got := b.address(); got != "?p=0.063" {
		t.Errorf("address %q", got)
	}
	b.drag(0, 0.5, 0.5, 1, 0.5)
	b.says("tells 0 bits: you knew")
	b.press("[name=p]", home)
	b.says("∞")
	b.button("Reset", false)
	b.says(fmt.Sprint("tells ", info.Surprisal(0.125)))
	s.open(t, "surprisal", "p=7&x=%").says("probability 1 ")
}

func tryEntropy(t *testing.T, s shop) {
	b := s.open(t, "entropy", "p=0.4,0.3,0.2,0.1")
	says := func(p info.Distribution) {
		t.Helper()
		b.says(fmt.Sprint("= ", info.Entropy(p), " a day"),
			"as "+number(info.Perplexity(info.Entropy(p)))+" words")
	}
	says(info.Must(0.4, 0.3, 0.2, 0.1))
	b.press(`[name="p.1"]`, right)
	says(info.Must(0.69*0.4/0.7, 0.31, 0.69*0.2/0.7, 0.69*0.1/0.7))
	b.button("All alike", true)
	says(info.Uniform(4))
	b.drag(0, 0.5, 0.5, 0.1, 0.5) // the edge between the first two words and the others
	says(info.Must(1./3, 0, 1./3, 1./3))
	for i := range 4 {
		b.press(fmt.Sprintf(`[name="p.%d"]`, i), home)
		b.press(fmt.Sprintf(`[name="p.%d"]`, i), end)
	}
	b.says("= 0 bits a day", "0 · ∞ counts as 0")
	b.button("Reset", false)
	says(info.Must(0.5, 0.25, 0.125, 0.125))
	s.open(t, "entropy", "p=0,0,0,0").says("1.75 bits")
	s.open(t, "entropy", "p=3,1,0,-5").says(info.Entropy(info.Must(0.5, 0.5, 0, 0)).String())
}

func tryCodeTree(t *testing.T, s shop) {
	b := s.open(t, "code-tree", "")
	p := info.Must(0.4, 0.3, 0.2, 0.1)
	b.says("00, 01, 10, 11 spend 1 ", number(code.Mean(p, code.Huffman(p))), info.Entropy(p).String())
	b.press(`[name="lengths.0"]`, left)
	b.says("spend 1.25 ", "for “first time”")
	b.button("Shannon's lengths", true)
	b.says("spend "+number(code.Kraft(code.Shannon(p))), number(code.Mean(p, code.Shannon(p)))+" digits")
	b.button("Huffman's", false)
	b.says("0, 10, 110, 111 spend 1", "costs 1.9 digits")
	b.drag(0, 0.97, 0.4, 0.97, 0.75)
	b.says("0, 10, 110, 111000 spend 0.8906")
	if got := b.address(); got != "?lengths=1,2,3,6" {
		t.Errorf("address %q", got)
	}
	b.button("Reset", false)
	b.says("00, 01, 10, 11")
	s.open(t, "code-tree", "year=toString&lengths=99,0,1,1.5").says("spend")
}

func tryCost(t *testing.T, s shop) {
	b := s.open(t, "cost", "q=0.4,0.3,0.2,0.1")
	p := info.Must(0.5, 0.25, 0.125, 0.125)
	says := func(p, q info.Distribution) {
		t.Helper()
		b.says(fmt.Sprint("H(p, q) = ", info.CrossEntropy(p, q)), "H(p) = "+number(float64(info.Entropy(p))),
			"D(p‖q) = "+number(float64(info.KullbackLeibler(p, q))),
			fmt.Sprint("D(q‖p) = ", info.KullbackLeibler(q, p)))
	}
	says(p, info.Must(0.4, 0.3, 0.2, 0.1))
	b.press(`[name="q.0"]`, right)
	q := info.Must(0.41, 0.59*0.3/0.6, 0.59*0.2/0.6, 0.59*0.1/0.6)
	says(p, q)
	b.button("Swap p and q", true)
	says(q, p)
	b.button("q = p", false)
	says(q, q)
	b.drag(0, 0.2, 0.5, 0.2, 1)
	b.says("no codeword for “routine”", "H(p, q) = ∞")
	b.button("Reset", true)
	says(p, info.Must(0.125, 0.5, 0.25, 0.125))
}

func tryBowl(t *testing.T, s shop) {
	b := s.open(t, "bowl", "p=0.2&q=0.6")
	says := func(p, q float64) {
		t.Helper()
		truth, model := info.Must(p, 1-p), info.Must(q, 1-q)
		b.says(fmt.Sprint("H(p, q) = ", info.CrossEntropy(truth, model)),
			"D(p‖q) = "+number(float64(info.KullbackLeibler(truth, model))))
	}
	says(0.2, 0.6)
	b.press("[name=q]", left)
	says(0.2, 0.59)
	b.button("q = p", true)
	says(0.2, 0.2)
	b.press("[name=q]", home)
	b.says("∞")
	b.press("[name=p]", home)
	says(0, 0)
	b.drag(0, 0.3, 0.5, 1, 0.5)
	b.says("the model says 1.", "∞")
	b.button("Reset", false)
	says(0.3, 0.5)
}

// number is how the pages print a number.
func number(x float64) string {
	if x == 1 {
		return "1"
	}
	if x < 0 {
		return "−" + number(math.Abs(x))
	}
	s := info.Bits(x).String()
	return s[:len(s)-len(" bits")]
}
