package site

import (
	"fmt"
	"testing"

	"crossentropy/info"
)

// The explorables of part one say what the library says.
func TestExplorablesOfPartOne(t *testing.T) {
	s := openShop(t)
	for name, try := range map[string]func(t *testing.T, s shop){
		"surprisal": trySurprisal,
	} {
		t.Run(name, func(t *testing.T) { try(t, s) })
	}
}

func trySurprisal(t *testing.T, s shop) {
	b := s.open(t, "surprisal", "")
	b.says(fmt.Sprint("tells ", info.Surprisal(0.125)))
	b.press("[name=p]", right)
	b.says("probability 0.126 ", fmt.Sprint("tells ", info.Surprisal(0.126)))
	b.button("Half as likely", true)
	b.says(fmt.Sprint("tells ", info.Surprisal(0.063)))
	if got := b.address(); got != "?p=0.063" {
		t.Errorf("address %q", got)
	}
	b.drag(0, 0.5, 0.5, 1, 0.5)
	b.says("tells 0 bits: you knew")
	b.press("[name=p]", home)
	b.says("∞")
	b.button("Reset", false)
	b.says(fmt.Sprint("tells ", info.Surprisal(0.125)))
	s.open(t, "surprisal", "p=7&x=%").says("probability 1 ")
}
