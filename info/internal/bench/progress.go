package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// watch returns a bar of some steps, which is gone after the last of them. Where
// errs is no terminal it is never seen.
func watch(errs io.Writer, what string, steps int) *progressbar.ProgressBar {
	f, ok := errs.(*os.File)
	return progressbar.NewOptions(steps,
		progressbar.OptionSetVisibility(ok && term.IsTerminal(int(f.Fd()))),
		progressbar.OptionSetWriter(errs), progressbar.OptionSetDescription(what),
		progressbar.OptionSetWidth(40), progressbar.OptionThrottle(time.Second/10),
		progressbar.OptionClearOnFinish())
}
