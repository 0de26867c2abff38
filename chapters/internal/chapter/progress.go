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
	return &watched{Reader: r, size: size, out: os.Stderr, start: time.Now()}
}

// patience is how long nothing is shown.
const patience = time.Second

type watched struct {
	io.Reader
	size, read int64
	out        io.Writer
	start      time.Time
	bar        *progressbar.ProgressBar
}

func (w *watched) Read(into []byte) (int, error) {
	n, err := w.Reader.Read(into)
	w.read += int64(n)
	if w.bar == nil && time.Since(w.start) > patience {
		w.bar = progressbar.NewOptions64(w.size,
			progressbar.OptionSetWriter(w.out), progressbar.OptionSetWidth(40),
			progressbar.OptionShowBytes(true), progressbar.OptionThrottle(patience/10),
			progressbar.OptionClearOnFinish())
	}
	if w.bar != nil {
		_ = w.bar.Set64(w.read) // a bar that can't be drawn is no reason to stop
	}
	if err != nil && w.bar != nil {
		_ = w.bar.Finish()
	}
	return n, err
}
