package code

import (
	"cmp"
	"slices"

	"crossentropy/info"
)

// Huffman returns the lengths of Huffman's code for p, in binary digits, one an outcome,
// and 0 for an outcome of probability 0. The two rarest outcomes become one, as likely as
// both together; and so on, until one is left. An outcome's length is how often it, or
// what it had become part of, was one of the two.
//
// No prefix code has a smaller mean. Bounds: the mean is at least H(p) and less than
// H(p) + 1; it is H(p) where each p(x) is a power of two. A length is at most the number
// of outcomes less 1. Of equally likely outcomes the last counts as the rarest, and what
// outcomes have become as less rare than an outcome.
//
// Source: Huffman 1952; Cover & Thomas 2006, §5.6 and Theorem 5.8.1.
func Huffman(p info.Distribution) []int {
	outcomes := possible(p)
	slices.SortFunc(outcomes, func(x, y int) int { // the rarest first
		return cmp.Or(cmp.Compare(p.P(x), p.P(y)), y-x)
	})
	leaves := make([]float64, len(outcomes))
	for i, x := range outcomes {
		leaves[i] = p.P(x)
	}
	lengths := make([]int, p.Len())
	for i, depth := range depths(leaves) {
		lengths[outcomes[i]] = depth
	}
	return lengths
}

// depths returns how deep each leaf lies in Huffman's tree. Leaves come in order of
// probability, and so does what two have become, behind them: of both, the first that is
// not yet part of another is the rarest.
func depths(leaves []float64) []int {
	n := len(leaves)
	tree, parent := make([]float64, 2*n), make([]int, 2*n)
	copy(tree, leaves)
	leaf, merged := 0, n
	for next := n; next < 2*n-1; next++ {
		for range 2 {
			rarest := merged
			if leaf < n && (merged == next || tree[leaf] <= tree[merged]) {
				rarest, leaf = leaf, leaf+1
			} else {
				merged++
			}
			tree[next] += tree[rarest]
			parent[rarest] = next
		}
	}
	depth := make([]int, 2*n) // that of the root, which was made last, is 0
	for i := 2*n - 3; i >= 0; i-- {
		depth[i] = depth[parent[i]] + 1
	}
	return depth[:n]
}
