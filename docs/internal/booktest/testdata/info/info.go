package info

// Nats converts.
func (b Bits) Nats() Nats {
	return Nats(b) * 0.693
}

// Bits is a unit.
type Bits float64 // of information
