// Package runs knows what the project says when it is run: what the chapters
// print, the figures drawn, and the claims with what breaks them.
package runs

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"crossentropy/docs/internal/report"
)

// An Output is what the programs of the project print.
type Output struct {
	Chapters map[string]string // by the names of their folders
	Figures  map[string][]byte // SVG by the names of the figures
	Claims   []byte            // the events of go test -json, nil where a claim fails
}

// Run runs the chapters, the plots and the claims of the project at root, as a
// reader would. It uses go run, which keeps what it has linked for next time.
func Run(root string) (Output, report.Problems) {
	var out Output
	var chapters, plots, claims report.Problems
	var all sync.WaitGroup
	all.Go(func() { out.Chapters = runChapters(root, &chapters) })
	all.Go(func() { out.Figures = runPlots(root, &plots) })
	all.Go(func() { out.Claims = runClaims(root, &claims) })
	all.Wait()
	return out, slices.Concat(chapters, plots, claims)
}

var chapterDir = regexp.MustCompile(`^(\d\d|[a-z])-`)

func runChapters(root string, problems *report.Problems) map[string]string {
	dirs, err := os.ReadDir(filepath.Join(root, "chapters"))
	if err != nil {
		problems.Add("chapters", 0, "%v", err)
	}
	printed := map[string]string{}
	for _, d := range dirs {
		if !d.IsDir() || !chapterDir.MatchString(d.Name()) {
			continue
		}
		out, err := goCommand(root, "run", "./chapters/"+d.Name())
		if err != nil {
			problems.Add("chapters/"+d.Name(), 0, "%v", err)
			continue
		}
		printed[d.Name()] = string(out)
	}
	return printed
}

func runPlots(root string, problems *report.Problems) map[string][]byte {
	figures := map[string][]byte{}
	dir, err := os.MkdirTemp("", "figures-")
	if err == nil {
		defer os.RemoveAll(dir)
		_, err = goCommand(root, "run", "./plots", "-out", dir)
	}
	paths, _ := filepath.Glob(filepath.Join(dir, "*.svg"))
	for _, p := range paths {
		if err == nil {
			figures[strings.TrimSuffix(filepath.Base(p), ".svg")], err = os.ReadFile(p)
		}
	}
	if err != nil {
		problems.Add("plots", 0, "%v", err)
	}
	return figures
}

// runClaims leaves vetting to who vets the project.
func runClaims(root string, problems *report.Problems) []byte {
	events, err := goCommand(root, "test", "-json", "-vet=off", ".")
	if err != nil {
		problems.Add(ClaimsFile, 0, "%s%v", readTests(events).failure, err)
		return nil
	}
	return events
}

// goCommand runs the go command at the root and returns what it prints.
func goCommand(root string, args ...string) ([]byte, error) {
	var out, errs bytes.Buffer
	c := exec.Command("go", args...)
	c.Dir, c.Stdout, c.Stderr = root, &out, &errs
	err := c.Run()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, strings.TrimSpace(errs.String()))
	}
	return out.Bytes(), err
}
