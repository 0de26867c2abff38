package weave

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// figureDir is where the figures of the book lie.
const figureDir = "docs/figures/"

// A change is a file that weaving changes. Where there is none, have is nil;
// where there is to be none, want is.
type change struct {
	file       string
	have, want []byte
}

// figureChanges compares the figures drawn with those in docs/figures.
func (b *Book) figureChanges() []change {
	files, _ := fs.Glob(b.Runs.Files, figureDir+"*.svg")
	for name := range b.Runs.Figures {
		files = append(files, figureDir+name+".svg")
	}
	slices.Sort(files)
	var changes []change
	for _, file := range slices.Compact(files) {
		have, _ := fs.ReadFile(b.Runs.Files, file)
		want := b.Runs.Figures[strings.TrimSuffix(path.Base(file), ".svg")].SVG
		if !bytes.Equal(have, want) || want == nil {
			changes = append(changes, change{file, have, want})
		}
	}
	return changes
}

// Write writes what has changed, removes figures that nothing draws, and sums
// that up. Where a file cannot be written, or ctx is done, it changes nothing.
func (b *Book) Write(ctx context.Context, root string) (string, error) {
	figures := b.figureChanges()
	changes := figures
	for _, d := range b.Drafts {
		if d.changed() {
			changes = append(changes, change{d.Page.Path, d.Page.Text, d.Woven.Text})
		}
	}
	if err := write(ctx, root, changes); err != nil {
		return "", err
	}
	return b.summary(len(figures)), nil
}

// write writes every file beside its place, and when all are written, puts them
// there.
func write(ctx context.Context, root string, changes []change) error {
	beside := make([]string, len(changes))
	defer func() {
		for _, name := range beside {
			os.Remove(name) // fails where it was put in its place, as it should
		}
	}()
	for i, c := range changes {
		if c.want == nil {
			continue
		}
		var err error
		if beside[i], err = writeBeside(filepath.Join(root, c.file), c.want); err != nil {
			return fmt.Errorf("cannot write %s: %w", c.file, cause(err))
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var errs []error
	for i, c := range changes {
		if file := filepath.Join(root, c.file); c.want == nil {
			errs = append(errs, os.Remove(file))
		} else {
			errs = append(errs, os.Rename(beside[i], file))
		}
	}
	return errors.Join(errs...)
}

// cause is the error without the name of the file, which is a temporary one.
func cause(err error) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		return of.Err
	}
	return err
}

// writeBeside writes a file in the folder of another, and returns its name.
func writeBeside(file string, text []byte) (string, error) {
	dir := filepath.Dir(file)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(dir, "."+filepath.Base(file)+"-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(text)
	return f.Name(), errors.Join(err, f.Chmod(0o644), f.Close())
}

// summary is a line for each chapter, and for what else has changed.
func (b *Book) summary(figures int) string {
	var s strings.Builder
	for _, d := range b.Drafts {
		state := "unchanged"
		if d.changed() {
			state = "written"
		}
		if c := d.Page.Chapter(); c != "" {
			sections := count(len(b.Runs.Chapters[c]), "section")
			fmt.Fprintf(&s, "%s: %s, %s; %s\n", c, sections, d.contents(), state)
		} else if d.changed() {
			fmt.Fprintf(&s, "%s: written\n", d.Page.Path)
		}
	}
	if figures > 0 {
		fmt.Fprintf(&s, "docs/figures: %s changed\n", count(figures, "figure"))
	}
	return s.String() + "in all: " + b.Size() + "\n"
}

func (d Draft) changed() bool { return !bytes.Equal(d.Page.Text, d.Woven.Text) }

// contents tells how much of each kind is woven into a page.
func (d Draft) contents() string {
	n := map[string]int{}
	claims := map[string]bool{} // boxed or cited, however often
	for _, m := range d.Page.Marks {
		name := m.Kind.Name()
		n[name]++
		if name == "claim" || name == "cite" {
			claims[m.Args[0]] = true
		}
	}
	return fmt.Sprintf("%s, %s, %s, %s", count(n["output"], "output"), count(n["value"], "value"),
		count(n["figure"], "figure"), count(len(claims), "claim"))
}

// Size tells how much of each thing the book has.
func (b *Book) Size() string {
	return fmt.Sprintf("%s, %s, %s", count(len(b.Drafts), "page"),
		count(len(b.Runs.Figures), "figure"), count(len(b.Runs.Claims), "claim"))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
