package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"crossentropy/info/data"
)

// choose returns the figures named, in the order of the book; all where none is.
func choose(only string) ([]figure, error) {
	if only == "" {
		return figures, nil
	}
	chosen, unknown := pick(figures, func(f figure) string { return f.name }, only)
	if unknown != "" {
		return nil, fmt.Errorf("-only: no figure %s; -list lists them", unknown)
	}
	return chosen, nil
}

// listens says whether the figure shows what a flag gives.
func (f figure) listens(flag string) bool {
	takes := strings.Fields(f.takes)
	switch {
	case flag == "data":
		return f.columns != ""
	case flag == "bins":
		return f.bins.n > 0
	case slices.Contains(data.TruthFlags, flag), flag == "add":
		flag = "p"
	case slices.Contains(data.ModelFlags, flag):
		flag = "q"
	}
	return slices.Contains(takes, "-"+flag)
}

// listening are the names of the figures that show what a flag gives.
func listening(flag string) string {
	var names []string
	for _, f := range figures {
		if f.listens(flag) {
			names = append(names, f.name)
		}
	}
	return strings.Join(names, ", ")
}

// checkListening returns an error if a figure that is named does not listen to all of
// the flags given.
func (o *options) checkListening() error {
	if o.only == "" {
		return nil
	}
	for _, f := range o.chosen {
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

// pickListening leaves, where no figure is named, those that listen to -base, if it is given, and
// to one of the other flags, and suit what they give.
func (o *options) pickListening() {
	if o.only != "" || len(o.changing()) == 0 {
		return
	}
	own := slices.Collect(maps.Keys(o.own))
	o.chosen = slices.DeleteFunc(slices.Clone(o.chosen), func(f figure) bool {
		return o.inBase.e && !f.listens("base") ||
			len(own) > 0 && !slices.ContainsFunc(own, f.listens) ||
			f.misfit != nil && f.misfit(o.of(f)) != nil
	})
}
