package site

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/language"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// The explorables of part two say what the library says.
func TestExplorablesOfPartTwo(t *testing.T) {
	t.Parallel()
	s := openTab(t)
	for name, try := range map[string]func(s tab){
		"lumps": tryLumps, "logits": tryLogits, "descent": tryDescent,
		"reliability": tryReliability, "guess": tryGuess, "sentence": trySentence,
	} {
		s.try(name, try)
	}
}

// fill types a text into a field, in the place of what is there.
func (b bench) fill(name, text string) {
	b.Helper()
	field := b.at(fmt.Sprintf("[name=%q]", name))
	b.script(fmt.Sprintf("document.querySelector(%q).select()", field))
	b.do(chromedp.SendKeys(chromedp.CSS(field), text))
	b.rest()
}

func tryLumps(s tab) {
	all := data.Tumours()
	lumps := func(seed uint64) []int {
		return rand.New(rand.NewPCG(seed, 1993)).Perm(len(all.Y))[:20] // as in the game
	}
	first := lumps(1)
	b := s.open("lumps", "")
	b.says("a radius of "+number(all.X[first[0]][0]),
		fmt.Sprintf("At 37 %% you pay %v if it is malignant, and %v if", loss.Binary(1, 0.37).Bits(), loss.Binary(0, 0.37).Bits()))
	b.press("[name=forecast]", right)
	b.button("Tell me", true)
	b.says(fmt.Sprint("you said 38 % and paid ", loss.Binary(float64(all.Y[first[0]]), 0.38).Bits()),
		"Lump 2 of 20 has a radius of "+number(all.X[first[1]][0]))
	b.speaks("Lump 1 was", "Lump 2 of 20 has a radius of")
	b.press("[name=forecast]", right)
	b.speaks("At 39 % you pay")
	if got := b.text("[role=status]"); strings.Contains(got, "Lump") {
		s.Errorf("a new forecast speaks of what is known: %q", got)
	}
	b.drag(0, 0.5, 0.5, 0.5, 1)
	b.says("At 0 % you pay ∞ bits if it is malignant, and 0 bits if")
	b.isAt("?forecast=0&said=38")
	b.button("Other lumps", false)
	b.says("Lump 1 of 20 has a radius of " + number(all.X[lumps(2)[0]][0]))
	b.button("Reset", true)
	b.says("Lump 1 of 20", "At 37 %")

	said := make([]string, 25)
	var base, model info.Bits
	for i := range said {
		said[i] = "40"
	}
	facts := lumpFacts().(map[string]any)
	for _, i := range first {
		y := float64(all.Y[i])
		base += loss.Binary(y, all.BaseRate().P(1)).Bits()
		model += loss.BinaryLogit(y, facts["bias"].(float64)+facts["weight"].(float64)*all.X[i][0]).Bits()
	}
	b.follow("said=" + strings.Join(said, ","))
	b.do(chromedp.WaitVisible(chromedp.CSS(b.at("[name=forecast]:disabled"))))
	b.says("for 20 lumps", number(float64(model)), number(float64(base)))
	s.do(chromedp.EmulateViewport(320, 568))
	b.follow("said=10,20")
	b.script("document.documentElement.style.fontSize = '200%'")
	b.button("Tell me", true)
	b.is("the end of what large letters say is in sight of what was pressed", `((words, button) => {
		return words.bottom > 100 && words.bottom <= button.top;
	})(...[document.querySelector(".words"), document.activeElement].map((e) => e.getBoundingClientRect()))`)
	b.script("document.documentElement.style.fontSize = ''")
	s.do(chromedp.EmulateViewport(768, 1000))
	b.follow("seed=-3&said=-5,x").says("Lump 1 of 20")
	b.follow("said=-5,0,0,0,0,0,0,0").says("Lump 9 of 20")
}

func tryLogits(s tab) {
	says := func(b bench, z []float64, class int, l loss.CrossEntropy, temperature float64) {
		s.Helper()
		heated := learn.Heat([][]float64{z}, temperature)
		slopes := [][]float64{make([]float64, 4)}
		sum, err := l.Classes(heated, []int{class}, slopes)
		if err != nil {
			s.Fatal(err)
		}
		q, _ := loss.Softmax(heated[0]...)
		b.says("has q = "+number(q.P(class)),
			fmt.Sprintf("costs %s nats, or %v. ", number(float64(sum.Total)), sum.Total.Bits()))
		for _, slope := range slopes[0] {
			if got, want := b.text("table"), number(slope/temperature); !strings.Contains(got, want) {
				s.Errorf("slopes %q, want %s", got, want)
			}
		}
	}
	b := s.open("logits", "")
	says(b, []float64{2, 1, 0, -1}, 1, loss.CrossEntropy{}, 1)
	b.press(`[name="z.1"]`, right)
	says(b, []float64{2, 1.1, 0, -1}, 1, loss.CrossEntropy{}, 1)
	b.press("[name=right]", "f")
	b.click("[name=t]") // the middle
	b.follow("z=2,1,0,-1&right=first+time&t=2&smoothing=0.1&weights=1,2,4,4")
	says(b, []float64{2, 1, 0, -1}, 3, loss.CrossEntropy{Weight: []float64{1, 2, 4, 4}, Smoothing: 0.1}, 2)
	b.button("Reset", true)
	says(b, []float64{2, 1, 0, -1}, 1, loss.CrossEntropy{}, 1)
	b.follow("weights=0,0,0,0")
	b.says("friends weighs 0")
	for _, key := range []string{"z.0", "z.1", "t", "smoothing", "weights.1"} {
		b.press(fmt.Sprintf("[name=%q]", key), end)
		b.press(fmt.Sprintf("[name=%q]", key), home)
	}
	s.do(chromedp.EmulateViewport(640, 400))
	b.follow("z=1,2&right=nobody&t=0&smoothing=7")
	b.says("friends has q = ")
	b.press(`[name="weights.1"]`, left)
	b.do(chromedp.KeyEvent("\t", chromedp.KeyModifiers(chromedp.ModifierShift)))
	b.is("the name of a group is in sight of its first", `((at) => at.name === "weights.0" &&
		at.closest("fieldset").getBoundingClientRect().top > document.querySelector(".seen").getBoundingClientRect().bottom)(document.activeElement)`)
	s.do(chromedp.EmulateViewport(768, 1000))
}

func tryDescent(s tab) {
	facts := lumpFacts().(map[string]any)
	p := learn.Problem{
		Data:   learn.Data{X: facts["valley"].([][]float64), Y: facts["malignant"].([]int), Classes: 2},
		Pinned: true, NoBias: true,
	}
	says := func(b bench, rate, momentum float64, steps int) {
		s.Helper()
		at, pace, grad := p.Start(), p.Start(), p.Start()
		for range steps {
			p.Gradient(at, grad)
			pace.Add(momentum-1, pace)
			pace.Add(1, grad)
			at.Add(-rate/p.Smoothness(), pace)
		}
		b.waits(fmt.Sprintf("After %d step", steps), fmt.Sprintf(" of %s/L", number(rate)),
			fmt.Sprintf("weights are %s and %s", number(at.Weights[0][0]), number(at.Weights[0][1])),
			fmt.Sprintf("the loss is %v,", p.Objective(at).Bits()))
	}
	b := s.open("descent", "")
	b.says("1/L is "+number(1/p.Smoothness()), "no step is taken")
	b.button("One step", true)
	says(b, 1, 0, 1)
	b.press("[name=steps]", end)
	says(b, 1, 0, 200)
	b.says("None led uphill: so short a step never does")
	b.press("[name=rate]", end)
	says(b, 40, 0, 200)
	b.speaks("of the steps led uphill")
	b.press("[name=momentum]", end)
	says(b, 40, 0.99, 200)
	b.says("outside the picture")
	b.drag(1, 0.5, 0.5, 0, 0.5)
	b.says("no step is taken")
	b.button("Reset", false)
	b.drag(1, 0.5, 0.5, 0.9, 0.5) // from where Run goes on
	b.button("Run", false)
	says(b, 1, 0, 200)
	b.isAt("?steps=200")
	s.do(chromedp.EmulateViewport(320, 568))
	b.follow("rate=5&momentum=0.9&steps=65.4")
	says(b, 5, 0.9, 65)
	b.script("document.querySelector('button + button').scrollIntoView({ block: 'end' })")
	b.is("the map is in sight of Run", `document.querySelector("svg").getBoundingClientRect().top > 57`)
	s.do(chromedp.EmulateViewport(768, 1000))
}

func tryReliability(s tab) {
	training, validation, test := data.DigitThirds()
	trial := learn.NewTrial(training, validation, test, 1e-4)
	answers := trial.Run.Trained().Answer(trial.Test)
	says := func(b bench, temperature float64) {
		s.Helper()
		a := answers.At(temperature)
		bin := learn.Reliability(first(a.Confidence()), second(a.Confidence()), 10)[9]
		b.says(fmt.Sprintf("a digit costs %v", a.Loss()), "as trained "+number(float64(answers.Loss())),
			fmt.Sprintf("Of %d it is at least 90 %% sure, %s %% on average, and right in %s %%",
				bin.N, number(100*bin.Forecast), number(100*bin.Share)),
			number(100*a.Right())+" % are right")
		if got, want := b.text("details table"), fmt.Sprintf("90 to 100%d%s%s", bin.N, number(100*bin.Forecast), number(100*bin.Share)); !strings.Contains(got, want) {
			s.Errorf("T = %v: bins %q, want %q", temperature, got, want)
		}
		for i, m := range a.Costliest(10) {
			want := fmt.Sprintf("%d as %d: %s", m.Target, m.Said, number(float64(m.Cost)))
			if got := b.text(fmt.Sprintf("figure:nth-of-type(%d)", i+1)); got != want {
				s.Errorf("T = %v: dearest %q, want %q", temperature, got, want)
			}
		}
	}
	b := s.open("reliability", "")
	says(b, 1)
	b.press("[name=t]", right)
	says(b, 1.01)
	b.button("As fitted on others", false)
	says(b, trial.Temperature)
	b.press("[name=t]", end)
	says(b, 6)
	b.drag(1, 0.5, 0.5, 0, 0.5)
	b.says("At T = 0 a digit costs ∞ bits; ", " at least 90 % sure, 100 % on average")
	b.button("Reset", true)
	says(b, 1)
	says(b.follow("t=0.5"), 0.5)
	b.follow("t=2.28").says("to four digits no T is cheaper")
	s.do(chromedp.EmulateViewport(320, 568))
	b.follow("t=4.36")
	s.none("a count runs into the next:", `[...document.querySelectorAll(".over")].filter((e, i, all) => {
		const { right, top } = e.getBoundingClientRect(), next = all[i + 1]?.getBoundingClientRect();
		return next && right > next.left && Math.abs(top - next.top) < 12;
	}).map((e) => e.textContent)`)
	s.do(chromedp.EmulateViewport(768, 1000))
}

func first[A, B any](a A, _ B) A  { return a }
func second[A, B any](_ A, b B) B { return b }

func tryGuess(s tab) {
	b := s.open("guess", "seed=8")
	b.says("42 letters", "None of 42 is found")
	keys := func() float64 {
		return value[float64](s, fmt.Sprintf("document.querySelector(%q).offsetTop", b.at(".keys")))
	}
	before := keys()
	b.fill("letters", "TB a") // t and b in vain, a space in vain, and a
	b.says("a, guess 4; the next is after “a”", "1 of 42 is found")
	b.button("_", false)
	b.says("space, guess 1; the next is after “a” and a space")
	b.button("x", true)
	b.button("x", true)
	b.speaks("x was tried already")
	b.script("document.querySelector('[role=status]').replaceChildren()")
	b.button("x", true)
	b.speaks("x was tried already")
	b.fill("letters", "é")
	b.says("“é” does not count", "26 letters are left", info.Surprisal(1./26).String())
	b.button("Give it away", false)
	var you info.Counts[int]
	for _, n := range []int{4, 1, 27} {
		you.Add(n)
	}
	if got := b.words(); strings.Contains(got, "a letter") {
		s.Errorf("three letters are found, and it says %q", got)
	}
	b.isAt("?seed=8&typed=tb_a_xxx%C3%A9%3F")

	b.fill("letters", "rop_of_rain_bends_the_light_of_the_sun_more")
	for range len("rop_of_rain_bends_the_light_of_the_sun_") {
		you.Add(1)
	}
	b.says("It was: a drop of rain", "what was given away included", fmt.Sprintf("hold %v a letter", you.Entropy()+info.Surprisal(1./26)/42))
	b.is("there is no letter more to press", `[...document.querySelectorAll(".keys button")].every((key) => key.ariaDisabled === "true")`)
	if after := keys(); after != before {
		s.Errorf("the letters to press move from %v to %v", before, after)
	}
	c := language.NewCounts(5)
	c.Add(language.Letters(data.Opticks()))
	known := "a_drop_of_rain_bends_the_light_of_the_sun_"
	contexts := c.Interpolated(5, 0.5, len(c.Alphabet())).Cost(known) / 42
	all, _ := data.Languages()
	pairs := all[0].Train.AddLambda(1, 0.1, 27).Cost(known) / 42
	b.waits("for contexts in Newton's text")
	for _, forecast := range []info.Bits{pairs, contexts} {
		if got, want := b.text("table"), number(float64(forecast)); !strings.Contains(got, want) {
			s.Errorf("table %q, want %s", got, want)
		}
	}
	b.button("Another sentence", true)
	b.says("A sentence is hidden")
	b.button("Reset", false)
	b.says("39 letters", "None of 39 is found")
	b.follow("seed=0&typed=%F0%9F%98%80%3FA9").says("1 of ", " is found")
	b.follow("seed=99999").says("A sentence is hidden")
}

func trySentence(s tab) {
	all, alphabet := data.Languages()
	says := func(b bench, text, under string) {
		s.Helper()
		var costs []info.Bits
		for _, l := range all {
			costs = append(costs, l.Train.AddLambda(1, 0.1, len(alphabet)).Cost(text))
		}
		least := slices.Index(costs, slices.Min(costs))
		reader := least
		if i := slices.IndexFunc(all, func(l data.Language) bool { return l.Name == under }); i >= 0 {
			reader = i
		}
		n := len([]rune(text))
		b.says(fmt.Sprintf("most likely %s: %v,", all[least].Name, costs[least]),
			fmt.Sprintf("Under %s its %d letters, spaces and the one at the end among them, cost %v each", all[reader].Name, n, costs[reader]/info.Bits(n)))
		for _, h := range all[reader].Train.AddLambda(1, 0.1, len(alphabet)).Surprisals(text) {
			if want := fmt.Sprint(math.Round(float64(h))); !strings.Contains(b.text(".letters"), want) {
				s.Errorf("letters %q, want %s", b.text(".letters"), want)
			}
		}
		want := number(language.Posterior(costs...).P(reader))
		if want == "1" {
			want = "nearly 1"
		}
		if got := b.text("table"); !strings.Contains(got, want) {
			s.Errorf("table %q, want %s", got, want)
		}
	}
	b := s.open("sentence", "")
	says(b, "wie_spät_ist_es_denn_jetzt_", "")
	b.press("[name=under]", "Fin")
	says(b, "wie_spät_ist_es_denn_jetzt_", "Finnish")
	b.isAt("?under=Finnish")
	b.button("Reset", false)
	b.fill("text", "Where are you? 42 ☃ жук")
	says(b, "where_are_you_", "")
	b.says("left out: 7 characters")
	b.fill("text", " ☃🙂")
	b.says("None of these is a letter")
	says(b.follow("text=Hol%20van%20a%20ku%CC%88lcs&under=x"), "hol_van_a_külcs_", "")
}
