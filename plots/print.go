package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"sort"
	"strings"
	"syscall"
	"time"

	"golang.org/x/term"
	"gonum.org/v1/plot/vg"

	"crossentropy/info/data"
	"crossentropy/plots/internal/format"
	"crossentropy/plots/internal/page"
)

// print draws the figures asked for and writes them into the folder, or one to
// w. A figure that cannot be drawn is an error once the others are written, and so is a
// label that none has.
func (o options) print(w io.Writer) error {
	if err := o.agree(); err != nil {
		return err
	}
	var unknown error // labels
	switch {
	case o.labelFile == "-":
		_, err := io.WriteString(w, printLabels(o.texts(o.chosen, o.Look)))
		return err
	case o.labelFile != "":
		var err error
		if o.Labels, unknown, err = o.readLabels(o.labelFile); err != nil {
			return fmt.Errorf("-labels %s: %w", o.labelFile, err)
		}
	}
	if o.out == "-" && (len(o.chosen) != 1 || len(o.formats) != 1) {
		return fmt.Errorf("-out -: want one figure in one format, have %s in %s",
			data.Count(len(o.chosen), "figure"), data.Count(len(o.formats), "format"))
	}
	files, refused := o.files()
	if len(files) > 0 {
		if err := o.deliver(files, w); err != nil {
			return err
		}
	}
	return errors.Join(refused, unknown)
}

// agree returns an error if the parts of the example differ in outcomes, or if no format
// has what is asked of it.
func (o options) agree() error {
	letters := func(f format.Format) bool { return f.Name == "svg" || f.Name == "pdf" }
	if o.Outline && !slices.ContainsFunc(o.formats, letters) {
		return errors.New("-text paths is for svg and pdf, and -format names neither")
	}
	n := o.p.Len()
	p, q := o.source(data.TruthFlags), o.source(data.ModelFlags)
	if inModel := o.q.Len(); inModel != n {
		return fmt.Errorf("%s has %s, %s has %d", q, data.Count(inModel, "outcome"), p, n)
	}
	if o.words != nil && len(o.words) != n {
		return fmt.Errorf("-symbols has %s, %s has %s",
			data.Count(len(o.words), "name"), p, data.Count(n, "outcome"))
	}
	return nil
}

// source is the one of some flags that was given, or else the diary.
func (o options) source(flags []string) string {
	if given := o.own.Given(flags...); len(given) > 0 {
		return "-" + given[0]
	}
	return "the diary"
}

// of is the example that a figure shows: the reader's own, or the book's.
func (o options) of(f figure) example {
	ex := f.inBook()
	if len(o.own) > 0 {
		ex = o.example
	}
	ex.base = o.inBase
	return ex
}

// A file is a figure in a format.
type file struct {
	name string
	data []byte
}

// files prints figures in the formats asked for, before any is written. It leaves out
// those that cannot be drawn in one of them, for whatever reason; refused says why.
func (o options) files() (all []file, refused error) {
	began, isSeen := time.Now(), term.IsTerminal(int(os.Stderr.Fd()))
	var reasons []string
	left := map[string][]string{} // the figures, by the reason
	for i, printed := range o.printing() {
		if isSeen && time.Since(began) > time.Second { // who waits less has nothing to read
			fmt.Fprintf(os.Stderr, "\r%d of %d figures", i, len(o.chosen))
		}
		p := <-printed
		if isSeen {
			fmt.Fprintf(os.Stderr, "\r%20s\r", "")
		}
		if p.lost != "" {
			lost := strings.ReplaceAll(p.lost, "\n", " ")
			fmt.Fprintf(os.Stderr, "plots: %s: %s\n", p.figure, oneLine(lost))
		}
		if p.err != nil {
			why := p.err.Error()
			if left[why] == nil {
				reasons = append(reasons, why)
			}
			left[why] = append(left[why], p.figure)
		}
		all = append(all, p.files...)
	}
	for _, why := range reasons {
		refused = errors.Join(refused, fmt.Errorf("%s: %s", strings.Join(left[why], ", "), why))
	}
	return all, refused
}

// A printout is what comes of a figure: its files, and the names that it has lost.
type printout struct {
	figure, lost string
	files        []file
	err          error
}

// printing prints figures, several at a time for each processor, as some wait for what
// others work out, and returns where they arrive. What takes long begins first.
func (o options) printing() (printouts []chan printout) {
	atWork := make(chan bool, 4*runtime.GOMAXPROCS(0))
	for _, f := range o.chosen {
		if f.early != nil {
			go f.early()
		}
	}
	for _, f := range o.chosen {
		printed := make(chan printout, 1)
		printouts = append(printouts, printed)
		go func() {
			atWork <- true
			printed <- o.printed(f)
			<-atWork
		}()
	}
	return printouts
}

// printed prints one figure in the formats asked for.
func (o options) printed(f figure) printout {
	p, ex := printout{figure: f.name}, o.of(f)
	if p.err = f.check(ex); p.err != nil {
		return p
	}
	drawings, lost := map[bool]*page.Drawing{}, map[bool]string{} // by whether the file has its letters
	for _, in := range o.formats {
		o.HasLetters = in.Name != "svg" || o.Outline
		drawing := drawings[o.HasLetters]
		if drawing == nil {
			if drawing, lost[o.HasLetters], p.err = o.drawn(f, ex); p.err != nil {
				return printout{figure: f.name, err: p.err}
			}
			drawings[o.HasLetters] = drawing
		}
		data, err := in.Print(drawing, o.Options)
		if err != nil {
			return printout{figure: f.name, err: err}
		}
		p.files = append(p.files, file{f.name + "." + in.Name, data})
	}
	p.lost = lost[o.HasLetters]
	if svg, others := lost[false], lost[true]; len(lost) == 2 && svg != others {
		var says []string
		if svg != "" {
			says = append(says, "in svg "+svg)
		}
		if others != "" {
			says = append(says, "in other formats "+others)
		}
		p.lost = strings.Join(says, "; ")
	}
	return p
}

// drawn draws a figure, and says what it has lost.
func (o options) drawn(f figure, ex example) (drawing *page.Drawing, lost string, err error) {
	drawing = f.of(ex, o.Look)
	if o.Height > 0 && drawing.Crowded() != nil {
		why := cmp.Or(drawing.Squeezed(), errors.New("no room for its texts"))
		return nil, "", fmt.Errorf("too low, %w: %s", why, o.leastHeight(f, ex))
	}
	if err := drawing.Squeezed(); err != nil {
		return nil, "", err
	}
	if lost = drawing.Lost(); drawing.LacksRoom() {
		lost += o.roomier(f, ex)
	}
	return drawing, lost, nil
}

// leastHeight says how high a figure can be that was too low.
func (o options) leastHeight(f figure, ex example) string {
	least := leastOf(o.Height, func(height vg.Length) bool {
		o.Height = height
		return f.of(ex, o.Look).Crowded() == nil
	})
	if least == 0 {
		return "leave out -height"
	}
	return fmt.Sprintf("%dmm is the least", least)
}

// roomier says how high or else how wide a figure has room for all, where some height or width has.
func (o options) roomier(f figure, ex example) string {
	isWhole := func(width, height vg.Length) bool {
		look := o.Look
		look.Width, look.Height = width, height
		d := f.of(ex, look)
		return !d.LacksRoom() && (height == 0 || d.Crowded() == nil) // else it is refused
	}
	for _, t := range []struct {
		says    string
		from    vg.Length
		isWhole func(vg.Length) bool
	}{
		{"-height %dmm has room", o.Height, func(height vg.Length) bool { return isWhole(o.Width, height) }},
		{"-width %dmm has room", o.Width, func(width vg.Length) bool { return isWhole(width, o.Height) }},
		{"-width %dmm without -height has room", o.Width, func(width vg.Length) bool { return isWhole(width, 0) }},
	} {
		if least := leastOf(t.from, t.isWhole); least > 0 {
			return "; " + fmt.Sprintf(t.says, least)
		}
	}
	return ""
}

// leastOf returns how many millimetres, from a length on, are enough; 0 where even many are not. As
// more need not be enough where fewer are, it tries few first.
func leastOf(from vg.Length, isEnough func(vg.Length) bool) int {
	const fewest, most = 20, 240
	enough := func(mm int) bool { return isEnough(vg.Length(mm) * vg.Millimeter) }
	first := max(fewest, int(math.Ceil(float64(from/vg.Millimeter))))
	for from, step := first, 1; from <= most; from, step = from+step, 2*step {
		if last := min(from+step-1, most); enough(last) {
			return from + sort.Search(last-from, func(i int) bool { return enough(from + i) })
		}
	}
	return 0
}

// deliver writes the files into the folder and says so on w, or writes one to w.
func (o options) deliver(files []file, w io.Writer) error {
	if o.out == "-" {
		_, err := w.Write(files[0].data)
		return err
	}
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return fmt.Errorf("-out %s: %w", o.out, err)
	}
	signal.Ignore(os.Interrupt, syscall.SIGTERM) // for a moment, so that save leaves no second file
	defer signal.Reset(os.Interrupt, syscall.SIGTERM)
	var wrote []string
	for _, f := range files {
		changed, err := save(filepath.Join(o.out, f.name), f.data)
		switch {
		case err != nil && len(wrote) > 0:
			return fmt.Errorf("-out %s: %w, with %s written before", o.out, err, strings.Join(wrote, ", "))
		case err != nil:
			return fmt.Errorf("-out %s: %w", o.out, err)
		case changed:
			wrote = append(wrote, f.name)
		}
	}
	what := data.Count(len(files)/len(o.formats), "figure")
	if len(o.formats) > 1 {
		what += " as " + data.Count(len(files), "file")
	}
	if len(files) <= 3 { // whoever draws few may have files of such names
		var names []string
		for _, f := range files {
			names = append(names, f.name)
		}
		what = strings.Join(names, ", ")
	}
	said := "unchanged"
	if len(wrote) > 0 {
		said = fmt.Sprint(len(wrote), " written")
	}
	fmt.Fprintf(w, "plots: %s in %s, %s\n", what, o.out, said)
	return nil
}

// save makes data the contents of a file, whole or not at all: it writes a
// second file and renames it. A file that holds data already is left alone.
func save(path string, data []byte) (changed bool, err error) {
	if stat, err := os.Stat(path); err == nil && stat.Mode().IsRegular() && stat.Size() == int64(len(data)) {
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			return false, nil
		}
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err == nil {
		defer os.Remove(tmp.Name()) // fails once it is renamed, as it should
		_, err = tmp.Write(data)
		err = errors.Join(err, tmp.Chmod(0o644), tmp.Close())
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	var of *fs.PathError
	var between *os.LinkError
	switch { // which name the second file
	case errors.As(err, &of):
		err = fmt.Errorf("%s: %w", filepath.Base(path), of.Err)
	case errors.As(err, &between):
		err = fmt.Errorf("%s: %w", filepath.Base(path), between.Err)
	}
	return err == nil, err
}
