// Package runs knows what the project says when it is run: what the chapters
// print, the figures drawn, and the claims with what breaks them.
package runs

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

// An Output is what the programs of the project print.
type Output struct {
	Chapters map[string]string // by the names of their folders
	Figures  map[string][]byte // SVG by the names of the figures
	Claims   []byte            // the events of go test -json
}

// Run runs the chapters, the plots and the claims of the project at root, as a
// reader would. It uses go run, which keeps what it has linked for next time.
func Run(root string) (Output, error) {
	var out Output
	var chapters, figures, claims error
	var all sync.WaitGroup
	all.Go(func() { out.Chapters, chapters = runChapters(root) })
	all.Go(func() { out.Figures, figures = drawFigures(root) })
	all.Go(func() { out.Claims, claims = testClaims(root) })
	all.Wait()
	return out, errors.Join(chapters, figures, claims)
}

// runChapters runs the programs in folders such as chapters/01-surprisal.
func runChapters(root string) (map[string]string, error) {
	printed := map[string]string{}
	var errs []error
	dirs, _ := filepath.Glob(filepath.Join(root, "chapters", "*-*"))
	for _, d := range dirs {
		name := filepath.Base(d)
		out, err := goCommand(root, "run", "./chapters/"+name)
		if err != nil {
			errs = append(errs, fmt.Errorf("chapters/%s: %w", name, err))
		}
		printed[name] = string(out)
	}
	return printed, errors.Join(errs...)
}

func drawFigures(root string) (map[string][]byte, error) {
	dir, err := os.MkdirTemp("", "figures-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if _, err := goCommand(root, "run", "./plots", "-out", dir); err != nil {
		return nil, fmt.Errorf("plots: %w", err)
	}
	figures := map[string][]byte{}
	paths, _ := filepath.Glob(filepath.Join(dir, "*.svg"))
	for _, p := range paths {
		svg, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		figures[strings.TrimSuffix(filepath.Base(p), ".svg")] = svg
	}
	return figures, nil
}

// testClaims does not vet, which make lint does for the whole project.
func testClaims(root string) ([]byte, error) {
	events, err := goCommand(root, "test", "-json", "-vet=off", ".")
	if err != nil {
		_, failures := readTests(events)
		err = fmt.Errorf("%s: %s%w", ClaimsFile, failures, err)
	}
	return events, err
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
