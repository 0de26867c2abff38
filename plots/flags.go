package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"
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
	closer    bool     // losses may be drawn once more, closer up
	made      []figure // of the reader's table; nil where none is given
	example            // the reader's own, where there is any
	page.Look
	format.Options
	refused bool // a flag that there is has a value that it cannot have
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
		formats: format.All[:1], example: diaryExample, closer: true,
		Look: bookLook, Options: format.Options{Theme: "auto", DPI: 192},
	}
	fs := o.flags()
	err := o.readArguments(fs, args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(stdout, usage)
		fs.SetOutput(stdout)
		fs.PrintDefaults()
	}
	if err == nil && len(o.own) == 0 && data.HasText(os.Stdin) {
		err = errors.New("nothing reads the text on standard input: -count words - counts it")
	}
	if err == nil {
		err = o.useOwn()
	}
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	if err == nil && given["only"] && o.only == "" { // and not all of them
		err = errors.New("-only names no figure: -list prints their names")
	}
	if o.out != "" || o.list || err != nil {
		return o, err
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
func (o *options) useOwn() error {
	if _, err := choose(o.only); err != nil {
		o.refused = true
		return err
	}
	if err := o.checkListening(); err != nil {
		return err
	}
	if len(o.own) == 0 {
		o.pickListening()
		return nil
	}
	if file, given := o.own["data"]; given {
		return o.readData(file)
	}
	if o.bins.n > 0 {
		return errors.New("-bins goes with -data, a table of forecasts")
	}
	if o.own["closer"] != "" {
		return errors.New("-closer goes with -data, a table of losses")
	}
	own, err := o.own.Read()
	o.refused = err != nil && !errors.As(err, new(data.UsageError))
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
	if err := o.nameOutcomes(own.Names); err != nil {
		return err
	}
	o.pickListening()
	return nil
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
			o.refused = true
			return fmt.Errorf("invalid value %q for flag -symbols: name %d is empty", written, i+1)
		}
	}
	o.words, o.unit = names, ""
	return nil
}

// checkListening returns an error if a figure that is named does not listen to all of
// the flags given.
func (o *options) checkListening() error {
	if o.only == "" {
		return nil
	}
	named, _ := choose(o.only) // an unknown name is an error later
	for _, f := range named {
		for _, flag := range o.changing() {
			if !f.listens(flag) {
				why := ""
				if flag == "base" {
					why = ", as its unit is fixed or it has none"
				}
				return fmt.Errorf("figure %s does not listen to -%s%s; these do: %s",
					f.name, flag, why, listening(flag))
			}
		}
	}
	return nil
}

// changing are the flags given that change what a figure shows.
func (o *options) changing() []string {
	flags := slices.Sorted(maps.Keys(o.own))
	if o.inBase.e {
		flags = append(flags, "base")
	}
	return flags
}

// pickListening picks the figures that listen to one of the flags given and suit what
// they give, if none is named.
func (o *options) pickListening() {
	if o.only != "" || len(o.changing()) == 0 {
		return
	}
	var listening []string
	for _, f := range figures {
		suits := f.misfit == nil || f.misfit(o.of(f)) == nil
		if o.inBase.e && !f.listens("base") {
			suits = false
		}
		if suits && (len(o.own) == 0 || slices.ContainsFunc(slices.Collect(maps.Keys(o.own)), f.listens)) {
			listening = append(listening, f.name)
		}
	}
	o.only = strings.Join(listening, ",")
}

// flags returns the flags, which set the options.
func (o *options) flags() *flag.FlagSet {
	fs := flag.NewFlagSet("plots", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	fs.BoolVar(&o.list, "list", false,
		"list the figures, each with its finding and the flags that change what it\nshows")
	fs.StringVar(&o.only, "only", "", "draw these figures; `names` with commas between them")
	fs.StringVar(&o.out, "out", "", "write into this `folder`, or with - to standard output\n"+
		"(default docs/figures; the current one for figures that are not the book's)")
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
	fs.BoolFunc("closer", "draw losses once more, closer up (default where their lowest is hard to see);\n"+
		"-closer=false leaves this panel out, and so does a low -height in a column",
		func(s string) error {
			o.own["closer"] = s
			return read(o, &o.closer, func(s string) (bool, error) {
				closer, err := strconv.ParseBool(s)
				if err != nil {
					err = errors.New("want true or false")
				}
				return closer, err
			})(s)
		})
	fs.StringVar(&o.labelFile, "labels", "",
		"replace texts of the figures by those of this JSON `file`, in which {n} is any number;\n"+
			"for a text that no figure says, the exit status is 1, once the figures are written;\n"+
			"- prints a file to start from")
	fs.Func("decimal", "write numbers with a decimal `mark`, a point or a comma (default .);\n"+
		"CSV keeps points", read(o, &o.Comma, parseDecimal))
	fs.Func("font", "set texts in the font of this `file`, the first where there are several, and what\n"+
		"it lacks in Liberation Sans; its italic, its bold and its bold italic can follow, with\n"+
		"commas between the files, or else others stand in for them", read(o, &o.Fonts, readFonts))
	fs.Func("text", "write letters in svg and pdf as `text`, or as paths, which need no font\n"+
		"(default text)", read(o, &o.Outline, parseText))
	fs.Func("format", "write `formats` of svg, pdf, png, eps and csv, with commas between them\n"+
		"(default svg)", read(o, &o.formats, parseFormats))
	fs.Func("theme", "draw on `paper` that is light, dark, or auto: in SVG what the reader\n"+
		"prefers, else light (default auto)", read(o, &o.Theme, parseTheme))
	fs.Func("width", "print at this `width`, as in 84mm or 3.3in; below 132mm laid out for a column\n"+
		"(default 480pt)", read(o, &o.Width, parseWidth))
	fs.Func("height", "print at this `height` (default what the figure needs at its width)",
		read(o, &o.Height, parseHeight))
	fs.Func("base", "take logarithms to this `base`: 2, for bits, or e, for nats (default 2)",
		read(o, &o.inBase, parseBase))
	fs.Func("dpi", "give PNG so many `dots` an inch (default 192)", read(o, &o.DPI, parseDPI))
	fs.BoolVar(&o.Title, "title", true,
		"write the finding over the figure; -title=false leaves it out")
	return fs
}

// read returns a flag's function that parses its value into a variable.
func read[T any](o *options, into *T, parse func(string) (T, error)) func(string) error {
	return func(s string) (err error) {
		*into, err = parse(s)
		o.refused = err != nil
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
		if slices.Contains(names, nameOf(x)) {
			picked = append(picked, x)
		}
	}
	for _, name := range names {
		if !slices.ContainsFunc(all, func(x T) bool { return nameOf(x) == name }) {
			return nil, strconv.Quote(name)
		}
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

// parseText reports whether letters are to be shapes.
func parseText(s string) (outline bool, err error) {
	if s != "text" && s != "paths" {
		return false, errors.New("want text or paths")
	}
	return s == "paths", nil
}

func parseTheme(s string) (string, error) {
	if !slices.Contains([]string{"light", "dark", "auto"}, s) {
		return "", errors.New("want light, dark or auto")
	}
	return s, nil
}

// parseDecimal says whether the decimal mark is a comma.
func parseDecimal(s string) (bool, error) {
	if s != "." && s != "," {
		return false, errors.New("want . or ,")
	}
	return s == ",", nil
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

// readFonts reads the first font of each file of a list: a regular font, its italic, its
// bold and its bold italic, which go by the name of the regular one.
func readFonts(list string) (fonts font.Collection, err error) {
	styles := []font.Font{
		{},
		{Style: xfont.StyleItalic},
		{Weight: xfont.WeightBold},
		{Style: xfont.StyleItalic, Weight: xfont.WeightBold},
	}
	files := splitList(list)
	if len(files) > len(styles) {
		return nil, errors.New("want at most a regular font, its italic, its bold and its bold italic")
	}
	for i, file := range files {
		face, family, err := readFont(file)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			family = string(fonts[0].Font.Typeface)
		}
		styles[i].Typeface, styles[i].Variant = font.Typeface(family), "Sans"
		fonts = append(fonts, font.Face{Font: styles[i], Face: face})
	}
	return fonts, nil
}

// readFont reads the first font of a file, and what its family is called, in characters
// that can stand between quotation marks.
func readFont(path string) (face *opentype.Font, family string, err error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, "", err
	}
	fonts, err := opentype.ParseCollection(file)
	if err != nil {
		return nil, "", fmt.Errorf("%s is no font in TrueType or OpenType: %w", path, err)
	}
	face, err = fonts.Font(0)
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", path, err)
	}
	family, err = face.Name(nil, sfnt.NameIDFamily)
	family = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || strings.ContainsRune(`\'"`, r) {
			return -1
		}
		return r
	}, family)
	if err != nil || family == "" {
		return nil, "", fmt.Errorf("%s: the font has no name", path)
	}
	return face, family, nil
}
