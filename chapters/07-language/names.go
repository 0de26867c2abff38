package main

import (
	"cmp"
	_ "embed"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/language"
)

// lambda is what models of pairs add to each count: of the numbers in section unseen, the
// one that suits best what was held back.
const lambda = 0.1

// modelsOf returns the model of each language that looks at so many letters before.
func modelsOf(order int) (models []language.Model) {
	all, alphabet := corpus()
	for _, l := range all {
		models = append(models, l.Train.AddLambda(order, lambda, len(alphabet)))
	}
	return models
}

func languages(w io.Writer, _ chapter.Input) {
	all, _ := corpus()
	models := modelsOf(1)
	fmt.Fprint(w, "          ")
	for _, l := range all {
		fmt.Fprintf(w, "%5s", l.Code)
	}
	fmt.Fprintln(w)
	least, from, to, cheapest := info.Bits(math.Inf(1)), "", "", 0
	for i, l := range all {
		own, gap := models[i].CrossEntropy(l.Test), info.Bits(math.Inf(1))
		fmt.Fprintf(w, "%-10s", l.Name)
		for j, m := range models {
			h := m.CrossEntropy(l.Test)
			fmt.Fprintf(w, "%5.2f", h)
			if j != i {
				gap = min(gap, h-own)
			}
			if j != i && h-own < least {
				least, from, to = h-own, l.Name, all[j].Name
			}
		}
		if gap > 0 {
			cheapest++
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "cheapest under their own model: %d of %d\n", cheapest, len(all))
	fmt.Fprintf(w, "nearest: %s under the model of %s, %v a letter dearer\n", from, to, least)
}

// A candidate is a language that a text may be in, and what it then costs.
type candidate struct {
	data.Language
	model language.Model
	cost  info.Bits
}

// candidates returns all languages, the cheapest first, by models that look at so many
// letters before.
func candidates(text string, order int) []candidate {
	all, _ := corpus()
	var ranked []candidate
	for i, m := range modelsOf(order) {
		ranked = append(ranked, candidate{all[i], m, m.Cost(text)})
	}
	slices.SortStableFunc(ranked, func(a, b candidate) int { return cmp.Compare(a.cost, b.cost) })
	return ranked
}

//go:embed sentences.txt
var written string

// A sentence is one of those in sentences.txt, and its language.
type sentence struct{ language, text string }

// allSentences reads sentences.txt, in which the sentences of a language follow its name.
func allSentences() (all []sentence) {
	for block := range strings.SplitSeq(strings.TrimSpace(written), "\n\n") {
		lines := strings.Split(block, "\n")
		for _, text := range lines[1:] {
			all = append(all, sentence{lines[0], text})
		}
	}
	return all
}

func sentences(w io.Writer, _ chapter.Input) {
	all := allSentences()
	for order, by := range []string{"letters", "pairs"} {
		var mistakes info.Counts[string]
		for _, s := range all {
			first := candidates(language.Letters(s.text), order)[0]
			if first.Name != s.language {
				mistakes.Add(s.language + " as " + first.Name)
			}
		}
		fmt.Fprintf(w, "by %s: %d of %d named right\n",
			by, len(all)-int(mistakes.Total()), len(all))
		var names []string
		for mistake := range mistakes.All() {
			names = append(names, mistake)
		}
		fmt.Fprintf(w, "    wrong: %s\n", chapter.List(names, "%s", ", "))
	}
	for _, s := range all {
		sayWhy(w, s)
	}
}

// sayWhy says of a sentence that pairs name wrong which of its letters decide.
func sayWhy(w io.Writer, s sentence) {
	text := language.Letters(s.text)
	ranked := candidates(text, 1)
	first := ranked[0]
	if first.Name == s.language {
		return
	}
	right := ranked[slices.IndexFunc(ranked, func(c candidate) bool { return c.Name == s.language })]
	fmt.Fprintf(w, "%s\n", s.text)
	fmt.Fprintf(w, "    is %v cheaper as %s; of its pairs, in bits\n", right.cost-first.cost, first.Name)
	gain := map[string]info.Bits{}
	before := language.Space
	wrong := first.model.Surprisals(text)
	for i, h := range right.model.Surprisals(text) {
		next := []rune(text)[i]
		gain[string(before)+string(next)] += h - wrong[i]
		before = next
	}
	pairs := slices.SortedFunc(maps.Keys(gain), func(a, b string) int {
		return cmp.Or(cmp.Compare(gain[b], gain[a]), cmp.Compare(a, b))
	})
	say := func(how string, pairs []string) {
		for _, pair := range pairs {
			how += fmt.Sprintf("  %s %.2f", pair, math.Abs(float64(gain[pair])))
		}
		fmt.Fprintf(w, "    %s\n", how)
	}
	say("cheaper: ", pairs[:6])
	slices.Reverse(pairs)
	say("dearer:  ", pairs[:6])
}

// name says which language a text is in, and marks what each of its letters told.
func name(w io.Writer, in chapter.Input) error {
	text, err := lettersOf(in)
	if err != nil {
		return err
	}
	ranked := candidates(text, 1)
	var costs []info.Bits
	for _, c := range ranked {
		costs = append(costs, c.cost)
	}
	likely := language.Posterior(costs...)
	first, n := ranked[0], utf8.RuneCountInString(text)
	fmt.Fprintf(w, "%s, %v ahead of %s\n", first.Name, ranked[1].cost-first.cost, ranked[1].Name)
	fmt.Fprint(w, "\t  bits\t  a letter\t  held back\t  probability\n")
	for i, c := range ranked[:3] {
		fmt.Fprintf(w, "%s\t%8s\t%10.3f\t%11.3f\t%13s\n", c.Name, chapter.Number(float64(c.cost)),
			float64(c.cost)/float64(n), c.model.CrossEntropy(c.Test), chapter.Number(likely.P(i)))
	}
	mark(w, text, first.model)
	return nil
}

// lettersOf returns the letters of the reader's text or file. Those that none of the
// languages has are left out.
func lettersOf(in chapter.Input) (text string, err error) {
	if in.File == "" {
		text, err = data.ReadLetters("-text", strings.NewReader(in.Text))
	} else {
		file, name, opening := in.Open()
		if opening != nil {
			return "", opening
		}
		defer file.Close()
		text, err = data.ReadLetters(name, file)
	}
	if err != nil {
		return "", err
	}
	all, alphabet := corpus()
	known := language.Letters(strings.Map(func(c rune) rune {
		if slices.Contains(alphabet, c) {
			return c
		}
		return -1
	}, text))
	if known == "" {
		return "", fmt.Errorf("no letter of it is one that the %d languages have", len(all))
	}
	return known, nil
}

// mark writes letters, and under each what it told, in whole bits up to 9.
func mark(w io.Writer, text string, m language.Model) {
	const wide, lines = 72, 3
	letters, told := []rune(text), m.Surprisals(text)
	for at := 0; at < min(len(letters), lines*wide); at += wide {
		end := min(at+wide, len(letters))
		fmt.Fprintln(w, string(letters[at:end]))
		for _, h := range told[at:end] {
			fmt.Fprintf(w, "%.0f", min(9, h))
		}
		fmt.Fprintln(w)
	}
	if rest := len(letters) - lines*wide; rest > 0 {
		fmt.Fprintf(w, "… and %s more\n", data.Count(rest, "letter"))
	}
}
