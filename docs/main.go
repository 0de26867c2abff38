// Command docs weaves the book: into docs/*.md and README.md it splices what
// the chapters, the figures and the claims say when they are run.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"

	"crossentropy/docs/internal/check"
	"crossentropy/docs/internal/report"
	"crossentropy/docs/internal/runs"
	"crossentropy/docs/internal/site"
	"crossentropy/docs/internal/weave"
)

const usage = `usage: go run ./docs [-check]
       go run ./docs -site [FOLDER]
       go run ./docs -serve [FOLDER]

Runs every chapter, the plots and the claims, and weaves what they print into
docs/*.md, README.md and docs/figures. If anything is wrong, nothing is written.

  -check    write nothing; list every difference, and fail if there is one
  -site     write the book as it is woven as pages to play with, into FOLDER,
            _site if none is given
  -serve    write them, and show them to browsers on this machine
`

func main() {
	c, err := parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		fmt.Print(usage)
		return
	}
	if err != nil {
		fail(2, err)
	}
	ctx, stop := interruptible(context.Background())
	defer stop()
	said, err := c.run(ctx)
	if err != nil && ctx.Err() != nil {
		err = errors.New("interrupted, and nothing is written")
	}
	if err == nil {
		_, err = fmt.Print(said)
	}
	if err != nil {
		fail(1, err)
	}
}

// A command is what the program is asked for.
type command struct {
	check, site, serve bool
	folder             string // of the site
}

func parse(args []string) (command, error) {
	c := command{folder: "_site"}
	flags := flag.NewFlagSet("docs", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.BoolVar(&c.check, "check", false, "")
	flags.BoolVar(&c.site, "site", false, "")
	flags.BoolVar(&c.serve, "serve", false, "")
	if err := flags.Parse(args); err != nil {
		return c, err
	}
	rest := flags.Args()
	if len(rest) > 0 && (c.site || c.serve) {
		c.folder, rest = rest[0], rest[1:]
	}
	switch {
	case len(rest) > 0:
		return c, fmt.Errorf("unexpected argument %q", rest[0])
	case flags.NFlag() > 1:
		return c, errors.New("-check, -site and -serve are for one at a time")
	}
	return c, nil
}

// interruptible is done when the program is to end, so that it can tidy up first.
func interruptible(ctx context.Context) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
}

// fail ends the program with what is wrong with the book, or with its run.
func fail(status int, err error) {
	var problems report.Problems
	if !errors.As(err, &problems) {
		err = fmt.Errorf("docs: %w", err)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(status)
}

// run does what is asked for with the book of the project around the working directory,
// and sums it up where nothing is wrong.
func (c command) run(ctx context.Context) (string, error) {
	root, err := findRoot()
	if err != nil {
		return "", err
	}
	if c.site || c.serve {
		return c.publish(ctx, root)
	}
	b, err := build(ctx, root, c.check)
	switch {
	case err != nil:
		return "", err
	case c.check:
		return "the book says what its runs print: " + b.Size() + "\n", nil
	}
	return b.Write(ctx, root)
}

// publish writes the site, and shows it until the program is to end, if asked to.
func (c command) publish(ctx context.Context, root string) (string, error) {
	if err := site.Build(ctx, root, c.folder); err != nil {
		return "", err
	}
	if c.site {
		return "the book is in " + filepath.Join(c.folder, "index.html") + "\n", nil
	}
	l, err := net.Listen("tcp", "127.0.0.1:0") // a port that is free
	if err != nil {
		return "", err
	}
	fmt.Printf("the book is at http://%s until you press Ctrl-C\n", l.Addr())
	server := http.Server{Handler: http.FileServer(http.Dir(c.folder))}
	context.AfterFunc(ctx, func() { server.Close() })
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return "", err
	}
	return "", nil
}

// build runs the project and weaves its book in memory. When checking, each
// difference from the pages as they stand is a problem too.
func build(ctx context.Context, root string, checking bool) (*weave.Book, error) {
	out, err := runs.Run(ctx, root)
	if err != nil {
		return nil, err
	}
	results, problems := runs.Read(os.DirFS(root), out)
	if len(problems) > 0 {
		return nil, problems
	}
	b, problems := weave.Pages(results)
	problems = append(problems, check.Book(b)...)
	problems = append(problems, tryCommands(ctx, root, check.Commands(b))...)
	if checking {
		problems = append(problems, b.Differences()...)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return b, nil
}

// tryCommands says which commands of the book fail.
func tryCommands(ctx context.Context, root string, commands []check.Command) (problems report.Problems) {
	var all [][]string
	for _, c := range commands {
		all = append(all, c.Args)
	}
	for i, err := range runs.Try(ctx, root, all) {
		if err != nil {
			problems.Add(commands[i].File, commands[i].Line, "%v", err)
		}
	}
	return problems
}

var moduleLine = regexp.MustCompile(`(?m)^module crossentropy\r?$`)

// findRoot finds the folder of the book's go.mod, here or above.
func findRoot() (string, error) {
	out, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return "", err
	}
	file := strings.TrimSpace(string(out))
	if text, _ := os.ReadFile(file); !moduleLine.Match(text) {
		return "", errors.New("no go.mod of module crossentropy here or above: run in its folder")
	}
	return filepath.Dir(file), nil
}
