package chapter

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// Watched returns r, and shows on a terminal how much of its size was read if that
// takes more than a second. A negative size is not known.
func Watched(r io.Reader, size int64) io.Reader {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return r
	}
	const second = time.Second
	return &watched{r, progressbar.NewOptions64(size,
		progressbar.OptionSetWriter(&late{os.Stderr, time.Now().Add(second)}),
		progressbar.OptionSetWidth(40), progressbar.OptionShowBytes(true),
		progressbar.OptionThrottle(second/10), progressbar.OptionClearOnFinish())}
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
