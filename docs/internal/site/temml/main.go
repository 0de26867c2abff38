// Command temml writes formulas.json, the MathML of every formula of the book, and the
// letters of STIX Two Math that it needs. The work is done by generate.mjs, in Node, with
// what package-lock.json says.
package main

import (
	"bytes"
	"encoding/json"
	"log"
	"os"
	"os/exec"

	"codeberg.org/go-fonts/stix/stix2mathregular"

	"crossentropy/docs/internal/site"
)

func main() {
	if err := write(); err != nil {
		log.Fatal("temml: ", err)
	}
}

func write() error {
	formulas, err := site.Formulas(os.DirFS("../../.."))
	if err != nil {
		return err
	}
	in, err := json.Marshal(map[string]any{"formulas": formulas, "font": stix2mathregular.TTF})
	if err != nil {
		return err
	}
	node := exec.Command("node", "temml/generate.mjs")
	node.Stdin, node.Stderr = bytes.NewReader(in), os.Stderr
	return node.Run()
}
