package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"crossentropy/info"
)

// Options are what the flags say.
type options struct {
	list    bool
	only    string
	out     string
	relabel string // a file of labels, or - to print one
	formats []format
	symbols []string // nil for the book's
	example
	look
}

const usage = `usage: go run ./plots [flags]

Plots draws the figures of the book, as SVG or in other formats. Four of them
are drawn of a distribution, which can be yours: simplex marks p among all of
three outcomes, code-lengths shows p, cost shows p coded for the model q, and
temperature heats and cools p. Probabilities are decimals or fractions, as in
1/2,1/3,1/6. For an article, one column wide, with the title in the caption:

  go run ./plots -only cost -p 0.7,0.2,0.1 -symbols sun,rain,snow \
      -format pdf,csv -width 84mm -title=false

`

// parse reads the flags. For -h it prints the usage and returns flag.ErrHelp.
func parse(args []string, stdout io.Writer) (options, error) {
	o := options{formats: formats[:1], example: example{words: words, scores: scores}, look: bookLook}
	reserve = nil
	fs := o.flags()
	err := fs.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(stdout, usage)
		fs.SetOutput(stdout)
		fs.PrintDefaults()
	}
	if err == nil && fs.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q; flags begin with -", fs.Arg(0))
	}
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	if given["p"] {
		o.words, o.scores = nil, nil
		if !given["q"] {
			o.q = info.Uniform(o.p.Len())
		}
	}
	if o.symbols != nil {
		o.words = o.symbols
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

// flags returns the flags, which set the options.
func (o *options) flags() *flag.FlagSet {
	fs := flag.NewFlagSet("plots", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	fs.BoolVar(&o.list, "list", false,
		"list the figures, each with its finding and the flags that change what it shows")
	fs.StringVar(&o.only, "only", "", "draw these figures; `names` with commas between them")
	fs.StringVar(&o.out, "out", "", "write into this `folder`, or with - to standard output "+
		"(default docs/figures; the current one for figures that are not the book's)")
	fs.TextVar(&o.p, "p", diary, "the truth, a `distribution`")
	fs.TextVar(&o.q, "q", shorthand, "the model, a `distribution`; uniform where only -p is given")
	fs.Func("symbols", "call the outcomes by these `names`, with commas between them; "+
		"*x* is italic, x_1 has an index", read(&o.symbols, parseSymbols))
	fs.StringVar(&o.relabel, "labels", "",
		"replace texts of the figures by those of this JSON `file`; - prints a file to start from")
	fs.Func("font", "print characters that Liberation Sans lacks in the font of this `file`",
		read(&reserve, readFont))
	fs.Func("format", "write `formats` of svg, pdf, png, eps and csv, with commas between them "+
		"(default svg)", read(&o.formats, parseFormats))
	fs.Func("theme", "draw on `paper` that is light, dark, or auto: in SVG what the reader prefers, "+
		"else light (default auto)", read(&o.theme, parseTheme))
	fs.Func("width", "print at this `width`, as in 84mm or 3.3in; below 132mm laid out for a column "+
		"(default 480pt)", read(&o.width, parseWidth))
	fs.Func("dpi", "give PNG so many `dots` an inch (default 192)", read(&o.dpi, parseDPI))
	fs.BoolVar(&o.title, "title", true,
		"write the finding over the figure; -title=false leaves it to a caption")
	return fs
}

// read returns a flag's function that parses its value into a variable.
func read[T any](into *T, parse func(string) (T, error)) func(string) error {
	return func(s string) (err error) {
		*into, err = parse(s)
		return err
	}
}
