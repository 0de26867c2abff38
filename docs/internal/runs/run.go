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
func Run(root string) (Output, []report.Problem) {
	var out Output
	problems := make([][]report.Problem, 3)
	var all sync.WaitGroup
	all.Go(func() { out.Chapters, problems[0] = runChapters(root) })
	all.Go(func() { out.Figures, problems[1] = runPlots(root) })
	all.Go(func() { out.Claims, problems[2] = runClaims(root) })
	all.Wait()
	return out, slices.Concat(problems...)
}

var chapterDir = regexp.MustCompile(`^(\d\d|[a-z])-`)

func runChapters(root string) (map[string]string, []report.Problem) {
	dirs, err := os.ReadDir(filepath.Join(root, "chapters"))
	if err != nil {
		return nil, []report.Problem{{File: "chapters", Text: err.Error()}}
	}
	printed := map[string]string{}
	var problems []report.Problem
	for _, d := range dirs {
		if !d.IsDir() || !chapterDir.MatchString(d.Name()) {
			continue
		}
		out, err := goCommand(root, "run", "./chapters/"+d.Name())
		if err != nil {
			problems = append(problems, report.Problem{File: "chapters/" + d.Name(), Text: err.Error()})
			continue
		}
		printed[d.Name()] = string(out)
	}
	return printed, problems
}

func runPlots(root string) (map[string][]byte, []report.Problem) {
	figures, err := drawn(root)
	if err != nil {
		return nil, []report.Problem{{File: "plots", Text: err.Error()}}
	}
	return figures, nil
}

func drawn(root string) (map[string][]byte, error) {
	dir, err := os.MkdirTemp("", "figures-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if _, err := goCommand(root, "run", "./plots", "-out", dir); err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*.svg"))
	figures := map[string][]byte{}
	for _, p := range paths {
		if err == nil {
			figures[strings.TrimSuffix(filepath.Base(p), ".svg")], err = os.ReadFile(p)
		}
	}
	return figures, err
}

// runClaims leaves vetting to who vets the project.
func runClaims(root string) ([]byte, []report.Problem) {
	events, err := goCommand(root, "test", "-json", "-vet=off", ".")
	if err != nil {
		return nil, []report.Problem{{File: ClaimsFile, Text: readTests(events).failure + err.Error()}}
	}
	return events, nil
}

// goCommand runs the go command at the root and returns what it prints.
func goCommand(root string, args ...string) ([]byte, error) {
	var out, errs bytes.Buffer
	c := exec.Command("go", args...)
	c.Dir, c.Stdout, c.Stderr = root, &out, &errs
	if err := c.Run(); err != nil {
		return out.Bytes(), fmt.Errorf("%w: %s", err, strings.TrimSpace(errs.String()))
	}
	return out.Bytes(), nil
}
