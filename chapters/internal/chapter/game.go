package chapter

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/term"

	"crossentropy/info/data"
)

// A Terminal is what a game is played on. The game writes to it, and asks.
type Terminal struct {
	out     io.Writer
	answers <-chan answer   // closed where the input ends
	stopped <-chan struct{} // closed by an interrupt
	echoes  bool            // whether answers are to be shown, as those of a pipe are
	err     error           // the first of reading and of writing
}

// An answer is a line of the input, or why there are no more.
type answer struct {
	line string
	err  error
}

// Scripted returns a terminal on which a player gives these answers, and no more.
func Scripted(w io.Writer, lines ...string) *Terminal {
	answers := make(chan answer, len(lines))
	for _, line := range lines {
		answers <- answer{line: line}
	}
	close(answers)
	return &Terminal{out: w, answers: answers, echoes: true}
}

func (t *Terminal) Write(text []byte) (int, error) {
	n, err := t.out.Write(text)
	if t.err == nil {
		t.err = err
	}
	return n, err
}

// Ask writes the prompt and returns the answer, without spaces around it. There is none,
// and will be none, where the player gives up with q, or where the input ends.
func (t *Terminal) Ask(prompt string) (line string, ok bool) {
	fmt.Fprint(t, prompt)
	var a answer
	select {
	case <-t.stopped:
	case a, ok = <-t.answers:
	}
	if t.err == nil {
		t.err = a.err
	}
	line = strings.TrimSpace(strings.Map(visible, a.line))
	if t.echoes && ok {
		fmt.Fprint(t, line)
	}
	if t.echoes || !ok {
		fmt.Fprintln(t)
	}
	gaveUp := strings.EqualFold(line, "q") || strings.EqualFold(line, "quit")
	return line, ok && t.err == nil && !gaveUp
}

func visible(c rune) rune {
	if unicode.IsPrint(c) {
		return c
	}
	return ' '
}

// Quote returns an answer in quotation marks, cut where it is long.
func Quote(answer string) string { return `"` + Short(answer) + `"` }

// play plays the game with whoever is at the input, until it ends or is interrupted.
func (s Section) play(in Input, stdin *os.File, w io.Writer) error {
	in, err := in.only(s)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	t := &Terminal{
		out: w, answers: answersIn(stdin), stopped: ctx.Done(),
		echoes: !term.IsTerminal(int(stdin.Fd())),
	}
	if err := s.Play(t, in); err != nil {
		return fmt.Errorf("%s: %w", s.Name, err)
	}
	return t.err
}

func answersIn(input io.Reader) <-chan answer {
	answers := make(chan answer)
	go func() {
		lines := bufio.NewScanner(input)
		for lines.Scan() {
			answers <- answer{line: lines.Text()}
		}
		err := lines.Err()
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("standard input has a line of more than %d bytes", bufio.MaxScanTokenSize)
		}
		if err != nil {
			answers <- answer{err: err}
		}
		close(answers)
	}()
	return answers
}

// withoutGames leaves out games, unless one is all that there is. It is an error if they
// alone use a flag.
func withoutGames(sections []Section, given data.Flags) (rest []Section, err error) {
	if len(sections) == 1 {
		return sections, agree(sections, given)
	}
	for _, s := range sections {
		if s.Play == nil {
			rest = append(rest, s)
		}
	}
	for _, flag := range slices.Sorted(maps.Keys(given)) {
		if !slices.ContainsFunc(rest, func(s Section) bool { return s.uses(flag) }) {
			return nil, fmt.Errorf("-%s is for a game: name it", flag)
		}
	}
	return rest, nil
}

// agree returns an error where a game cannot be played as it is asked for: among other
// sections, or on an input that a flag reads.
func agree(sections []Section, given data.Flags) error {
	for _, s := range sections {
		if s.Play == nil {
			continue
		}
		if len(sections) > 1 {
			return fmt.Errorf("section %s is a game: name it alone", s.Name)
		}
		for _, flag := range given.Given("count", "model", "file") {
			if value := given[flag]; value == "-" || strings.HasSuffix(value, " -") {
				return fmt.Errorf("-%s and %s both read standard input, want one of them", flag, s.Name)
			}
		}
	}
	return nil
}
