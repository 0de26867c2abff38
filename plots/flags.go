package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/format"
	"crossentropy/plots/internal/page"
)

// Options are what the flags say.
type options struct {
	list      bool
	only      string
	out       string
	labelFile string     // a file of labels, or - to print one
	own       data.Flags // distributions that are not the book's
	formats   []format.Format
	inBase    base     // of logarithms
	bins      binning  // of forecasts; none where none is given
	chosen    []figure // to draw: the named ones, or all that show what the flags give, or one of a table
	example            // the reader's own, where there is any
	page.Look
	format.Options
	failed bool // the usage is right, but a value, a name or what is to be read is wrong: status 1
}

// bookLook is how the figures of the book look.
var bookLook = page.Look{Width: page.Width, Title: true}

const usage = `usage: go run ./plots [flags]

Plots draws the figures of the book, as SVG or in other formats. Those for which
-list names -p or -q are drawn of distributions, which can be yours: cost shows p
coded for the model q, say, and bowl shows a coin p under all models of it. A
distribution is given by probabilities, by counts, or by a text to count. Where
one is given and no figure named, all are drawn that listen to it and suit it.
What listens to -p listens to -counts and -count, and what listens to -q to
-model-counts and -model. For an article, one column wide, with the title in the
caption:

  go run ./plots -only cost -p 0.7,0.2,0.1 -symbols sun,rain,snow \
      -format pdf,csv -width 84mm -title=false

Those for which -list names -data and columns are drawn of a table of yours, as
spreadsheets save it, whose first line names these columns, among others or not:

  go run ./plots -only reliability -data forecasts.csv

A figure that cannot be drawn, of these numbers, names or letters, is left out in all
formats. The others are written, and the exit status is 1.

`

// parse reads the flags. For -h it prints the usage and returns flag.ErrHelp.
func parse(args []string, stdout io.Writer) (options, error) {
	o := options{
		formats: format.All[:1], example: diaryExample,
		Look: bookLook, Options: format.Options{Theme: "auto", DPI: 192},
	}
	fs := o.flags()
	if err := o.readArguments(fs, args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Fprint(stdout, usage)
			fs.SetOutput(stdout)
			fs.PrintDefaults()
		}
		return o, err
	}
	if len(o.own) == 0 && data.HasText(os.Stdin) {
		return o, errors.New("nothing reads the text on standard input: -count words - counts it")
	}
	if err := o.useOwn(); err != nil {
		return o, err
	}
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	if given["only"] && o.only == "" { // and not all of them
		return o, errors.New("-only names no figure: -list prints their names")
	}
	if o.out != "" || o.list {
		return o, nil
	}
	if delete(given, "only"); len(given) > 0 { // not the book's
		o.out = "."
		return o, nil
	}
	o.out = "docs/figures"
	if _, err := os.Stat("docs"); err != nil {
		return o, errors.New("no folder docs here: run from the root of the project, " +
			"or name a folder with -out")
	}
	return o, nil
}

// readArguments reads the flags, and after -count the name of a file.
func (o *options) readArguments(fs *flag.FlagSet, args []string) error {
	for {
		if err := fs.Parse(args); err != nil || fs.NArg() == 0 {
			return err
		}
		if !o.own.TakeFile(fs.Arg(0)) {
			return fmt.Errorf("unexpected argument %q; flags begin with -", fs.Arg(0))
		}
		args = fs.Args()[1:]
	}
}

// useOwn puts what the reader gives in the place of the book's example, and picks the
// figures that show it. It is an error to name a figure that there is not.
func (o *options) useOwn() (err error) {
	if o.chosen, err = choose(o.only); err != nil {
		o.failed = true
		return err
	}
	if err := o.checkListening(); err != nil {
		return err
	}
	if file, given := o.own["data"]; given {
		return o.readData(file)
	}
	switch {
	case o.bins.n > 0:
		return errors.New("-bins goes with -data, a table of forecasts")
	case len(o.own) > 0:
		if err := o.readOwn(); err != nil {
			return err
		}
	}
	o.pickListening()
	return nil
}

// readOwn reads the distributions that the reader gives.
func (o *options) readOwn() error {
	own, err := o.own.Read()
	o.failed = err != nil && !errors.As(err, new(data.UsageError))
	if err != nil {
		return err
	}
	if own.P.Len() > 0 {
		o.example = example{p: own.P, q: info.Uniform(own.P.Len())}
	}
	if own.Q.Len() > 0 {
		o.q = own.Q
	}
	if unit, _, counted := strings.Cut(o.own["count"], " "); counted {
		o.unit = strings.TrimSuffix(unit, "s")
	}
	return o.nameOutcomes(own.Names)
}

// nameOutcomes calls the outcomes by names in markup, which only a reader writes.
func (o *options) nameOutcomes(names []string) error {
	written, byReader := o.own["symbols"]
	switch {
	case names == nil:
		return nil
	case !byReader:
		o.words = nil
		for _, name := range names {
			o.words = append(o.words, page.Literal(name)) // which is of a file, and no markup
		}
		return nil
	}
	for i, name := range names {
		if page.PlainText(name) == "" {
			o.failed = true
			return fmt.Errorf("invalid value %q for flag -symbols: name %d is empty", written, i+1)
		}
	}
	o.words, o.unit = names, ""
	return nil
}

// flags returns the flags, which set the options.
func (o *options) flags() *flag.FlagSet {
	fs := flag.NewFlagSet("plots", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	fs.BoolFunc("list", "list the figures, each with its finding and the flags that change what it\nshows",
		read(o, &o.list, parseBool))
	fs.StringVar(&o.only, "only", "", "draw these figures; `names` with commas between them")
	fs.StringVar(&o.out, "out", "", "write into this `folder`, or with - to standard output\n"+
		"(default docs/figures; the current one for figures that are not the book's)")
	o.declareData(fs)
	o.declareLook(fs)
	return fs
}

// declareData adds the flags that change what figures show.
func (o *options) declareData(fs *flag.FlagSet) {
	o.own = data.Flags{}
	o.own.Declare(fs, diary, shorthand)
	fs.Lookup("symbols").Usage += ";\n*x* is italic, x_1 has an index"
	o.own.Add(fs, "data", "draw the one figure that -only names of the table in this `file`, in the columns\n"+
		"that -list names; - is standard input")
	fs.Func("bins", "sort forecasts into `N` bins of equal width, or with equal:N of equal counts (default 10)",
		func(s string) error {
			o.own["bins"] = s
			return read(o, &o.bins, parseBins)(s)
		})
	fs.Func("base", "take logarithms to this `base`: 2, for bits, or e, for nats (default 2)",
		read(o, &o.inBase.e, either("2", "e")))
}

// declareLook adds the flags that change how they look.
func (o *options) declareLook(fs *flag.FlagSet) {
	fs.StringVar(&o.labelFile, "labels", "",
		"replace texts of the figures by those of this JSON `file`, in which {n} is any number;\n"+
			"for a text that no figure says, the exit status is 1, once the figures are written;\n"+
			"- prints a file to start from")
	fs.Func("decimal", "write numbers with a decimal `mark`, a point or a comma (default .);\n"+
		"CSV keeps points", read(o, &o.Comma, either(".", ",")))
	fs.Func("font", "set texts in the font of this `file`, the first where there are several, and what\n"+
		"it lacks in Liberation Sans; its italic, its bold and its bold italic can follow, with\n"+
		"commas between the files, or else others stand in for them", read(o, &o.Fonts, readFonts))
	fs.Func("text", "write letters in svg and pdf as `text`, or as paths, which need no font\n"+
		"(default text)", read(o, &o.Outline, either("text", "paths")))
	fs.Func("format", "write `formats` of svg, pdf, png, eps and csv, with commas between them\n"+
		"(default svg)", read(o, &o.formats, parseFormats))
	fs.Func("theme", "draw on `paper` that is light, dark, or auto: in SVG what the reader\n"+
		"prefers, else light (default auto)", read(o, &o.Theme, parseTheme))
	fs.Func("width", "print at this `width`, as in 84mm or 3.3in; below 132mm laid out for a column\n"+
		"(default 480pt)", read(o, &o.Width, parseWidth))
	fs.Func("height", "print at this `height` (default what the figure needs at its width)",
		read(o, &o.Height, parseHeight))
	fs.Func("dpi", "give PNG so many `dots` an inch (default 192)", read(o, &o.DPI, parseDPI))
	fs.BoolFunc("title", "write the finding over the figure; -title=false leaves it out (default true)",
		read(o, &o.Title, parseBool))
}

// read returns a flag's function that parses its value into a variable.
func read[T any](o *options, into *T, parse func(string) (T, error)) func(string) error {
	return func(s string) (err error) {
		*into, err = parse(s)
		o.failed = err != nil
		return err
	}
}

// splitList splits a list at its commas.
func splitList(list string) []string {
	names := strings.Split(list, ",")
	for i, name := range names {
		names[i] = strings.TrimSpace(name)
	}
	return names
}

// pick returns those of all that a list names, in the order of all, or the first
// name that none of them has, in quotation marks.
func pick[T any](all []T, nameOf func(T) string, list string) (picked []T, unknown string) {
	names := splitList(list)
	for _, x := range all {
		isIts := func(name string) bool { return name == nameOf(x) }
		if slices.ContainsFunc(names, isIts) {
			picked, names = append(picked, x), slices.DeleteFunc(names, isIts)
		}
	}
	if len(names) > 0 {
		return nil, strconv.Quote(names[0])
	}
	return picked, ""
}

// parseFormats returns the formats named, in their own order.
func parseFormats(list string) ([]format.Format, error) {
	formats, unknown := pick(format.All, func(f format.Format) string { return f.Name }, list)
	if unknown != "" {
		return nil, fmt.Errorf("no format %s; there are svg, pdf, png, eps and csv", unknown)
	}
	return formats, nil
}

// either returns a function that reads one of two words, and says whether it is the second.
func either(first, second string) func(string) (bool, error) {
	return func(s string) (bool, error) {
		if s != first && s != second {
			return false, fmt.Errorf("want %s or %s", first, second)
		}
		return s == second, nil
	}
}

// parseBool reads the value of a flag that needs none.
func parseBool(s string) (bool, error) {
	b, err := strconv.ParseBool(s)
	if err != nil {
		return false, errors.New("want true or false")
	}
	return b, nil
}

func parseTheme(s string) (string, error) {
	if !slices.Contains([]string{"light", "dark", "auto"}, s) {
		return "", errors.New("want light, dark or auto")
	}
	return s, nil
}

// parseDPI reads a resolution.
func parseDPI(s string) (int, error) {
	const least, most = 36, 2400
	dpi, err := strconv.Atoi(s)
	if err != nil || dpi < least || dpi > most {
		return 0, fmt.Errorf("want a whole number from %d to %d", least, most)
	}
	return dpi, nil
}

// parseWidth reads how wide a figure is to be in print.
func parseWidth(s string) (vg.Length, error) {
	w, err := parseLength(s)
	const most = 1000 * vg.Millimeter
	switch {
	case err != nil:
		return 0, err
	case w < page.LeastWidth:
		return 0, fmt.Errorf("labels would be smaller than %d pt; %.0fmm is the least",
			page.SmallestPrint, page.LeastWidth/vg.Millimeter)
	case w > most:
		return 0, errors.New("1000mm is the most")
	}
	return w, nil
}

// parseHeight reads how high a figure is to be in print.
func parseHeight(s string) (vg.Length, error) {
	const least, most = 20, 1000 // mm
	h, err := parseLength(s)
	if err == nil && (h < least*vg.Millimeter || h > most*vg.Millimeter) {
		err = fmt.Errorf("want %dmm to %dmm", least, most)
	}
	return h, err
}

// parseLength reads a length with its unit.
func parseLength(s string) (vg.Length, error) {
	units := map[string]vg.Length{"mm": vg.Millimeter, "cm": vg.Centimeter, "in": vg.Inch, "pt": 1}
	unit := s[max(0, len(s)-2):]
	x, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(s, unit)), 64)
	if units[unit] == 0 || err != nil || !(math.Abs(x) < math.Inf(1)) {
		return 0, errors.New("want a length with its unit, as in 84mm or 3.3in")
	}
	return units[unit] * vg.Length(x), nil
}
