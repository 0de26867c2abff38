package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat"

	"crossentropy/info"
	"crossentropy/info/learn"
	"crossentropy/plots/internal/page"
)

// These are tests of the numbers behind the figures.

func TestLostLessSavedIsTheDivergence(t *testing.T) {
	for name, ex := range samples {
		lost, saved := ex.lostAndSaved()
		d := float64(info.KullbackLeibler(ex.p, ex.q))
		if math.Abs(float64(lost-saved)-d) > 1e-12*(1+float64(lost)) { // a few roundings of the greater
			t.Errorf("%s: %v lost, %v saved, want a difference of %v", name, lost, saved, d)
		}
	}
}

// L is the largest curvature of each loss, and no more.
func TestBinaryLessons(t *testing.T) {
	const h = 1e-4
	for _, l := range []binaryLesson{crossEntropyLesson, squaredLesson} {
		var most float64
		for z := -10.; z <= 10; z += 0.01 {
			most = max(most, math.Abs(l.gradient(z+h)-l.gradient(z-h))/(2*h))
		}
		if !(most <= l.steepest+1e-8 && most >= l.steepest*(1-1e-4)) { // of h², and of the grid
			t.Errorf("the largest curvature is %v, want %v", most, l.steepest)
		}
	}
}

func TestCanonicalCode(t *testing.T) {
	for _, tt := range []struct {
		p    info.Distribution
		want []string
	}{
		{diary, []string{"0", "10", "110", "111"}},
		{shorthand, []string{"110", "0", "10", "111"}},
		{info.Must(0.5, 0, 0.5), []string{"0", "", "1"}},
		{info.Must(0.7, 0.2, 0.1), nil},
		{info.Must(1), nil},
	} {
		if got := canonicalCode(tt.p); !slices.Equal(got, tt.want) {
			t.Errorf("canonicalCode%v = %q, want %q", tt.p, got, tt.want)
		}
	}
}

func TestWordsUseUpTheBudget(t *testing.T) {
	for name, ex := range samples {
		if refuseLargeTrees(ex) != nil {
			continue
		}
		words, leaves := huffmanCode(ex.p)
		at := 0.0 // each leaf stands over the middle of its part of the bar
		for _, x := range leaves {
			node := nodeOf(words[x])
			if want := at + uses(words[x])/2; node.X != want || node.Y != -float64(len(words[x])) {
				t.Errorf("%s: %s stands at %v, want %v", name, words[x], node, want)
			}
			at += uses(words[x])
		}
		if at != 1 {
			t.Errorf("%s: %q use up %v", name, words, at)
		}
	}
}

func TestBlocksKeepToTheirBounds(t *testing.T) {
	for name, ex := range samples {
		h, digits := float64(info.Entropy(ex.p)), huffmanOfBlocks(ex.p)
		for i, d := range digits {
			if k := float64(i + 1); !(d >= h-1e-12*(1+h) && d < h+1/k) { // a few roundings
				t.Errorf("%s: %v digits in blocks of %v, want from %v to %v", name, d, k, h, h+1/k)
			}
		}
		if n := float64(ex.p.Len()); len(digits) < longestBlock && math.Pow(n, float64(len(digits)+1)) <= mostBlocks {
			t.Errorf("%s: only blocks of up to %d", name, len(digits))
		}
	}
	for title, p := range map[string]info.Distribution{
		blocksTitle: fourWords().p,
		"Blocks bring Huffman’s code near the entropy, but the longest not nearest": info.Must(0.9, 0.1),
		"What is certain takes no digits":                                           info.Must(1, 0),
		"Huffman’s code takes no more than the entropy, without any blocks":         info.Uniform(2),
	} {
		if got := blocksFinding(example{p: p}); got != title {
			t.Errorf("%v: %q, want %q", p, got, title)
		}
	}
	want := []float64{1.9, 1.865, 1.859, 1.853225} // of a priority queue in Python
	for i, got := range huffmanOfBlocks(fourWords().p)[:len(want)] {
		if !(math.Abs(got-want[i]) < 1e-12) {
			t.Errorf("%v digits in blocks of %d, want %v", got, i+1, want[i])
		}
	}
}

// The band holds 95 of 100 diaries, and the seeds are fixed.
func TestBandHoldsDiaries(t *testing.T) {
	const all, days, deviations = 200, 1000, 4
	within := 0.0
	for number := range all {
		mean := meanSurprisals(diary, number, days)[days-1]
		if math.Abs(mean-float64(info.Entropy(diary))) <= halfWidth(deviation(diary), days) {
			within++
		}
	}
	luck := deviations * math.Sqrt(0.95*0.05/all)
	if share := within / all; !(math.Abs(share-0.95) < luck) {
		t.Errorf("the band holds %v, want 0.95 ± %.2g", share, luck)
	}
}

func TestGapOfTheBowl(t *testing.T) {
	for _, heads := range []float64{0, 0.03, 0.2, 0.3, 0.5, 0.51, 0.9, 1} {
		b := hollowOf(example{p: coin(heads)})
		gap := float64(info.KullbackLeibler(coin(heads), coin(b.model)))
		if !(math.Abs(b.rim-b.floor-gap) < 1e-12) || !(gap > 0.3) {
			t.Errorf("p = %v: %+v, want a gap of %v", heads, b, gap)
		}
		for _, q := range []float64{0, 0.25, 0.75, 1} { // the far end is the furthest
			js := info.JensenShannon(coin(heads), coin(q))
			if far := info.JensenShannon(coin(heads), coin(farEnd(coin(heads)))); js > far {
				t.Errorf("p = %v: %v at %v, %v at the far end", heads, js, q, far)
			}
		}
	}
}

func TestContourIsLevel(t *testing.T) {
	for _, level := range []info.Bits{0.25, 0.75, 1, 1.25, 1.5} {
		onSides := 0
		for _, p := range ringOf(level) {
			if h := p.entropy(); math.Abs(float64(h-level)) > 1e-6 {
				t.Errorf("on the contour of %v, %v has %v", level, p, h)
			}
			if slices.Min(p[:]) < 1e-9 {
				onSides++
			}
		}
		if (onSides == 6) != (level <= 1) {
			t.Errorf("the contour of %v meets the sides %d times", level, onSides)
		}
	}
	off := info.Must(0.3, 0.3, 0.4+info.Tolerance-1e-16)
	simplex.of(example{p: off, q: off}, bookLook) // panics where a tolerated sum has no entropy
}

func TestTemperatureOneIsP(t *testing.T) {
	for name, ex := range samples {
		q := ex.heated(1)
		for i, p := range ex.p.All() {
			if !(math.Abs(q.P(i)-p) <= 1e-14*p) { // of a logarithm up to 14 and its power
				t.Errorf("%s: outcome %d has %v at T = 1, want %v", name, i, q.P(i), p)
			}
		}
	}
}

func TestTies(t *testing.T) {
	for _, tt := range []struct {
		ex   example
		want string
	}{
		{tomorrow(), "[[0] [1] [2] [3]] first time"},
		{example{p: info.Must(0.25, 0.5, 0.25)}, "[[1] [0 2]] *x*_{1}, *x*_{3}"},
		{example{p: info.Uniform(4)}, "[[0 1 2 3]] *x*_{1} and 3 others"},
	} {
		ties := tt.ex.ties()
		if got := fmt.Sprint(ties, " ", tt.ex.together(ties[len(ties)-1])); got != tt.want {
			t.Errorf("ties %s, want %s", got, tt.want)
		}
	}
}

func TestDaysHaveTheWordsOfTheDiary(t *testing.T) {
	j := diaryOfDays()
	if got := j.Y().String(); got != diary.String() {
		t.Errorf("the words have %v, want %v", got, diary)
	}
	sum := info.Entropy(j.Y()) + entropyXGivenY(j)
	if math.Abs(float64(sum-j.Entropy())) > 1e-14 { // a few roundings
		t.Errorf("H(Y) + H(X|Y) = %v, want H(X, Y) = %v", sum, j.Entropy())
	}
}

func TestValley(t *testing.T) {
	v := tumourValley()
	m, grad := v.problem.Start(), v.problem.Start()
	for _, c := range v.contours {
		for _, xy := range c.ring {
			m.Weights[0][0], m.Weights[0][1] = xy.X, xy.Y
			h := v.problem.Gradient(m, grad) - c.level.Nats()
			off := math.Abs(float64(h)) / math.Hypot(grad.Weights[0][0], grad.Weights[0][1])
			// A tenth of a point on the paper, of 6 or of 42 for a unit of weight.
			inWhole := xy.X > -28 && xy.X < 8 && xy.Y > -3 && xy.Y < 32
			inNear := xy.X > -2.1 && xy.X < 2.9 && xy.Y > -0.5 && xy.Y < 4.2
			if inWhole && !(off < 0.1/6) || inNear && !(off < 0.1/42) {
				t.Errorf("%v is %.2g off the contour of %v", xy, off, c.level)
			}
		}
	}
	above := func(all []stop) info.Bits { return all[walked].loss - v.least.loss }
	if !(above(v.plain) > 10*above(v.momentum)) {
		t.Errorf("after %d steps %v above the least, and %v with momentum",
			walked, above(v.plain), above(v.momentum))
	}
}

func TestHeatMakesTheModelReliable(t *testing.T) {
	cold, hot := testAnswers()
	// gap is how far the share of right answers is from what was said, on average.
	gap := func(a learn.Answers) (sum float64) {
		for _, b := range bins(a) {
			sum += float64(b.N) / float64(len(a.Targets)) * math.Abs(b.Forecast-b.Share)
		}
		return sum
	}
	for _, b := range bins(cold) {
		if b.Share > b.Forecast {
			t.Errorf("as trained, %+v is not too sure", b)
		}
	}
	if before, after := gap(cold), gap(hot); !(after < before/2) {
		t.Errorf("the gap is %v before and %v after", before, after)
	}
	var ten info.Bits
	for _, m := range costliest() {
		ten += m.Cost
	}
	share := float64(ten/hot.Loss()) / float64(len(hot.Targets))
	if len(hot.Targets) != 599 || !(share > 1./3 && share < 0.5) {
		t.Errorf("ten of %d have %v of the loss", len(hot.Targets), share)
	}
}

var update = flag.Bool("update", false, "write down what gonum and this library say")

func TestWhatIsWrittenDown(t *testing.T) {
	// Fused products round the terms, of 1 at most, otherwise; an error of the
	// sum is one of the terms.
	const roundings, ulps4 = 1e-15, 4 * 0x1p-52
	s := readComparison()
	p := info.Must(s.P[0], s.P[1])
	for i, d := range s.Divergences {
		epsilon, written, truth := d["epsilon"], d["gonum"], d["truth"]
		q := []float64{s.P[0] + epsilon, s.P[1] - epsilon}
		says := stat.KullbackLeibler(s.P[:], q) / math.Ln2
		if !*update && !(math.Abs(says-written) <= roundings) {
			t.Errorf("ε = %v: gonum says %v, written down is %v", epsilon, says, written)
		}
		s.Divergences[i]["gonum"] = says
		here := float64(info.KullbackLeibler(p, info.Must(q...)))
		for name, want := range map[string]float64{"true": truth, "written down": d["here"]} {
			if !*update && !(math.Abs(here-want) <= ulps4*truth) {
				t.Errorf("ε = %v: D(p‖q) = %v, %s is %v", epsilon, here, name, want)
			}
		}
		s.Divergences[i]["here"] = here
	}
	if *update {
		writeDown(t, s)
	}
}

func writeDown(t *testing.T, s comparison) {
	requires, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	version := regexp.MustCompile(`gonum\.org/v1/gonum v(\S+)`).FindSubmatch(requires)
	s.Versions["gonum"] = string(version[1])
	text, err := json.MarshalIndent(s, "", "\t")
	if err == nil {
		err = os.WriteFile("digits.json", append(text, '\n'), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// The figure's numbers are those of chapter 7.
func TestNewton(t *testing.T) {
	r := newton()
	for name, off := range map[string]float64{
		"counted": r.counted[5] - 0.9189, "added": r.added[5] - 2.3408, "mixed": r.mixed[5] - 1.8366,
	} {
		if math.Abs(off) > 1e-4 {
			t.Errorf("%s: off by %v", name, off)
		}
	}
}

func TestGapOfTheMixture(t *testing.T) {
	gap := base{}.arch(mixedCoin) - base{}.chord(mixedCoin)
	js := float64(info.JensenShannon(coin(oneCoin), coin(anotherCoin)))
	if !(math.Abs(gap-js) <= 1e-12) {
		t.Errorf("the gap is %v, JS(p, q) = %v", gap, js)
	}
}

func TestProperScoresAreLeastAtTheTruth(t *testing.T) {
	least := func(cost func(float64) float64) (best float64) {
		for yhat := 0.0; yhat <= 1; yhat += 0.01 {
			if cost(yhat) < cost(best) {
				best = yhat
			}
		}
		return best
	}
	for name, off := range map[string]float64{
		"cross entropy": least(logScore) - scoredEvent, "squared error": least(squaredScore) - scoredEvent,
		"absolute error": least(absoluteScore) - 1,
	} {
		if !(math.Abs(off) <= 0.011) { // a step of the search, and its roundings
			t.Errorf("%s is least %v away", name, off)
		}
	}
}

func TestFourTimesTheTossesHalveTheRange(t *testing.T) {
	width := func(n int) float64 { return edge(n, 1) - edge(n, 0) }
	for i, n := range tossed[1:] {
		if ratio := width(n) / width(tossed[i]); n != 4*tossed[i] || !(math.Abs(ratio-0.5) <= 0.05) {
			t.Errorf("%d tosses leave %v of what %d do", n, ratio, tossed[i])
		}
	}
}

// In nats an amount is ln 2 times that in bits, on axes and in words, and no bits are left.
func TestBaseE(t *testing.T) {
	svg := drawn(t, "-base", "e", "-p", "0.5,0.5", "-format", "svg")
	for _, files := range []map[string]string{svg, drawn(t, "-base", "e")} {
		for name, file := range files {
			if regexp.MustCompile(`\b(bits?|log)\b|log₂`).MatchString(file) || !strings.Contains(file, "nats") {
				t.Errorf("%s says bits, or no nats", name)
			}
		}
	}
	for name, want := range map[string]string{
		"binary-entropy": ">0.6931 nats at ", "code-lengths": "= 0.693 nats, rounded<", "cost": ") = 0.6931",
	} {
		if !strings.Contains(svg[name+".svg"], want) {
			t.Errorf("%s does not say %s", name, want)
		}
	}
}

// What a reader adds up is what is written, of all p and q, what each outcome loses or saves too, or the
// caption says that it is rounded. Every number is rounded as it is.
func TestWrittenSumsAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const all = 600
	addUp := 0
	for k := range all {
		n := 2 + k%(page.MostListed-1)
		p, q := make([]float64, n), make([]float64, n)
		for i := range p {
			p[i], q[i] = r.Float64(), r.Float64()
		}
		truth, _ := info.Normalize(p...)
		model, _ := info.Normalize(q...)
		ex := example{p: truth, q: model}
		s := ex.totals()
		write := s.write
		lost, saved := number(t, write, s.lost), number(t, write, s.saved)
		h, ce, d := number(t, write, s.h), number(t, write, s.ce), number(t, write, s.d)
		isOff := math.Abs(h+lost-saved-ce) > 1e-9 || math.Abs(h+d-ce) > 1e-9
		for i := range n {
			if loss := float64(ex.loss(i)); loss > nothing {
				lost -= number(t, write, loss)
			} else if loss < -nothing {
				saved -= number(t, write, -loss)
			}
		}
		isOff = isOff || math.Abs(lost) > 1e-9 || math.Abs(saved) > 1e-9
		if isOff != strings.HasSuffix(ex.costCaption(), ", rounded") {
			t.Errorf("%v, %v: off %v, and the caption says %q", p, q, isOff, ex.costCaption())
		}
		if !isOff {
			addUp++
		}
	}
	if addUp == 0 || addUp == all {
		t.Errorf("%d of %d add up", addUp, all)
	}
}

func TestDigits(t *testing.T) {
	for x, want := range map[float64]string{
		0.75: "0.750", 13: "13.0", 0.99996: "1.00", 123.4: "123", 15234.6: "15\u2009235", 0: "0.00", -2: "−2.00",
		0.000012: "1.20\u00a0×\u00a010^{−5}", -2.5e7: "−2.50\u00a0×\u00a010^{7}",
	} {
		if got := page.Digits(x, 3); got != want {
			t.Errorf("%v is written %s, want %s", x, got, want)
		}
	}
}

// The measures of a unit have as many decimals, all of them.
func TestMeasuresOfAUnitAreAlike(t *testing.T) {
	ex := example{p: info.Must(0.5, 0.3, 0.2), q: info.Must(0.5, 0.25, 0.25)}
	page.Draw(page.Figure{Draw: func(pg *page.Page) {
		var got []string
		for _, r := range ex.rows(pg, ex.costs()) {
			got = append(got, r.Cell(0))
		}
		if want := []string{"*x*_{1}", "0.50", "0.50", "1.00", "1.00"}; !slices.Equal(got, want) {
			t.Errorf("the first outcome has %q, want %q", got, want)
		}
	}}, page.Look{Width: page.Width})
}

// Titles that would be false of what is drawn give way.
func TestTitlesGiveWay(t *testing.T) {
	three := info.Must(0.4, 0.4, 0.2)
	for _, tt := range []struct {
		figure
		p    info.Distribution
		want string
	}{
		{temperature, info.Must(0.5, 0.3, 0.2), temperatureTitle},
		{temperature, info.Must(0.5, 0.5), "Equal odds stay equal at any temperature"},
		{temperature, info.Must(0, 0.5, 0.5), "Equal odds stay equal at any temperature"},
		{temperature, three, "Heat levels the odds, cold leaves only the likeliest"},
		{temperature, info.Must(0, 1), "What is certain stays so at any temperature"},
		{twoTexts, info.Must(0.4, 0.2, 0.4), twoTextsTitle},
		{plugIn, three, plugInTitle},
		{plugIn, info.Must(0.5, 0, 0.5), "A small sample is not as even as what it is of, and its counts tell too little"},
		{twoTexts, three, "Two distributions that are the same cost as much under either"},
	} {
		if got := tt.finds(example{p: tt.p, q: three}); got != tt.want {
			t.Errorf("%s of %v: %q, want %q", tt.name, tt.p, got, tt.want)
		}
	}
}
