package site

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"crossentropy/info"
	"crossentropy/info/code"
)

// The explorables of part one say what the library says.
func TestExplorablesOfPartOne(t *testing.T) {
	t.Parallel()
	s := openTab(t)
	for name, try := range map[string]func(s tab){
		"surprisal": trySurprisal, "entropy": tryEntropy, "code-tree": tryCodeTree,
		"cost": tryCost, "bowl": tryBowl, "twenty-questions": tryTwentyQuestions,
		"shorthand": tryShorthand, "predict": tryPredict, "mistake": tryMistake,
	} {
		s.try(name, try)
	}
}

func trySurprisal(s tab) {
	b := s.open("surprisal", "")
	b.says(fmt.Sprint("tells ", info.Surprisal(0.125)))
	b.press("[name=p]", right)
	b.says("probability 0.126 ", fmt.Sprint("tells ", info.Surprisal(0.126)))
	b.button("Half as likely", true)
	b.says(fmt.Sprint("tells ", info.Surprisal(0.063)))
	b.isAt("?p=0.063")
	b.script(`window.was = document.querySelector("button").offsetTop`)
	b.drag(0, 0.5, 0.5, 1, 0.5)
	b.says("tells 0 bits: you knew")
	b.press("[name=p]", home)
	b.says("∞")
	b.is("buttons stay where words are fewer", `document.querySelector("button").offsetTop === was`)
	b.speaks("never happens")
	b.script("history.replaceState({}, '', '#elsewhere')")
	b.swipe("svg", 3, -150) // past it
	b.swipe("[name=p]", 3, -150)
	b.says("∞")
	b.do(chromedp.Sleep(loading))
	if hash := value[string](s, "location.hash"); hash != "#elsewhere" {
		s.Errorf("a finger that scrolls past writes an address: %s", hash)
	}
	b.swipe("svg", 300, -20)
	b.speaks("comes up every time")
	b.button("Reset", false)
	b.isQuick()
	b.says(fmt.Sprint("tells ", info.Surprisal(0.125)))
	b.isAt("")
	b.follow("p=7&x=%")
	b.swipe("svg", -50, 0, 40) // and a second finger zooms
	b.says("probability 1 ")
}

// Controls stand on the page before the library is there, so that Tab finds them, and nothing
// is spoken before the reader does something; then one sentence is.
func TestFromTheStart(t *testing.T) {
	t.Parallel()
	b := openTab(t).openOn("03-cross-entropy", "bowl", "")
	counts := func(script string) float64 {
		t.Helper()
		return value[float64](b.tab, script)
	}
	if n := counts("document.querySelectorAll('.explorable:not([data-ready])').length"); n == 0 {
		t.Error("all explorables are drawn at once")
	}
	if n := counts("[...document.querySelectorAll('.explorable')].filter((e) => !e.querySelector('.bench button')).length"); n > 0 {
		t.Errorf("%v explorables have no button yet", n)
	}
	spoken := "[...document.querySelectorAll('[role=status]')].reduce((sum, e) => sum + e.textContent.length, 0)"
	if n := counts(spoken); n > 0 {
		t.Errorf("%v letters are spoken before the reader does anything", n)
	}
	b.press("[name=q]", right)
	b.isAt("?q=0.51")
	if n, words := counts(spoken), len([]rune(b.words())); n == 0 || int(n) >= words {
		t.Errorf("%v letters are spoken of %v", n, words)
	}
}

// Links with a state, one after the other, can be gone back to.
func TestBack(t *testing.T) {
	t.Parallel()
	b := openTab(t).openOn("01-surprisal", "surprisal", "p=0.5")
	b.says("probability 0.5 ")
	b.script(`location.hash = "#explore-surprisal?p=0.25"`)
	b.rest()
	b.says("probability 0.25 ")
	b.script("history.back()")
	b.waits("probability 0.5 ")
	b.script("history.forward()")
	b.waits("probability 0.25 ")
	b.press("[name=p]", right)
	b.isAt("?p=0.251")
	before := value[float64](b.tab, "scrollTo({ top: 0, behavior: 'instant' }); scrollY")
	b.do(chromedp.Reload())
	b.waits("probability 0.251 ")
	b.rest()
	if after := value[float64](b.tab, "scrollY"); math.Abs(after-before) > 100 {
		t.Errorf("one who read at %v comes back to %v", before, after)
	}
	b.is("no explorable has the focus", `document.activeElement === document.body`)
}

func tryEntropy(s tab) {
	b := s.open("entropy", "p=0.4,0.3,0.2,0.1")
	says := func(p info.Distribution) {
		s.Helper()
		b.says(fmt.Sprint("= ", info.Entropy(p), " a day"),
			"as "+number(info.Perplexity(info.Entropy(p)))+" words")
	}
	says(info.Must(0.4, 0.3, 0.2, 0.1))
	b.press(`[name="p.1"]`, right)
	says(info.Must(0.695*0.4/0.7, 0.305, 0.695*0.2/0.7, 0.695*0.1/0.7))
	b.button("All alike", true)
	says(info.Uniform(4))
	b.says("“outing” and “first time” are the largest: 0.5 bits each")
	b.drag(0, 0.5, 0.5, 0.1, 0.5) // the edge between the first two words and the others
	says(info.Must(1./3, 0, 1./3, 1./3))
	for i := range 4 {
		b.press(fmt.Sprintf(`[name="p.%d"]`, i), home)
		b.press(fmt.Sprintf(`[name="p.%d"]`, i), end)
	}
	b.says("= 0 bits a day", "as a single word", "All blocks are 0", "0 · ∞ counts as 0")
	b.button("Reset", false)
	says(info.Must(0.5, 0.25, 0.125, 0.125))
	b.press(`[name="p.3"]`, end)
	b.press(`[name="p.3"]`, home) // and the others are alike
	b.isQuick()
	says(info.Must(1./3, 1./3, 1./3, 0))
	b.follow("p=0.3679,0.6321,0,0").says("“routine” is as large as a block can be: 0.5307 bits")
	b.follow("p=0,0,0,0").says("1.75 bits")
	b.follow("p=3,1,0,-5").says(info.Entropy(info.Must(0.5, 0.5, 0, 0)).String())
}

func tryCodeTree(s tab) {
	b := s.open("code-tree", "")
	p := info.Must(0.4, 0.3, 0.2, 0.1)
	b.says("routine 00, friends 01, outing 10, first time 11, spend 1 ", number(code.Mean(p, code.Huffman(p))), info.Entropy(p).String())
	b.press(`[name="lengths.0"]`, left)
	b.says("spend 1.25 ", "left for “first time”")
	b.press("[name=year]", "0.97")
	b.speaks("No code has them, whatever the words' shares")
	b.press("[name=year]", home)
	b.button("Shannon's lengths", true)
	b.says("spend "+number(code.Kraft(code.Shannon(p))), number(code.Mean(p, code.Shannon(p)))+" digits")
	b.button("Huffman's", false)
	b.says("routine 0, friends 10, outing 110, first time 111, spend 1", "costs 1.9 digits")
	b.drag(0, 0.97, 0.4, 0.97, 0.75)
	b.says("routine 0, friends 10, outing 110, first time 1110000, spend 0.8828")
	b.isAt("?lengths=1,2,3,7")
	b.button("Reset", false)
	b.isQuick()
	b.says("routine 00, friends 01, outing 10, first time 11")
	b.follow("year=toString&lengths=99,0,1,1.5").says("spend")
	b = s.open("code-tree", "")
	b.swipe(".hold", 0, 45) // a dot follows a finger down
	b.says("routine 1100, friends 00, outing 01, first time 10, spend 0.8125")
}

func tryCost(s tab) {
	b := s.open("cost", "q=0.35,0.35,0.2,0.1")
	p := info.Must(0.5, 0.25, 0.125, 0.125)
	says := func(p, q info.Distribution) {
		s.Helper()
		b.says(fmt.Sprint("H(p, q) = ", info.CrossEntropy(p, q)), "H(p) = "+number(float64(info.Entropy(p))),
			"D(p‖q) = "+number(float64(info.KullbackLeibler(p, q))),
			fmt.Sprint("D(q‖p) = ", info.KullbackLeibler(q, p)))
	}
	says(p, info.Must(0.35, 0.35, 0.2, 0.1))
	b.press(`[name="q.0"]`, right)
	q := info.Must(0.355, 0.645*0.35/0.65, 0.645*0.2/0.65, 0.645*0.1/0.65)
	says(p, q)
	b.button("Swap p and q", true)
	says(q, p)
	b.says("The days have p, and the code is for q: routine 0.355 and ")
	b.button("q = p", false)
	says(q, q)
	b.drag(0, 0.2, 0.5, 0.2, 1)
	b.says("no codeword for “routine”", "H(p, q) = ∞")
	b.button("Reset", true)
	b.isQuick()
	says(p, info.Must(0.125, 0.5, 0.25, 0.125))
	b.swipe(".bar.c1", 0, -300) // which scrolls the page
	says(p, info.Must(0.125, 0.5, 0.25, 0.125))
	b.swipe(".hold", 0, -30) // which lifts a bar
	if got := b.words(); strings.Contains(got, fmt.Sprint("H(p, q) = ", info.CrossEntropy(p, info.Must(0.125, 0.5, 0.25, 0.125)))) {
		s.Errorf("a finger lifts a bar, and it says %s", got)
	}
	b.follow("q=0.25,0.5,0.125,0.125").says("alike though q is not p")
	s.do(chromedp.EmulateViewport(320, 568))
	for _, control := range []string{`[name="q.0"]`, `[name="q.3"]`, "button"} {
		b.script(fmt.Sprintf("scrollTo(0, 0); document.querySelector(%q).focus()", b.at(control)))
		b.is("what is said is in sight of "+control, `((words, at) => words.top > 150 && words.bottom <= at.top + 1 && at.bottom <= innerHeight)(
			...[document.querySelector(".words"), document.activeElement].map((e) => e.getBoundingClientRect()))`)
	}
	s.do(chromedp.EmulateViewport(768, 1000))
}

func tryBowl(s tab) {
	b := s.open("bowl", "p=0.2&q=0.6")
	says := func(p, q float64) {
		s.Helper()
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
	curve := value[[]float64](s, "library().then((info) => [0.01, 0.9].map((q) => info.crossEntropy([0.3, 0.7], [q, 1 - q])))")
	want := func(q float64) float64 {
		return float64(info.CrossEntropy(info.Must(0.3, 0.7), info.Must(q, 1-q)))
	}
	if curve[0] != want(0.01) || curve[1] != want(0.9) {
		s.Errorf("the curve passes through %v", curve)
	}
	b.isQuick()
	says(0.3, 0.5)
}

func tryTwentyQuestions(s tab) {
	b := s.open("twenty-questions", "seed=13")
	b.says("52 cards are left. To ask for red, 26 of them, will tell 1 bit", info.Surprisal(1./52).String())
	b.button("Ask", true)
	b.says("red: yes. 26 cards are left: 13 diamonds, 13 hearts. ", info.Surprisal(1./26).String(), "1 answer told 1 bit", "that makes 5.7")
	b.drag(0, 4.5/13, 0.4, 7.5/13, 0.4) // diamonds, 5 to 8
	b.button("Ask", false)
	b.says("4 cards are left: 5 of diamonds, 6 of diamonds, 7 of diamonds, 8 of diamonds. ", "2 answers told "+info.Surprisal(4./52).String())
	b.do(chromedp.SetValue(chromedp.CSS(b.at("[name=to]")), "6"))
	b.script(`document.querySelector("[name=to]").dispatchEvent(new Event("input"))`)
	b.rest()
	b.button("Ask", true)
	b.isAt("?seed=13&suit=diamonds&from=5&to=6&asked=red-ace-king_diamonds-5-8_diamonds-5-6")
	b.press("[name=to]", "5")
	b.button("Ask", true)
	b.says("the 5 of diamonds", "4 answers told "+info.Surprisal(1./52).String())
	b.button("Another card", false)
	b.says("52 cards")
	b.button("Reset", false)
	b.isQuick()
	b.follow("seed=-3.7&suit=x&asked=red_any-2-6_any-11-12__").says("cards are left")
}

// The game hides what that of chapter 3 hides, and the book's player pays what the book
// says.
func tryShorthand(s tab) {
	b := s.open("shorthand", "")
	b.button("Tomorrow", true)
	b.says("Day 1: routine came", "25 %", "pay 2 bits")
	for i, share := range []string{"26", "30", "30", "24"} {
		b.fill(fmt.Sprintf("q.%d", i), share)
	}
	b.button("Tomorrow", true)
	b.speaks("sum to 110, 10 too many.")
	b.fill("q.3", "14")
	b.speaks("sum to 100.")
	if got := b.text("[role=status]"); strings.Contains(got, "Day") {
		s.Errorf("a new forecast speaks of what came: %q", got)
	}
	b.button("Tomorrow", false)
	b.says("Day 2: routine came", "26 %", info.Surprisal(0.26).String())
	b.drag(0, 0.2, 0.5, 0.2, 1)
	b.says("sum to 74, 26 too few.")
	b.button("Tomorrow", true)
	b.speaks("Day 2: routine came", "sum to 74, 26 too few.") // why it does nothing
	b.fill("q.3", "40")
	b.button("Tomorrow", true)
	b.says("Day 3: routine came, which you gave 0 %, and no number of bits pays for that.")
	b.fill("q.0", "2")
	b.do(chromedp.KeyEvent("3"))
	b.is("what is typed stays while it is", `document.activeElement.value === "23"`)
	b.fill("q.0", "230")
	b.says("sum to 200, 100 too many.") // more than all is all
	b.fill("q.0", "0")
	b.button("Tomorrow", true)
	b.waits("Day 4: ")
	b.button("Another friend", true)
	b.speaks("Friend 2, before day 1")
	b.button("Reset", true)
	b.isQuick()
	const played = "25-25-25-25 40-20-20-20 40-20-20-20 55-15-20-10 55-15-20-10 45-10-35-10 45-10-35-10" +
		" 45-10-35-10 40-10-40-10 40-10-40-10 40-10-40-10 40-10-40-10 40-10-40-10"
	b.follow("q=40,10,40,10&played=" + strings.ReplaceAll(played, " ", "_"))
	b.says("Day 13: routine", "paid 18.98,")
	b.button("Tomorrow", true)
	b.says("routine 35 %, friends 16 %, outing 47 %, first time 2 %",
		"paid 1.45 bits a day: H(p) = 1.578, a mean gap D(p‖q) of 0.2056", "−0.3333")
	if got := b.text("table"); !strings.Contains(got, "truth1.3321.5780−0.2457you1.451.5780.2056−0.3333even21.5780.4220hers2.5711.5780.6320.3614") {
		s.Errorf("table %q", got)
	}
	b.follow("played=0-100-0-0_1-2-3")
	b.says("Day 1: routine came, ", "no number of bits pays for that")
}

func tryPredict(s tab) {
	b := s.open("predict", "")
	p, q := info.Must(2./3, 1./3), info.Must(0.25, 0.75)
	tables := value[[][]float64](s, "library().then((info) => [...Array(40).keys()].map((seed) => info.pair(seed).flat()))")
	var infinite int
	for i, table := range tables {
		if slices.ContainsFunc(tables[max(0, i-10):i], func(other []float64) bool { return slices.Equal(table, other) }) {
			s.Errorf("table %d is one of the ten before", i)
		}
		if math.IsInf(float64(info.CrossEntropy(info.Must(table[:3]...), info.Must(table[3:]...))), 1) {
			infinite++
		}
	}
	if infinite != 10 {
		s.Errorf("%d of 40 tables are infinite", infinite)
	}
	b.press("[name=p]", "0,9")
	b.press("[name=q]", "4/5")
	b.press("[name=pq]", "inf")
	b.press("[name=gap]", "x")
	b.button("Show", true)
	b.says("2 of 4", info.CrossEntropy(p, q).String(), "D(p‖q) = "+number(float64(info.KullbackLeibler(p, q))))
	for range 12 {
		b.button("Another table", false)
		b.button("Show", true)
	}
	b.button("Reset", false)
	b.speaks("p = (2/3, 1/3, 0), q = (1/4, 3/4, 0).")
	b.isQuick()
	b.follow("seed=3&pq=7&gap=inf&shown=yes").says("1 of 4", "= ∞ bits")
}

// Whoever claims that each claim is broken is right at times, for every mistake, and sees
// what is wrong.
func tryMistake(s tab) {
	b := s.open("mistake", "")
	b.button("H(p, q) ≥ H(p)", true)
	b.speaks("holds for all")
	b.script("document.querySelectorAll('[role=status]').forEach((e) => e.replaceChildren())")
	b.button("H(p, q) = H(p) + D(p‖q)", true)
	b.speaks("“H(p, q) = H(p) + D(p‖q)” is not broken.")
	b.button("H(p) ≤ log₂ n, and equal for even p", false)
	b.says("p = (1/2, 1/2): H(p) = 0.6931, with log₂ n = 1", "natural logarithms throughout")
	b.button("Another mistake", true)
	b.speaks("q = (", "compute")
	broken := value[[]string](s, `library().then((info) => [...Array(100).keys()].map((seed) => {
		const [name, , , , found] = info.mistake(seed);
		return name + ": " + [0, 1, 2, 3, 4].filter((c) => found[c].length > 0).join(" ");
	}))`)
	slices.Sort(broken)
	want := []string{
		"p and q swapped in H(p, q): 0 1 2", "natural logarithms in H(p, q) alone: 0 1",
		"natural logarithms throughout: 3", "q clipped at 1e-7: 2", "the last outcome forgotten: 0 2 3 4",
		"D(q‖p) in place of D(p‖q): 1", "surprisals rounded up in H(p): 0 1 3",
	}
	slices.Sort(want)
	if broken = slices.Compact(broken); !slices.Equal(broken, want) {
		s.Errorf("%q", broken)
	}
	b.isQuick()
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
