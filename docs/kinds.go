package main

import "fmt"

// A kind of marker: what stands for it, and who weaves that.
type kind struct {
	name   string
	fence  string // the language of the fence after it; "" where <!-- / --> closes
	inline bool
	least  int // how many arguments it takes
	most   int
	form   string
	weave  func(b *book, from string, args []string) (string, error)
}

const words = 1 << 10 // no limit

func kinds() []kind {
	return []kind{
		{"code", "go", false, 2, 2, "code PACKAGE NAME", (*book).code},
		{"output", "console", false, 2, 2, "output CHAPTER SECTION", (*book).output},
		{"value", "", true, 3, words, "value CHAPTER SECTION LABEL… [.PLACES]", (*book).value},
		{"math", "math", false, 3, words, "math CHAPTER SECTION LABEL…", (*book).math},
		{"figure", "", false, 1, 1, "figure NAME", (*book).figure},
		{"claim", "", false, 1, 1, "claim NAME", (*book).claimBox},
		{"cite", "", true, 1, 1, "cite NAME", (*book).cite},
		{"made", "console", false, 0, 0, "made", (*book).made},
		{"verified", "console", false, 0, 0, "verified", (*book).verified},
		{"claims", "", false, 1, 1, "claims CHAPTER-NUMBER", (*book).claimList},
	}
}

func kindOf(name string) (kind, bool) {
	for _, k := range kinds() {
		if k.name == name {
			return k, true
		}
	}
	return kind{}, false
}

func kindNames() []string {
	var names []string
	for _, k := range kinds() {
		names = append(names, k.name)
	}
	return names
}

// text is what the book says for the mark on the page called from.
func (m mark) text(b *book, from string) (string, error) {
	if len(m.args) < m.kind.least || len(m.args) > m.kind.most {
		return "", fmt.Errorf("a marker reads <!-- %s -->", m.kind.form)
	}
	return m.kind.weave(b, from, m.args)
}
