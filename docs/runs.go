package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
)

// run builds and runs what the book quotes: the chapters, the plots and the
// claims, the claims beside the rest.
func run(root string) (*book, []problem) {
	b := &book{files: os.DirFS(root), chapters: map[string]sections{}}
	tmp, err := os.MkdirTemp("", "weave-")
	if err != nil {
		return nil, []problem{{"docs", 0, err.Error()}}
	}
	defer os.RemoveAll(tmp)
	var problems, failures []problem
	var claims sync.WaitGroup
	claims.Go(func() { b.claims, failures = runClaims(root) })
	problems = append(problems, b.runPrograms(root, tmp)...)
	claims.Wait()
	return b, append(problems, failures...)
}

var chapterDir = regexp.MustCompile(`^(\d\d|[a-z])-`)

// runPrograms builds all programs at once, which shares what they link, and
// runs each.
func (b *book) runPrograms(root, tmp string) []problem {
	if _, err := start(root, "go", "build", "-o", tmp+"/", "./chapters/...", "./plots"); err != nil {
		return []problem{{"chapters", 0, err.Error()}}
	}
	dirs, err := os.ReadDir(filepath.Join(root, "chapters"))
	if err != nil {
		return []problem{{"chapters", 0, err.Error()}}
	}
	var problems, failures []problem
	var plots sync.WaitGroup
	plots.Go(func() { b.figures, failures = runPlots(root, tmp) })
	for _, d := range dirs {
		if !d.IsDir() || !chapterDir.MatchString(d.Name()) {
			continue
		}
		out, err := start(root, filepath.Join(tmp, d.Name()))
		if err == nil {
			b.chapters[d.Name()], err = readSections(string(out))
		}
		if err != nil {
			problems = append(problems, problem{"chapters/" + d.Name(), 0, err.Error()})
		}
	}
	plots.Wait()
	return append(problems, failures...)
}

func runPlots(root, tmp string) (map[string]figure, []problem) {
	dir := filepath.Join(tmp, "figures")
	if err := os.Mkdir(dir, 0o777); err != nil {
		return nil, []problem{{"plots", 0, err.Error()}}
	}
	if _, err := start(root, filepath.Join(tmp, "plots"), "-out", dir); err != nil {
		return nil, []problem{{"plots", 0, err.Error()}}
	}
	return readFigures(os.DirFS(dir))
}

// runClaims reads the claims and tests them.
func runClaims(root string) ([]claim, []problem) {
	src, err := os.ReadFile(filepath.Join(root, claimsFile))
	if err != nil {
		return nil, []problem{{claimsFile, 0, "cannot be read: " + err.Error()}}
	}
	claims, problems := readClaims(src)
	events, err := start(root, "go", "test", "-json", "-run", ".", ".")
	controls, failure := readControls(events)
	if err != nil {
		return claims, append(problems, problem{claimsFile, 0, failure + err.Error()})
	}
	return claims, append(problems, withControls(claims, controls)...)
}

// start runs a command at the root and returns what it prints.
func start(root, name string, args ...string) ([]byte, error) {
	var out, errs bytes.Buffer
	c := exec.Command(name, args...)
	c.Dir, c.Env = root, cleanEnv(os.Environ())
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		said := strings.TrimSpace(errs.String())
		if errors.Is(err, fs.ErrNotExist) {
			return nil, errors.New("holds no program")
		}
		return out.Bytes(), fmt.Errorf("%w: %s", err, said)
	}
	return out.Bytes(), nil
}

// cleanEnv drops what go test tells a test that runs us alone.
func cleanEnv(env []string) []string {
	var clean []string
	for _, e := range env {
		name, _, _ := strings.Cut(e, "=")
		if name != "GOCOVERDIR" && name != "PWD" {
			clean = append(clean, e)
		}
	}
	return clean
}
