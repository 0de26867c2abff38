// Package runs knows what the project says when it is run: what the chapters
// print, the figures drawn, and the claims with what breaks them.
package runs

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"crossentropy/docs/internal/report"
)

// An Output is what the programs of the project print.
type Output struct {
	Chapters map[string]string // by the names of their folders
	Figures  map[string][]byte // SVG by the names of the figures
	Claims   []byte            // the events of go test -json
}

// Run runs the chapters, the plots and the claims of the project at root, as a
// reader would. It uses go run, which keeps what it has linked for next time. When
// ctx is done, it waits for what runs, and fails. Where programs fail, the error is
// a [report.Problems].
func Run(ctx context.Context, root string) (Output, error) {
	var out Output
	tmp, err := os.MkdirTemp("", "book-")
	if err != nil {
		return out, err
	}
	defer os.RemoveAll(tmp)
	in := project{root, tmp}
	if _, err := in.goCommand(ctx, "list", "./chapters/...", "./plots", "."); err != nil {
		return out, err // once, where it would be that of each program
	}
	var chapters, figures, claims report.Problems
	var all sync.WaitGroup
	all.Go(func() { out.Chapters, chapters = in.runChapters(ctx) })
	all.Go(func() { out.Figures, figures = in.drawFigures(ctx) })
	all.Go(func() { out.Claims, claims = in.testClaims(ctx) })
	all.Wait()
	if problems := slices.Concat(chapters, figures, claims); len(problems) > 0 {
		return out, problems
	}
	return out, nil
}

// Try runs go commands as a reader would, from the root, and says why each fails that does.
func Try(ctx context.Context, root string, commands [][]string) []error {
	errs := make([]error, len(commands))
	aFewAtATime(len(commands), func(i int) {
		_, errs[i] = project{root: root}.goCommand(ctx, commands[i]...)
	})
	return errs
}

// aFewAtATime does things 0 to n − 1, two for each processor, as building waits for files,
// too.
func aFewAtATime(n int, do func(i int)) {
	slots := make(chan struct{}, 2*runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for i := range n {
		slots <- struct{}{}
		all.Go(func() {
			defer func() { <-slots }()
			do(i)
		})
	}
	all.Wait()
}

// A project is run from its root, with a folder for temporary files.
type project struct{ root, tmp string }

// runChapters runs the programs in folders such as chapters/01-surprisal.
func (in project) runChapters(ctx context.Context) (map[string]string, report.Problems) {
	printed := map[string]string{}
	var problems report.Problems
	var one sync.Mutex // of the two above
	dirs, _ := filepath.Glob(filepath.Join(in.root, "chapters", "*-*"))
	aFewAtATime(len(dirs), func(i int) {
		name := filepath.Base(dirs[i])
		out, err := in.goCommand(ctx, "run", "./chapters/"+name)
		one.Lock()
		defer one.Unlock()
		if err != nil {
			problems.Add("chapters/"+name, 0, "%v", err)
		}
		printed[name] = string(out)
	})
	return printed, problems
}

func (in project) drawFigures(ctx context.Context) (map[string][]byte, report.Problems) {
	figures := map[string][]byte{}
	var problems report.Problems
	dir := filepath.Join(in.tmp, "figures")
	if _, err := in.goCommand(ctx, "run", "./plots", "-out", dir); err != nil {
		problems.Add("plots", 0, "%v", err)
	}
	paths, _ := filepath.Glob(filepath.Join(dir, "*.svg"))
	for _, p := range paths {
		svg, err := os.ReadFile(p)
		if err != nil {
			problems.Add("plots", 0, "%v", err)
		}
		figures[strings.TrimSuffix(filepath.Base(p), ".svg")] = svg
	}
	return figures, problems
}

// testClaims does not vet, which make lint does for the whole project.
func (in project) testClaims(ctx context.Context) ([]byte, report.Problems) {
	var problems report.Problems
	events, err := in.goCommand(ctx, "test", "-json", "-vet=off", ".")
	if err != nil {
		_, failures := readTests(events)
		problems.Add(ClaimsFile, 0, "%s%v", failures, err)
	}
	return events, problems
}

// goCommand runs the go command at the root and returns what it prints. When ctx
// is done it interrupts the command, which then waits for the program that it runs.
// To kill it would leave that running.
func (in project) goCommand(ctx context.Context, args ...string) ([]byte, error) {
	var out, errs bytes.Buffer
	c := exec.CommandContext(ctx, "go", args...)
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	c.Dir, c.Stdout, c.Stderr = in.root, &out, &errs
	c.Env = append(os.Environ(), "GOTMPDIR="+in.tmp, "GOGC=400") // memory for time
	err := c.Run()
	if err != nil {
		err = fmt.Errorf("go %s: %w", args[0], err)
	}
	if said := strings.TrimSpace(errs.String()); err != nil && said != "" {
		lines := slices.Compact(strings.Split(said, "\n")) // go may say a thing for each package
		err = fmt.Errorf("%w: %s", err, strings.Join(lines, "\n"))
	}
	return out.Bytes(), err
}
