package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// write writes what has changed, and removes figures that nothing draws. All is
// on the disk under other names before the first file takes its own.
func (w work) write(root string) error {
	if err := os.MkdirAll(filepath.Join(root, figureDir), 0o777); err != nil {
		return err
	}
	staged := map[string]string{}
	defer func() {
		for tmp := range staged {
			os.Remove(tmp) // gone already where it is renamed
		}
	}()
	for file, text := range w.changed() {
		tmp, err := stage(filepath.Join(root, file), text)
		staged[tmp] = filepath.Join(root, file)
		if err != nil {
			return err
		}
	}
	for tmp, file := range staged {
		if err := os.Rename(tmp, file); err != nil {
			return err
		}
	}
	for _, file := range superfluous(w.book) {
		if err := os.Remove(filepath.Join(root, file)); err != nil {
			return err
		}
	}
	return nil
}

// changed is the files that differ from those in the project.
func (w work) changed() map[string][]byte {
	files := map[string][]byte{}
	for _, d := range w.drafts {
		if string(d.text) != string(d.woven.text) {
			files[d.path] = d.woven.text
		}
	}
	for name, f := range w.book.figures {
		file := figureDir + name + ".svg"
		if have, err := fs.ReadFile(w.book.files, file); err != nil || string(have) != string(f.svg) {
			files[file] = f.svg
		}
	}
	return files
}

// stage writes a text beside the file that it will become.
func stage(file string, text []byte) (tmp string, err error) {
	f, err := os.CreateTemp(filepath.Dir(file), ".weave-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(text)
	return f.Name(), errors.Join(err, f.Chmod(0o644), f.Close())
}

// summary is a line for each chapter, and for what else has changed. It looks
// at the project as it is, so it comes before write.
func (w work) summary() string {
	var b strings.Builder
	for _, d := range w.drafts {
		state := "unchanged"
		if string(d.text) != string(d.woven.text) {
			state = "written"
		}
		if d.chapter() != "" {
			fmt.Fprintf(&b, "%s; %s\n", w.book.holds(d.page), state)
		} else if state == "written" {
			fmt.Fprintf(&b, "%s: written\n", d.path)
		}
	}
	if n := len(figureDifferences(w.book)); n > 0 {
		fmt.Fprintf(&b, "docs/figures: %s changed\n", count(n, "figure"))
	}
	return b.String() + "in all: " + w.book.size() + "\n"
}
