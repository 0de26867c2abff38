// Package progress shows on a terminal how far a program has come, once that has
// taken a second. Where standard error is no terminal it shows nothing.
package progress

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// Reading returns a reader of file that shows how much of it was read. Call done
// after the last byte.
func Reading(file *os.File) (r io.Reader, done func()) {
	size := int64(-1) // of a pipe, say
	if stat, err := file.Stat(); err == nil && stat.Mode().IsRegular() {
		size = stat.Size()
	}
	bar := start(size, progressbar.OptionSetWidth(15), progressbar.OptionShowBytes(size < 0))
	return io.TeeReader(file, bar), func() { finish(bar) }
}

// Working returns what says how far the work has come. Call done after the last.
func Working() (say func(string), done func()) {
	bar := start(-1, progressbar.OptionSpinnerType(14), progressbar.OptionSetElapsedTime(false))
	say = func(text string) {
		if columns, _, err := term.GetSize(int(os.Stderr.Fd())); err == nil {
			text = fit(text, columns-4) // beside the spinner and its spaces
		}
		bar.Describe(text)
	}
	return say, func() { finish(bar) }
}

// fit cuts the beginning of a text that is wider than so many columns: what
// changes stands at its end.
func fit(text string, columns int) string {
	letters := []rune(text)
	if over := len(letters) - max(columns, 1); over > 0 {
		return "…" + string(letters[over+1:])
	}
	return text
}

func start(size int64, options ...progressbar.Option) *progressbar.ProgressBar {
	var out io.Writer = &late{os.Stderr, time.Now().Add(time.Second)}
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		out = io.Discard
	}
	return progressbar.NewOptions64(size, append(options, progressbar.OptionSetWriter(out),
		progressbar.OptionThrottle(time.Second/10), progressbar.OptionClearOnFinish())...)
}

func finish(bar *progressbar.ProgressBar) { _ = bar.Finish() } // no line is no reason to stop

// A late writer writes nothing until it is time.
type late struct {
	io.Writer
	due time.Time
}

func (l *late) Write(text []byte) (int, error) {
	if time.Now().Before(l.due) {
		return len(text), nil
	}
	return l.Writer.Write(text)
}
