package main

import (
	"gonum.org/v1/gonum/stat"

	"crossentropy/info"
)

// A contest is one quantity, computed by a peer in nats and by this library.
type contest struct {
	quantity   string
	n          int
	peer, ours func() float64
}

// contests are the quantities of two pairs of n outcomes, of which gonum is the peer,
// and this library computes them in bits. Where q is close to p, it takes another way
// to the divergences.
func contests(seed uint64, n int) []contest {
	far, near := draw(seed, n)
	return []contest{
		far.entropy(),
		far.crossEntropy(),
		far.kullbackLeibler(""),
		near.kullbackLeibler(", close"),
		far.jensenShannon(""),
		near.jensenShannon(", close"),
	}
}

func (a pair) entropy() contest {
	return contest{
		"Entropy", a.p.Len(),
		func() float64 { return stat.Entropy(a.ps) },
		func() float64 { return float64(info.Entropy(a.p)) },
	}
}

func (a pair) crossEntropy() contest {
	return contest{
		"CrossEntropy", a.p.Len(),
		func() float64 { return stat.CrossEntropy(a.ps, a.qs) },
		func() float64 { return float64(info.CrossEntropy(a.p, a.q)) },
	}
}

func (a pair) kullbackLeibler(which string) contest {
	return contest{
		"KullbackLeibler" + which, a.p.Len(),
		func() float64 { return stat.KullbackLeibler(a.ps, a.qs) },
		func() float64 { return float64(info.KullbackLeibler(a.p, a.q)) },
	}
}

func (a pair) jensenShannon(which string) contest {
	return contest{
		"JensenShannon" + which, a.p.Len(),
		func() float64 { return stat.JensenShannon(a.ps, a.qs) },
		func() float64 { return float64(info.JensenShannon(a.p, a.q)) },
	}
}
