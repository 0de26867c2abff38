package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"crossentropy/info"
)

// A counter counts the bytes of a text of some size, and tells their entropy.
type counter struct {
	name  string
	size  int
	count func() (info.Bits, error)
}

// partSize is how much of the text ent gets, which takes its time.
const partSize = 32e6

// count times this library and ent, by turns, and returns a table of it.
func count(o options, errs io.Writer) (table string, err error) {
	text, kind := textOf(o.bytes, o.seed)
	file, err := temporary(text)
	if err != nil {
		return "", err
	}
	defer discard(file)
	part, err := temporary(text[:min(partSize, len(text))])
	if err != nil {
		return "", err
	}
	defer discard(part)
	counters := []counter{inMemory(text), fromFile(file, len(text))}
	if path, err := exec.LookPath("ent"); err == nil {
		size := min(partSize, len(text))
		counters = append(counters, fromFile(part, size), byEnt(path, part, size))
	}
	rates, err := ratesOf(counters, max(1, o.rounds/20), errs)
	if err != nil {
		return "", err
	}
	return countTable(kind, counters, rates), nil
}

func inMemory(text []byte) counter {
	return counter{"info, in memory", len(text), func() (info.Bits, error) {
		var c info.ByteCounts
		_, err := c.Write(text)
		return c.Entropy(), err
	}}
}

// fromFile reads what the page cache has of the file.
func fromFile(f *os.File, size int) counter {
	buffer := make([]byte, 256<<10)
	return counter{"info, from a file", size, func() (info.Bits, error) {
		var c info.ByteCounts
		// A section, because io.Copy lets an os.File choose its own buffer.
		_, err := io.CopyBuffer(&c, io.NewSectionReader(f, 0, int64(size)), buffer)
		return c.Entropy(), err
	}}
}

// byEnt runs ent, which next to the entropy computes four other numbers.
func byEnt(path string, f *os.File, size int) counter {
	return counter{"ent", size, func() (h info.Bits, err error) {
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			return 0, err
		}
		ent := exec.Command(path, "-t")
		ent.Stdin = f
		said, err := ent.Output()
		if err != nil {
			return 0, fmt.Errorf("ent: %w", err)
		}
		var bytes int
		_, err = fmt.Sscanf(string(said), "0,File-bytes,Entropy,Chi-square,Mean,"+
			"Monte-Carlo-Pi,Serial-Correlation\n1,%d,%f,", &bytes, (*float64)(&h))
		if err != nil || bytes != size {
			return 0, fmt.Errorf("ent printed %q for %d bytes", said, size)
		}
		return h, nil
	}}
}

// ratesOf runs each counter once a round and returns, counter by counter, the
// gigabytes a second of each round.
func ratesOf(counters []counter, rounds int, errs io.Writer) ([][]float64, error) {
	bar := watch(errs, "bytes", rounds*len(counters))
	defer bar.Finish()
	rates := make([][]float64, len(counters))
	for range rounds {
		for i, c := range counters {
			start := time.Now()
			if _, err := c.count(); err != nil {
				return nil, err
			}
			rates[i] = append(rates[i], float64(c.size)/float64(time.Since(start)))
			_ = bar.Add(1)
		}
	}
	return rates, nil
}
