package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/loss"
	"crossentropy/info/sample"
)

// script is what the book's player types.
var script = []string{
	"2 0 0 0", "5 0 0 0", "-3 -3 1", "-3 -3 1 1", "0 -1 0 0.4", "0 -1.5 0 1",
}

const (
	farthest = 10              // that a logit goes from 0
	near     = info.Nats(0.05) // is what a loss may be above its floor
)

// A round is a truth, and logits that the player moves towards it.
type round struct {
	what   string // which words come
	truth  info.Distribution
	logits []float64
	moves  int
}

// play lets the player set logits against one truth after the other.
func play(t *chapter.Terminal, in chapter.Input) error {
	fmt.Fprintf(t, "Set a logit for each word: %s.\n"+
		"Softmax makes q of them. You see the slopes q − t, and not the truth t. In few\n"+
		"moves bring the loss to less than %.4g nats above its floor, H(t). Three times,\n"+
		"from logits of 0, of which each goes from −%d to %d; q ends.\n",
		chapter.Fit(50, in.Words, "%s", ", "), float64(near), farthest, farthest)
	for i, g := range rounds(in.Words, rand.New(rand.NewPCG(in.Seed, 1990))) {
		fmt.Fprintf(t, "\nRound %d: %s. Get below %v.\n", i+1, g.what, g.goal())
		reached := g.play(t)
		g.sumUp(t, in.Words)
		if !reached {
			break
		}
	}
	fmt.Fprintf(t, "\nWho knows t needs one move, z = ln t, and -10 for 0. Other truths: -seed %d\n", in.Seed+1)
	return nil
}

// rounds are of one word that came, of two that come, and of all.
func rounds(words []string, r *rand.Rand) []*round {
	n := len(words)
	order := r.Perm(n)
	one, two := make([]float64, n), make([]float64, n)
	one[order[0]] = 1
	for i, share := range sample.Percentages(2, r).All() {
		two[order[i+1]] = share
	}
	all := sample.Percentages(n, r)
	for info.KullbackLeibler(all, info.Uniform(n)) < 0.4 { // equal logits would do
		all = sample.Percentages(n, r)
	}
	return []*round{
		{words[order[0]] + " came", info.Must(one...), make([]float64, n), 0},
		{"two words come, you do not know how often", info.Must(two...), make([]float64, n), 0},
		{"all words come, you do not know how often", all, make([]float64, n), 0},
	}
}

// goal is what the loss must fall below.
func (g *round) goal() info.Nats { return info.Entropy(g.truth).Nats() + near }

// play asks for logits until the loss is below the goal. The question stands behind the
// row of the logits before.
func (g *round) play(t *chapter.Terminal) (reached bool) {
	n := len(g.logits)
	fmt.Fprintf(t, "   %-*s  %-*s    nats    bits\n", 5*n, "q", 6*n, " q − t")
	for {
		cost, slopes := price(g.truth, g.logits)
		row := g.row(cost, slopes)
		if cost < g.goal() {
			fmt.Fprintln(t, row)
			return true
		}
		logits, ok := ask(t, row+" > ", n)
		if !ok {
			return false
		}
		g.logits = logits
		g.moves++
	}
}

// price is the loss of logits, and its slope in each.
func price(truth info.Distribution, logits []float64) (info.Nats, []float64) {
	slopes := [][]float64{make([]float64, len(logits))}
	target := [][]float64{truth.Probabilities()}
	sum := must(loss.CrossEntropy{}.Soft([][]float64{logits}, target, slopes))
	return sum.Total, slopes[0]
}

func (g *round) row(cost info.Nats, slopes []float64) string {
	row := fmt.Sprintf("%2d ", g.moves)
	for _, qx := range must(loss.Softmax(g.logits...)).All() {
		row += fmt.Sprintf("%-5.2f", qx)
	}
	row += " "
	for _, slope := range slopes {
		row += fmt.Sprintf("%6.2f", math.Round(100*slope)/100+0) // no −0
	}
	return row + fmt.Sprintf("%8.4f%8.4f", float64(cost), float64(cost.Bits()))
}

// ask asks until it is answered with n logits.
func ask(t *chapter.Terminal, prompt string, n int) (logits []float64, ok bool) {
	for {
		typed, ok := t.Ask(prompt)
		if !ok {
			return nil, false
		}
		logits, err := readLogits(typed, n)
		if err == nil {
			return logits, true
		}
		fmt.Fprintln(t, err)
		prompt = strings.Repeat(" ", chapter.Width(prompt)-2) + "> "
	}
}

// readLogits reads n logits, with spaces or commas between them.
func readLogits(typed string, n int) (logits []float64, err error) {
	fields := strings.Fields(strings.NewReplacer(",", " ", "−", "-").Replace(typed))
	for _, field := range fields {
		z, err := strconv.ParseFloat(field, 64)
		if err != nil || !(math.Abs(z) <= farthest) {
			return nil, fmt.Errorf("%s: type %d logits from −%d to %d, or q",
				chapter.Quote(field), n, farthest, farthest)
		}
		logits = append(logits, z)
	}
	if len(logits) != n {
		return nil, fmt.Errorf("%s, want %d from −%d to %d, or q",
			data.Count(len(logits), "logit"), n, farthest, farthest)
	}
	return logits, nil
}

// sumUp says what gradient descent does, and what the truth was.
func (g *round) sumUp(w io.Writer, words []string) {
	after, needed := g.descend()
	var parts []string
	for x, tx := range g.truth.All() {
		if tx > 0 {
			parts = append(parts, fmt.Sprintf("%s %.4g %%", words[x], 100*tx))
		}
	}
	fmt.Fprintf(w, "Gradient descent with step 1 takes %d moves, and after %d is at %v.\n"+
		"The truth: %s.\n", needed, g.moves, after, chapter.Fit(68, parts, "%s", ", "))
}

// descend subtracts the slopes from logits of 0. It returns the loss after as many steps
// as the player has taken, and how many bring it below the goal.
func (g *round) descend() (after info.Nats, needed int) {
	z := make([]float64, len(g.logits))
	for step := 0; ; step++ {
		cost, slopes := price(g.truth, z)
		if step == g.moves {
			after = cost
		}
		if needed == 0 && cost < g.goal() {
			needed = step
		}
		if needed > 0 && step >= g.moves {
			return after, needed
		}
		for x, slope := range slopes {
			z[x] -= slope
		}
	}
}
