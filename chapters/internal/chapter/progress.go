package chapter

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"crossentropy/info"
)

// Watched returns r, and shows on a terminal how much of its size was read if that
// takes more than a second. A negative size is not known.
func Watched(r io.Reader, size int64) io.Reader {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return r
	}
	return &watched{r, bar(size, progressbar.OptionSetWidth(40), progressbar.OptionShowBytes(true))}
}

// bar appears after a second.
func bar(size int64, options ...progressbar.Option) *progressbar.ProgressBar {
	const second = time.Second
	return progressbar.NewOptions64(size, append(options,
		progressbar.OptionSetWriter(&late{os.Stderr, time.Now().Add(second)}),
		progressbar.OptionThrottle(second/10), progressbar.OptionClearOnFinish())...)
}

// Training shows on a terminal how training goes, if that takes more than a second.
// Call tell after each step, and done after the last.
func Training(what string) (tell func(step int, objective info.Nats), done func()) {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return func(int, info.Nats) {}, func() {}
	}
	line := bar(-1, progressbar.OptionSpinnerType(14))
	return func(step int, objective info.Nats) {
		line.Describe(fmt.Sprintf("%s: step %d, %v", what, step, objective.Bits()))
	}, func() { _ = line.Finish() } // a line that can't be drawn is no reason to stop
}

type watched struct {
	io.Reader
	bar *progressbar.ProgressBar
}

func (w *watched) Read(into []byte) (int, error) {
	n, err := w.Reader.Read(into)
	_ = w.bar.Add(n) // a bar that can't be drawn is no reason to stop
	if err != nil {
		_ = w.bar.Finish()
	}
	return n, err
}

// A late writer writes nothing until it is time.
type late struct {
	io.Writer
	after time.Time
}

func (l *late) Write(text []byte) (int, error) {
	if time.Now().Before(l.after) {
		return len(text), nil
	}
	return l.Writer.Write(text)
}
