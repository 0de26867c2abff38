package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// A file is a figure in a format.
type file struct {
	name string
	data []byte
}

// files prints figures in the formats asked for, before any is written. It
// leaves out the figures that cannot be drawn of the example; refused says why.
func (o options) files(figures []figure) (all []file, refused, err error) {
	pr := newProgress(len(figures) * len(o.formats))
	defer pr.end()
	for _, f := range figures {
		if err := f.check(o.example); err != nil {
			refused = fmt.Errorf("%s: %w", f.name, err)
			continue
		}
		for _, in := range o.formats {
			data, err := in.print(edition{f, o.example, o.look})
			if err != nil {
				return nil, nil, fmt.Errorf("%s: %w", f.name, err)
			}
			all = append(all, file{f.name + "." + in.name, data})
			pr.step()
		}
	}
	return all, refused, nil
}

// save writes the files into the folder, and returns how many were not there.
func (o options) save(files []file) (changed int, err error) {
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return 0, err
	}
	for _, f := range files {
		differs, err := save(filepath.Join(o.out, f.name), f.data)
		if err != nil {
			return 0, err
		}
		if differs {
			changed++
		}
	}
	return changed, nil
}

// save makes data the contents of a file, whole or not at all: it writes a
// second file and renames it. A file that holds data already is left alone.
func save(path string, data []byte) (changed bool, err error) {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return false, nil
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return false, err
	}
	defer os.Remove(tmp.Name()) // fails once it is renamed, as it should
	_, err = tmp.Write(data)
	if err == nil {
		err = tmp.Chmod(0o644)
	}
	if closing := tmp.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	return err == nil, err
}
