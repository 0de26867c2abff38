package main

import "os"

// temporary returns an open file with the text in it. It has no name any more, so
// that nothing is left of it however the run ends; where the system keeps the name
// of an open file, discard removes it.
func temporary(text []byte) (*os.File, error) {
	f, err := os.CreateTemp("", "bench-*")
	if err != nil {
		return nil, err
	}
	_ = os.Remove(f.Name())
	if _, err := f.Write(text); err != nil {
		discard(f)
		return nil, err
	}
	return f, nil
}

func discard(f *os.File) {
	_ = f.Close()
	_ = os.Remove(f.Name())
}
