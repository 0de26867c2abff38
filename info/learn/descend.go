package learn

import (
	"math"

	"crossentropy/info"
)

// A Watch is told the objective at m, in nats, when so many steps have been
// taken, 0 at the start, and says whether to go on. m changes with the next step:
// who wants to keep it keeps a copy. A nil Watch is told nothing, and goes on.
type Watch func(step int, m Linear, objective info.Nats) (on bool)

// MaxSteps is how many steps [Accelerate] takes at most.
const MaxSteps = 100_000

// Descend returns the classifier to which so many steps lead downhill
// from [Problem.Start], or fewer if watch says so. Each subtracts 1/L
// of the gradient, where L is [Problem.Smoothness]. None raises the
// objective, and its gap to the lowest value, which is reached at m*,
// is at most L·‖m*‖²/(2·steps). It panics where [Problem.Gradient]
// does.
//
// Source: Beck & Teboulle 2009, Theorem 3.1.
func Descend(p Problem, steps int, watch Watch) Linear {
	m, grad, rate := p.Start(), p.Start(), p.rate()
	for step := 0; ; step++ {
		cost := p.Gradient(m, grad)
		if !watch.tell(step, m, cost) || step >= steps || rate == 0 {
			return m
		}
		m.Add(-rate, grad)
	}
}

func (watch Watch) tell(step int, m Linear, objective info.Nats) (on bool) {
	return watch == nil || watch(step, m, objective)
}

// rate is 1/L. Where no step leads anywhere, it is 0.
func (p Problem) rate() float64 {
	smoothness := p.Smoothness()
	if smoothness == 0 {
		return 0
	}
	return 1 / smoothness // 0, too, where that is infinite
}

// Accelerate returns a classifier at which the norm of the gradient is at most
// tolerance, and the number of steps to it from [Problem.Start]. The steps are
// those of [Descend], but for momentum: each starts somewhat further on in the
// direction of the one before, as long as the gradient does not say that this
// leads uphill. A single step may raise the objective.
//
// The objective is convex, so that what it is above its lowest value, which is
// reached at m*, is at most tolerance·‖m − m*‖. With a penalty and without biases it is
// at most tolerance²/(2·Penalty) above (Boyd & Vandenberghe 2004, (9.9)). There need not
// be an m* if there is no penalty, as classes that a plane tells apart cost the less the
// larger the weights are; nor where a class has no rows and the biases are free.
//
// Special cases are:
//
//	steps is MaxSteps where the tolerance was not reached
//	steps is less, and the tolerance not reached, where watch said so
//	steps is 0 where the tolerance is NaN, or L is 0 or +Inf
//
// It panics where [Problem.Gradient] does.
//
// Source: Nesterov 1983; O'Donoghue & Candès 2015, §3.2, for the restart.
func Accelerate(
	p Problem, tolerance float64, watch Watch,
) (m Linear, steps int) {
	grad, rate := p.Start(), p.rate()
	run := momentum{p.Start(), p.Start(), p.Start(), 1}
	p.check(run.ahead, grad)
	for step := 0; ; step++ {
		on := watch.tell(step, run.ahead, p.gradient(run.ahead, grad))
		steep := math.Sqrt(grad.inner(grad)) > tolerance
		if !on || !steep || step == MaxSteps || rate == 0 {
			return run.ahead, step
		}
		run.step(rate, grad)
	}
}

// A momentum is where the last step led, where the next one starts, and how the
// two came about.
type momentum struct {
	here, ahead, change Linear
	since               float64 // 1 where it starts afresh, and about ½ more a step
}

// step goes down the gradient that was found ahead, and then on in the
// direction in which that led from here.
func (r *momentum) step(rate float64, grad Linear) {
	r.change.set(r.ahead)
	r.change.Add(-rate, grad)
	r.change.Add(-1, r.here)
	if r.change.inner(grad) > 0 { // uphill
		r.since = 1
	}
	before := r.since
	r.since = (1 + math.Sqrt(1+4*before*before)) / 2
	r.here.Add(1, r.change)
	r.ahead.set(r.here)
	r.ahead.Add((before-1)/r.since, r.change)
}
