package main

import "testing"

// Claim 1.1 (Gibbs' inequality). No model beats the truth:
//
//	H(p, q) ≥ H(p)
//
// It is an equality where p * q is.
//
// Source: Cover & Thomas 2006, Theorem 2.6.3.
func TestGibbs(t *testing.T) {
}

// Claim 2.1 (chain rule). Parts add up.
func TestChainRule(t *testing.T) {}
