package main

import "crossentropy/info"

// lengths returns the ideal lengths of a codeword of outcome i for p and for q.
func (ex example) lengths(i int) (own, model float64) {
	return float64(info.Surprisal(ex.p.P(i))), float64(info.Surprisal(ex.q.P(i)))
}

// lostAndSaved returns what the lengths for q lose and save, on average, where
// they are longer and where they are shorter than those for p.
func (ex example) lostAndSaved() (lost, saved float64) {
	for i, p := range ex.p.All() {
		if p > 0 {
			own, model := ex.lengths(i)
			lost += p * max(0, model-own)
			saved += p * max(0, own-model)
		}
	}
	return lost, saved
}
