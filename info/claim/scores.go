package claim

import (
	"fmt"
	"math"
)

// whole is a number with a sign: 0, 1, −1, 2, −2, …
func whole(n uint16) float64 {
	if n%2 == 1 {
		return float64(n/2) + 1
	}
	return 0 - float64(n/2)
}

// logit is a whole number of at most 32, then one in 64ths, and of the largest numbers
// m·2ᵉ, where the last six bits are m, and the others say how far e is from 0, up to
// 958 and down to −959.
func logit(n uint16) float64 {
	const wide = 1 << 12
	switch {
	case n < 64:
		return whole(n)
	case n < wide:
		return whole(n) / 64
	}
	e := int(n-wide) >> 6
	if e%2 == 1 {
		e = -e
	}
	return math.Ldexp(whole(n&63), e)
}

// modest is a logit of at most 30: a whole number first, and then one in quarters.
func modest(n uint16) float64 {
	if n <= 60 {
		return whole(n)
	}
	return whole(n%241) / 4
}

// A Forecast is a target and the probability that a model gives to class 1.
type Forecast struct {
	draw
	Y, Yhat float64
}

func (x Forecast) String() string {
	return fmt.Sprintf("y = %s, ŷ = %s", fraction(x.Y, 3), fraction(x.Yhat, 3))
}

var (
	Forecasts = made(shape{beside: 3}, func(d draw) Forecast { return Forecast{d, d.eighths(0), d.chance(1)} }).
			SuchThat(func(x Forecast) bool { return x.Yhat >= 0 })
	// OpenForecasts are neither 0 nor 1, but down to 2⁻²⁰⁰ and up to 1 − 2⁻³¹.
	OpenForecasts = made(shape{beside: 4}, func(d draw) Forecast {
		yhat := simple(2 + d.upTo(61, 1))
		if d.upTo(1, 2) == 1 {
			return Forecast{d, d.eighths(0), 1 - math.Ldexp(yhat, -d.upTo(25, 3))}
		}
		return Forecast{d, d.eighths(0), math.Ldexp(yhat, -d.upTo(194, 3))}
	})
)

// A Scored is a target and the logit that a model gives to class 1.
type Scored struct {
	draw
	Y, Z float64
}

func (x Scored) String() string {
	return fmt.Sprintf("y = %s, z = %s", fraction(x.Y, 3), fraction(x.Z, 3))
}

// Scores have logits from 1e-300 to 1e300 of either sign, and ModestScores logits
// of at most 30, whose forecasts a float can tell from 0 and 1. RoundedScores have
// targets of which 1 − y is rounded at times. The logits of WrongScores speak against
// a target of 1, and those of RightScores for it.
var (
	Scores = made(shape{beside: 2}, func(d draw) Scored {
		return Scored{d, d.eighths(0), logit(d.beside[1])}
	})
	ModestScores = made(shape{beside: 2}, func(d draw) Scored {
		return Scored{d, d.eighths(0), modest(d.beside[1])}
	})
	RoundedScores = made(shape{beside: 3}, func(d draw) Scored {
		return Scored{d, d.chance(0), logit(d.beside[2])}
	}).SuchThat(func(x Scored) bool { return x.Y >= 0 })
	WrongScores = made(shape{beside: 1}, func(d draw) Scored {
		return Scored{d, 1, 0 - math.Abs(logit(d.beside[0]))}
	})
	RightScores = made(shape{beside: 1}, func(d draw) Scored {
		return Scored{d, 1, math.Abs(logit(d.beside[0]))}
	}).SuchThat(func(x Scored) bool { return x.Z > 0 })
)

// A Rivalry is a target and the logits that two models give to class 1.
type Rivalry struct {
	draw
	Y, Z, Other float64
}

func (x Rivalry) String() string {
	return fmt.Sprintf("y = %s, logits %s and %s", fraction(x.Y, 3), fraction(x.Z, 3), fraction(x.Other, 3))
}

var Rivals = made(shape{beside: 3}, func(d draw) Rivalry {
	return Rivalry{d, d.eighths(0), logit(d.beside[1]), logit(d.beside[2])}
})

// A Weighted is logits with a target each, and how much class 1 weighs.
type Weighted struct {
	draw
	Targets, Logits []float64
	Weight          float64
}

func (x Weighted) String() string {
	return fmt.Sprintf("y = %s, z = %s, weight %s", list(x.Targets), list(x.Logits), fraction(x.Weight, 3))
}

// WeightedScores have up to three logits.
var WeightedScores = made(shape{columns: 2, beside: 1, rows: 3}, func(d draw) Weighted {
	eighths := func(n uint16) float64 { return simple(int(n % 9)) }
	return Weighted{d, d.each(0, eighths), d.each(1, logit), float64(d.upTo(31, 0)) / 4}
})

// Labels are so many ones and noughts, and a constant forecast of them.
type Labels struct {
	draw
	Ones, Noughts, Yhat float64
}

func (x Labels) String() string {
	return fmt.Sprintf("%v ones, %v noughts, ŷ = %s", x.Ones, x.Noughts, fraction(x.Yhat, 3))
}

var ConstantForecasts = made(shape{beside: 4}, func(d draw) Labels {
	return Labels{d, float64(d.upTo(40, 0)), float64(d.upTo(40, 1)), d.chance(2)}
}).SuchThat(func(x Labels) bool { return x.Ones+x.Noughts > 0 && x.Yhat >= 0 })
