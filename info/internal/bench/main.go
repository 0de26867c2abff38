// Command bench times the library beside gonum and beside code written plainly, and
// its counting of bytes beside ent.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

const usage = `usage: go run ./info/internal/bench [-rounds n] [-bytes n] [-seed s]

Times this library and gonum's stat on the same distributions, by turns, its loss
of 1024 rows of 1000 logits beside the same written plainly, and the counting of
bytes in memory, from a file, and by ent if it is installed. What is
slow is no error. It takes half a minute.

  -rounds n   time each quantity in n rounds, the largest in half as many and
              the bytes in a twentieth (default 100)
  -bytes n    count n bytes of text, or skip that if n is 0 (default 256000000)
  -seed s     draw the distributions with seed s (default 1)
`

// options are what the flags say.
type options struct {
	rounds int
	bytes  int
	seed   uint64
}

func main() {
	os.Exit(command(os.Args[1:], os.Stdout, os.Stderr))
}

func command(args []string, out, errs io.Writer) int {
	o, err := parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(out, usage)
		return 0
	}
	if err != nil {
		fmt.Fprintf(errs, "bench: %v\n", err)
		return 2
	}
	if err := bench(o, []int{10, 1000, 1_000_000}, out, errs); err != nil {
		fmt.Fprintf(errs, "bench: %v\n", err)
		return 1
	}
	return 0
}

func parse(args []string) (o options, err error) {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.IntVar(&o.rounds, "rounds", 100, "")
	flags.IntVar(&o.bytes, "bytes", 256e6, "")
	flags.Uint64Var(&o.seed, "seed", 1, "")
	switch err := flags.Parse(args); {
	case err != nil:
		return o, err
	case flags.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case o.rounds < 1:
		return o, fmt.Errorf("-rounds is %d, want at least 1", o.rounds)
	case o.bytes < 0:
		return o, fmt.Errorf("-bytes is %d, want at least 0", o.bytes)
	}
	return o, nil
}

// bench compares for each number of outcomes in sizes, and the loss, then counts, and
// prints a table of each.
func bench(o options, sizes []int, out, errs io.Writer) error {
	var races []*race
	for _, n := range sizes {
		for _, c := range contests(o.seed, n) {
			races = append(races, newRace(c))
		}
	}
	races = append(races, newRace(lossAndSlopes(o.seed)))
	run(races, o.rounds, watch(errs, "quantities", o.rounds))
	if _, err := io.WriteString(out, raceTable(races, o)); err != nil || o.bytes == 0 {
		return err
	}
	counting, err := count(o, errs)
	if err == nil {
		_, err = io.WriteString(out, "\n"+counting)
	}
	return err
}
