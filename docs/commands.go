package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// What a reader may copy from a page: a chapter's program with its sections, a
// figure, a claim.
var (
	chapterRun = regexp.MustCompile("go run \\./chapters/([\\w-]+)([^`\\n]*)")
	figureRun  = regexp.MustCompile(`go run \./plots [^` + "`" + `\n]*-only ([\w,-]+)`)
	claimRun   = regexp.MustCompile(`-run '(\w+)\$'`)
)

// deadCommands reports commands that name what there is none of.
func (b *book) deadCommands(p page) []finding {
	var found []finding
	report := func(at int, err error) {
		if err != nil {
			found = append(found, finding{at, err.Error()})
		}
	}
	for _, m := range chapterRun.FindAllSubmatchIndex(p.text, -1) {
		report(m[0], b.chapterCommand(string(p.text[m[2]:m[3]]), strings.Fields(string(p.text[m[4]:m[5]]))))
	}
	for _, m := range figureRun.FindAllSubmatchIndex(p.text, -1) {
		for name := range strings.SplitSeq(string(p.text[m[2]:m[3]]), ",") {
			if _, ok := b.figures[name]; !ok {
				report(m[0], missing("figure", name, "", slices.Sorted(maps.Keys(b.figures))))
			}
		}
	}
	for _, m := range claimRun.FindAllSubmatchIndex(p.text, -1) {
		test := string(p.text[m[2]:m[3]])
		if !slices.ContainsFunc(b.claims, func(c claim) bool { return c.test == test }) {
			report(m[0], fmt.Errorf("no claim is tested by %s", test))
		}
	}
	return found
}

// chapterCommand checks the name of a chapter and the sections that it is to run.
func (b *book) chapterCommand(chapter string, args []string) error {
	if _, ok := b.chapters[chapter]; !ok {
		return missing("chapter", chapter, "", slices.Sorted(maps.Keys(b.chapters)))
	}
	for i, arg := range args {
		flag := strings.HasPrefix(arg, "-")
		if flag || i > 0 && strings.HasPrefix(args[i-1], "-") {
			continue // a flag, or its value
		}
		if _, err := b.section(chapter, arg); err != nil {
			return err
		}
	}
	return nil
}
