// Language asks what the next letter costs.
package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"sync"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/language"
)

var program = chapter.Program{
	About: "Language: what does the next letter cost?",
	Book:  chapter.Input{Text: "Wie spät ist es denn jetzt", Seed: 1},
	File: "a text of your own, as a `file`: name says its language, contexts and perplexity\n" +
		"train on its first four fifths; - is standard input",
	Text: "`words` whose language to name: several need no flag, in quotation marks",
	Sections: []chapter.Section{
		{Name: "letters", About: "what letters of English tell", Run: letters},
		{Name: "behind", About: "what the next letter tells behind one that is known", Run: behind},
		{Name: "pairs", About: "14 languages: a letter, and one behind a known one", Run: pairs},
		{Name: "text", About: "what a text costs, letter by letter", Run: text},
		{Name: "unseen", About: "pairs of letters that were never counted", Run: unseen},
		{Name: "contexts", About: "longer contexts, and text held back", Uses: "file", RunE: contexts},
		{Name: "perplexity", About: "a text in letters, pairs and words", Uses: "file", RunE: perplexity},
		{Name: "languages", About: "14 languages under each other's models", Run: languages},
		{Name: "sentences", About: "140 sentences, and how many are named right", Run: sentences},
		{Name: "name", About: "the language of your text", Uses: "text file", RunE: name},
		{Name: "sample", About: "how well a sample tells an entropy", Run: samples},
		{Name: "play", About: "a game: guess the next letter", Uses: "seed", Play: play, Script: script},
	},
}

func main() { chapter.Main(program) }

// corpus returns 14 languages, and the letters that any of them has.
var corpus = sync.OnceValues(data.Languages)

func english() data.Language {
	all, _ := corpus()
	return all[slices.IndexFunc(all, func(l data.Language) bool { return l.Name == "English" })]
}

// letterEntropy is the mean surprisal of a letter, in bits.
func letterEntropy(c *language.Counts) (mean float64) {
	all := float64(c.Total())
	for _, x := range c.Alphabet() {
		n := float64(c.Times("", x))
		mean += n / all * math.Log2(all/n)
	}
	return mean
}

func letters(w io.Writer, _ chapter.Input) {
	c := english().Train
	alphabet := c.Alphabet()
	slices.SortStableFunc(alphabet, func(x, y rune) int { return c.Times("", y) - c.Times("", x) })
	for i, x := range alphabet {
		if i == 5 {
			fmt.Fprintln(w, "…")
		}
		if p := float64(c.Times("", x)) / float64(c.Total()); i < 5 || i >= len(alphabet)-3 {
			fmt.Fprintf(w, "%c  p = %-8.4f h = %v\n", x, p, info.Surprisal(p))
		}
	}
	fmt.Fprintf(w, "loop %.4g\n", letterEntropy(c))
	fmt.Fprintf(w, "H = %v a letter; %d letters, all as likely: %v\n",
		c.AddLambda(0, 0, len(alphabet)).CrossEntropy(c), len(alphabet),
		info.Entropy(info.Uniform(len(alphabet))))
}

// nextLetter is the mean surprisal of the letter y behind x, in bits.
func nextLetter(c *language.Counts) (mean float64) {
	all := float64(c.Total())
	for _, x := range c.Alphabet() {
		for _, y := range c.Alphabet() {
			if n := float64(c.Times(string(x), y)); n > 0 {
				first := float64(c.Times("", x))
				mean += n / all * math.Log2(first/n)
			}
		}
	}
	return mean
}

func behind(w io.Writer, _ chapter.Input) {
	c := english().Train
	for _, x := range "qt_ae" {
		next := c.Alphabet()
		slices.SortStableFunc(next, func(a, b rune) int {
			return c.Times(string(x), b) - c.Times(string(x), a)
		})
		var weights []float64
		var likeliest []string
		for i, y := range next {
			n := c.Times(string(x), y)
			weights = append(weights, float64(n))
			if share := float64(n) / float64(c.Times("", x)); n > 0 && i < 4 {
				likeliest = append(likeliest, fmt.Sprintf("%c %.3f", y, share))
			}
		}
		p, err := info.Normalize(weights...)
		if err != nil {
			panic(err) // some letter came behind x
		}
		fmt.Fprintf(w, "behind %c, %4d times: \tH = %-10v \t%s\n", x, c.Times("", x),
			info.Entropy(p), strings.Join(likeliest, ", "))
	}
	fmt.Fprintf(w, "behind all, on average: \tH = %.4g bits\n", nextLetter(c))
}

func pairs(w io.Writer, _ chapter.Input) {
	all, _ := corpus()
	fmt.Fprint(w, "language\t  letters\t  H(letter)\t  H(next | before)\t  saved\n")
	for _, l := range all {
		n := len(l.Train.Alphabet())
		letter := l.Train.AddLambda(0, 0, n).CrossEntropy(l.Train)
		next := l.Train.AddLambda(1, 0, n).CrossEntropy(l.Train)
		fmt.Fprintf(w, "%s\t%9d\t%11.3f\t%18.3f\t%7.3f\n", l.Name, n, letter, next, letter-next)
	}
}

// cost is what a text costs behind a space, in bits, where p says how
// likely each letter is behind the one before.
func cost(
	text string, p func(before string, next rune) float64,
) (sum float64) {
	before := "_"
	for _, next := range text {
		sum += math.Log2(1 / p(before, next))
		before = string(next)
	}
	return sum
}

func text(w io.Writer, _ chapter.Input) {
	c := english().Train
	m := c.AddLambda(1, 0, len(c.Alphabet()))
	const written = "the_chain_"
	before := "_"
	for _, next := range written {
		p := m(before, next)
		fmt.Fprintf(w, "%s behind %s  p = %-8.4f h = %v\n", string(next), before, p, info.Surprisal(p))
		before = string(next)
	}
	fmt.Fprintf(w, "loop %.4g\n", cost(written, m))
	fmt.Fprintf(w, "%s costs %v, %.4g a letter\n", written,
		m.Cost(written), float64(m.Cost(written))/float64(len(written)))
}

func unseen(w io.Writer, _ chapter.Input) {
	all, alphabet := corpus()
	l, n := english(), len(alphabet)
	var never []string
	times := 0
	for _, x := range l.Test.Alphabet() {
		for _, y := range l.Test.Alphabet() {
			if l.Train.Times(string(x), y) == 0 && l.Test.Times(string(x), y) > 0 {
				never = append(never, string(x)+string(y))
				times += l.Test.Times(string(x), y)
			}
		}
	}
	fmt.Fprintf(w, "held back: %d letters of English, of which %d end pairs never counted:\n%s\n",
		l.Test.Total(), times, strings.Join(never, " "))
	fmt.Fprint(w, "bits a letter\t  counted\t  held back\t  held back, 14 languages\n")
	for _, lambda := range []float64{0, 0.001, 0.01, 0.1, 1, 10, 100} {
		m := l.Train.AddLambda(1, lambda, n)
		var held info.Bits
		for _, l := range all {
			held += l.Train.AddLambda(1, lambda, n).CrossEntropy(l.Test) / info.Bits(len(all))
		}
		fmt.Fprintf(w, "λ = %v\t%9s\t%11s\t%25s\n", lambda, bits(m.CrossEntropy(l.Train)),
			bits(m.CrossEntropy(l.Test)), bits(held))
	}
}

// bits writes so many in a table.
func bits(h info.Bits) string {
	if math.IsInf(float64(h), 1) {
		return "∞"
	}
	return fmt.Sprintf("%.3f", h)
}
