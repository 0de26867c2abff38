package claim

import (
	"fmt"
	"hash/fnv"
	"math/rand"
	"runtime"
	"sync"

	"github.com/leanovate/gopter"

	"crossentropy/info/arbitrary"
)

// A counterexample is a case of which a property is false.
type counterexample[T any] struct {
	number        int
	drawn, shrunk T
	verdict       Verdict // of the shrunk case
}

// search tries the property on the cases of the claim so named, or on one of
// them alone, until it is false. gopter counts the cases and shares them out among
// the processors. What it would draw them from depends on how many came before, so
// each is drawn from a source of its own, and can be drawn again alone. They are
// begun in order, so the first that is false is found whoever is quicker.
func search[T any](
	name string, g arbitrary.Gen[T], property Property[T], l Library, only int,
) (*counterexample[T], shapes) {
	parameters := gopter.DefaultTestParametersWithSeed(int64(*seed))
	parameters.MinSuccessfulTests, parameters.Workers = *cases, runtime.GOMAXPROCS(0)
	next := 0
	if only >= 0 {
		parameters.MinSuccessfulTests, next = 1, only
	}
	if only >= 0 || *report != "" { // the report looks at one case after the other
		parameters.Workers = 1
	}
	past := next + parameters.MinSuccessfulTests
	var found *counterexample[T]
	tried := shapes{}
	var turn sync.Mutex
	gopter.Prop(func(*gopter.GenParameters) *gopter.PropResult {
		turn.Lock()
		defer turn.Unlock()
		if found != nil || next == past {
			return &gopter.PropResult{Status: gopter.PropFalse}
		}
		number := next
		next++
		turn.Unlock()
		x, shape := g.Draw(rand.New(newSource(name, number)))
		v := judge(property, l, x)
		turn.Lock()
		tried[shape]++
		if v != True && (found == nil || number < found.number) {
			found = &counterexample[T]{number: number, drawn: x, shrunk: x, verdict: v}
		}
		return &gopter.PropResult{Status: gopter.PropTrue}
	}).Check(parameters)
	if found != nil {
		found.shrink(g, property, l)
	}
	return found, tried
}

// shrink moves to a simpler case that is false as well until there is none.
func (c *counterexample[T]) shrink(g arbitrary.Gen[T], property Property[T], l Library) {
	for moved := g.Shrink != nil; moved; {
		moved = false
		for _, x := range g.Shrink(c.shrunk) {
			if v := judge(property, l, x); v != True {
				c.shrunk, c.verdict, moved = x, v, true
				break
			}
		}
	}
}

// judge applies the property. A panic is a verdict too.
func judge[T any](property Property[T], l Library, x T) (v Verdict) {
	defer func() {
		if r := recover(); r != nil {
			v = Verdict(fmt.Sprint("panic: ", r))
		}
	}()
	return property(l, x)
}

// A source is splitmix64, whose state is quick to set for every case.
// Source: Steele, Lea & Flood 2014.
type source uint64

// newSource depends on the seed, the claim and the number of the case.
func newSource(name string, number int) *source {
	h := fnv.New64a()
	fmt.Fprint(h, *seed, name, number)
	s := source(h.Sum64())
	return &s
}

func (s *source) Uint64() uint64 {
	*s += 0x9e3779b97f4a7c15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (s *source) Int63() int64 { return int64(s.Uint64() >> 1) }

func (s *source) Seed(seed int64) { *s = source(seed) }
