package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// patience is how long nothing is shown.
const patience = time.Second

// A progress shows on a terminal how many files were printed, if printing takes
// longer than patience.
type progress struct {
	out         io.Writer // nil where nobody looks
	start       time.Time
	done, total int
	bar         *progressbar.ProgressBar
}

func newProgress(total int) *progress {
	pr := &progress{start: time.Now(), total: total}
	if term.IsTerminal(int(os.Stderr.Fd())) {
		pr.out = os.Stderr
	}
	return pr
}

// step counts one more file.
func (pr *progress) step() {
	pr.done++
	if pr.out == nil || pr.bar == nil && time.Since(pr.start) < patience {
		return
	}
	if pr.bar == nil {
		pr.bar = progressbar.NewOptions(pr.total,
			progressbar.OptionSetWriter(pr.out), progressbar.OptionSetWidth(40),
			progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
	}
	_ = pr.bar.Set(pr.done) // a bar that can't be drawn is no reason to stop
}

// end clears the line.
func (pr *progress) end() {
	if pr.bar != nil {
		_ = pr.bar.Finish()
	}
}
