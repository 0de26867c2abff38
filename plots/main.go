// Command plots draws the figures of the book.
//
//	go run ./plots                            all, into docs/figures
//	go run ./plots -list                      their names and findings
//	go run ./plots -only cost -p 0.7,0.2,0.1  one, of a distribution of yours
//	go run ./plots -only bowl -format pdf     one, for an article
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"crossentropy/info"
)

func main() {
	var out bytes.Buffer
	status := run(os.Args[1:], &out, os.Stderr)
	if _, err := out.WriteTo(os.Stdout); err != nil && status == 0 {
		status = fail(os.Stderr, 1, err)
	}
	os.Exit(status)
}

// run is the command. It returns the exit status: 1 where the work failed, 2
// where it was not asked for as usage says.
func run(args []string, stdout, stderr io.Writer) int {
	o, err := parse(args, stdout)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return fail(stderr, 2, err)
	case o.list:
		list(stdout)
		return 0
	}
	if err := o.print(stdout); err != nil {
		return fail(stderr, 1, err)
	}
	return 0
}

// fail writes the error as one line, whatever it quotes.
func fail(stderr io.Writer, status int, err error) int {
	fmt.Fprintln(stderr, "plots: "+strings.ReplaceAll(strings.Replace(err.Error(), ": info: ", ": ", 1), "\n", " "))
	return status
}

// list prints the names of the figures, what they find, and what changes them.
func list(w io.Writer) {
	columns := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, f := range figures {
		fmt.Fprintln(columns, strings.TrimRight(f.name+"\t"+f.title+"\t"+f.takes, "\t"))
	}
	columns.Flush()
}

type options struct {
	list    bool
	only    string
	out     string
	relabel string // a file of labels, or - to print one
	formats []format
	example
	look
}

const usage = `usage: go run ./plots [flags]

Plots draws the figures of the book, as SVG or in other formats. Two of them are
drawn of a distribution, which can be yours: code-lengths shows p, and cost shows
p coded for the model q. Probabilities are decimals or fractions, as in
1/2,1/3,1/6. For an article, one column wide, with the title in the caption:

  go run ./plots -only cost -p 0.7,0.2,0.1 -symbols sun,rain,snow \
      -format pdf,csv -width 84mm -title=false

`

// parse reads the flags. For -h it prints the usage and returns flag.ErrHelp.
func parse(args []string, stdout io.Writer) (options, error) {
	var symbols []string
	o := options{formats: formats[:1], example: example{words: words}, look: bookLook}
	fs := flag.NewFlagSet("plots", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	fs.BoolVar(&o.list, "list", false, "list the figures, each with its finding and the flags that change what it shows")
	fs.StringVar(&o.only, "only", "", "draw these figures; `names` with commas between them")
	fs.StringVar(&o.out, "out", "", "write into this `folder`, or with - to standard output (default docs/figures; the current one for figures that are not the book's)")
	fs.Func("format", "write `formats` of svg, pdf, png, eps and csv, with commas between them (default svg)",
		func(s string) (err error) { o.formats, err = parseFormats(s); return err })
	fs.Func("dpi", "give PNG so many `dots` an inch (default 192)",
		func(s string) (err error) { o.dpi, err = parseDPI(s); return err })
	fs.Func("symbols", "call the outcomes by these `names`, with commas between them; *x* is italic, x_1 has an index",
		func(s string) (err error) { symbols, err = parseSymbols(s); return err })
	fs.StringVar(&o.relabel, "labels", "", "replace texts of the figures by those of this JSON `file`; - prints a file to start from")
	reserve = nil
	fs.Func("font", "print characters that Liberation Sans lacks in the font of this `file`",
		func(s string) (err error) { reserve, err = readFont(s); return err })
	fs.Func("theme", "draw on `paper` that is light, dark, or auto: in SVG what the reader prefers, else light (default auto)",
		func(s string) (err error) { o.theme, err = parseTheme(s); return err })
	fs.Func("width", "print at this `width`, as in 84mm or 3.3in; below 132mm laid out for a column (default 480pt)",
		func(s string) (err error) { o.width, err = parseWidth(s); return err })
	fs.BoolVar(&o.title, "title", true, "write the finding over the figure; -title=false leaves it to a caption")
	fs.TextVar(&o.p, "p", diary, "the truth, a `distribution`")
	fs.TextVar(&o.q, "q", shorthand, "the model, a `distribution`; uniform where only -p is given")
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
	if o.out == "" {
		o.out = "docs/figures"
		if delete(given, "only"); len(given) > 0 { // not the book's
			o.out = "."
		} else if _, missing := os.Stat("docs"); missing != nil && err == nil && !o.list {
			err = errors.New("no folder docs here: run from the root of the project, or name a folder with -out")
		}
	}
	if given["p"] {
		o.words = nil
		if !given["q"] {
			o.q = info.Uniform(o.p.Len())
		}
	}
	if symbols != nil {
		o.words = symbols
	}
	return o, err
}
