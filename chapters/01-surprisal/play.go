package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/sample"
)

// script is what the book's player asks.
var script = []string{
	"ace of spades", "red", "hearst", "hearts", "clubs", "face", "ace or 2-4", "5-7", "5",
}

// A pile is what one thing is drawn from, and what can be asked about it.
type pile struct {
	thing string // what it holds, as in "card"
	names []string
	p     info.Distribution
	asks  string // examples of questions
	// about returns what words ask that hold no or, and, not; nil where it is nothing.
	about func(words string) test
}

// A test is a question that is understood: whether x is what it asks for.
type test func(x int) bool

// play is twenty questions about a card, or about one of the reader's words.
func play(t *chapter.Terminal, in chapter.Input) error {
	from := cards()
	if in.Own || !slices.Equal(in.Words, book.Words) {
		from = ownWords(in)
	}
	all := possible(from.p)
	fmt.Fprintf(t, "I drew one of %s:\n%s.\n", data.Count(len(all), from.thing), from.list(all))
	fmt.Fprintf(t, "Ask me twenty questions of yes or no, in these words; q gives up:\n%s.\n\n",
		from.asks)
	drawn := sample.New(from.p).Draw(rand.New(rand.NewPCG(in.Seed, 1)))
	told, found := from.questions(t, drawn)
	from.sumUp(t, drawn, told, found)
	fmt.Fprintf(t, "Another %s: -seed %d\n", from.thing, in.Seed+1)
	return nil
}

// questions answers until one thing is left, or the player has had enough. It returns
// what the answers told, and whether one is left.
func (from pile) questions(t *chapter.Terminal, drawn int) (told []info.Bits, found bool) {
	p := from.p // of what was drawn, as far as the player knows
	for len(told) < 20 {
		left := possible(p)
		if len(left) == 1 {
			return told, true
		}
		asked, ok := t.Ask(fmt.Sprintf("%d %ss left, %v of doubt> ",
			len(left), from.thing, info.Entropy(p)))
		if !ok {
			return told, false
		}
		is, err := from.read(asked)
		if err != nil {
			fmt.Fprintln(t, err)
			continue
		}
		if !slices.ContainsFunc(possible(from.p), is) {
			fmt.Fprintf(t, "%s: no %s is all of that, put or between\n", chapter.Quote(asked), from.thing)
			continue
		}
		known, chance := given(p, func(x int) bool { return is(x) == is(drawn) })

		told = append(told, info.Surprisal(chance))
		from.answer(t, is(drawn), chance, len(left), possible(known))
		p = known
	}
	return told, len(possible(p)) == 1
}

// possible returns the outcomes that can happen.
func possible(p info.Distribution) (all []int) {
	for x, px := range p.All() {
		if px > 0 {
			all = append(all, x)
		}
	}
	return all
}

// given returns the distribution of an outcome of p that is known to pass a test, and
// the chance that it does, which is positive.
func given(p info.Distribution, passes test) (q info.Distribution, chance float64) {
	weights := p.Probabilities()
	var passed, failed float64
	for x, px := range weights {
		if passes(x) {
			passed += px
		} else {
			failed += px
			weights[x] = 0
		}
	}
	q, err := info.Normalize(weights...)
	if err != nil {
		panic(err)
	}
	return q, passed / (passed + failed) // which is 1 where none failed
}

// answer says yes or no, how likely that was, and what it told.
func (from pile) answer(w io.Writer, yes bool, chance float64, before int, left []int) {
	word := "no"
	if yes {
		word = "yes"
	}
	if len(left) == before {
		fmt.Fprintf(w, "%s, as you knew: 0 bits\n", word)
		return
	}
	fmt.Fprintf(w, "%s, p = %.4g: %v\n", word, chance, info.Surprisal(chance))
	if n := len(left); n > 1 && n <= 4 {
		fmt.Fprintf(w, "left: %s\n", from.list(left))
	}
}

func (from pile) list(things []int) string {
	var names []string
	for _, x := range things {
		names = append(names, from.names[x])
	}
	return chapter.List(names, "%s", ", ")
}

// sumUp says what was drawn, and that the answers add up to its surprisal.
func (from pile) sumUp(w io.Writer, drawn int, told []info.Bits, found bool) {
	h := info.Surprisal(from.p.P(drawn))
	fmt.Fprintf(w, "\nIt is: %s, h = %v\n", from.names[drawn], h)
	var sum info.Bits
	var terms []string
	for _, bits := range told {
		sum += bits
		terms = append(terms, chapter.Number(float64(bits)))
	}
	row := strings.Join(terms, " + ")
	if len(row) > 53 {
		row = chapter.List(terms, "%s", " + ")
	}
	if len(told) > 0 {
		fmt.Fprintf(w, "%s: %s = %v\n", data.Count(len(told), "answer"), row, sum)
	}
	if found {
		fmt.Fprintln(w, "Whatever you ask, what the answers tell adds up to h.")
	} else {
		fmt.Fprintf(w, "%v of h were never asked for.\n", h-sum)
	}
}

// read understands a question, in which not binds the most and or the least.
func (from pile) read(question string) (test, error) {
	text := strings.ToLower(strings.Join(strings.Fields(question), " "))
	var either []test
	for _, part := range strings.Split(strings.TrimSuffix(text, "?"), " or ") {
		var all []test
		for _, words := range strings.Split(part, " and ") {
			rest, negated := strings.CutPrefix(words, "not ")
			is := from.about(rest)
			if is == nil {
				return nil, fmt.Errorf("%s: ask %s", chapter.Quote(words), from.asks)
			}
			all = append(all, func(x int) bool { return is(x) != negated })
		}
		either = append(either, every(all))
	}
	return func(x int) bool {
		return slices.ContainsFunc(either, func(is test) bool { return is(x) })
	}, nil
}

func every(all []test) test {
	return func(x int) bool {
		return !slices.ContainsFunc(all, func(is test) bool { return !is(x) })
	}
}

var (
	suits = []string{"club", "diamond", "heart", "spade"}
	ranks = []string{"ace", "2", "3", "4", "5", "6", "7", "8", "9", "10", "jack", "queen", "king"}
)

// cards is a deck, each card as likely.
func cards() pile {
	var names []string
	for _, suit := range suits {
		for _, rank := range ranks {
			names = append(names, rank+" of "+suit+"s")
		}
	}
	return pile{
		"card", names, info.Uniform(len(names)),
		"red, hearts, face, ace, 7, 2-6, with and, or, not", aboutCard,
	}
}

// aboutCard asks for all that the words say, as in "red ace" and "5 of hearts".
func aboutCard(words string) test {
	var all []test
	for _, word := range strings.Fields(words) {
		if slices.Contains([]string{"a", "an", "the", "of"}, word) {
			continue
		}
		is := feature(strings.TrimSuffix(word, "s"))
		if is == nil {
			return nil
		}
		all = append(all, is)
	}
	if all == nil {
		return nil
	}
	return every(all)
}

// feature asks for the colour, the suit or the rank of a card, or for two ranks and those
// between them.
func feature(word string) test {
	first, last, isRange := strings.Cut(word, "-")
	if !isRange {
		last = first
	}
	from, to := slices.Index(ranks, first), slices.Index(ranks, last)
	suit := slices.Index(suits, word)
	switch {
	case word == "red":
		return func(x int) bool { return x/13 == 1 || x/13 == 2 }
	case word == "black":
		return func(x int) bool { return x/13 == 0 || x/13 == 3 }
	case word == "face":
		return func(x int) bool { return x%13 >= 10 }
	case suit >= 0:
		return func(x int) bool { return x/13 == suit }
	case from >= 0 && to >= 0:
		return func(x int) bool { return min(from, to) <= x%13 && x%13 <= max(from, to) }
	}
	return nil
}

// ownWords are the reader's, drawn as often as they say.
func ownWords(in chapter.Input) pile {
	return pile{
		"word", in.Words, in.P, "a word, first a-m, has e, longer 4, with and, or, not",
		func(words string) test { return aboutWord(in.Words, words) },
	}
}

// aboutWord asks for a name, its first letter, a part of it, or its length.
func aboutWord(names []string, words string) test {
	kind, what, _ := strings.Cut(words, " ")
	length, err := strconv.Atoi(what)
	holds := func(name string) bool { return name == words }
	switch first, last, isRange := strings.Cut(what, "-"); {
	case slices.ContainsFunc(names, func(name string) bool { return strings.ToLower(name) == words }):
	case kind == "first" && utf8.RuneCountInString(what) == 1:
		holds = func(name string) bool { return strings.HasPrefix(name, what) }
	case kind == "first" && isRange && first <= last:
		holds = func(name string) bool { return first <= name && name < last+"\U0010ffff" }
	case kind == "has" && what != "":
		holds = func(name string) bool { return strings.Contains(name, what) }
	case kind == "longer" && err == nil:
		holds = func(name string) bool { return utf8.RuneCountInString(name) > length }
	default:
		return nil
	}
	return func(x int) bool { return holds(strings.ToLower(names[x])) }
}
