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
	formulas, err := site.Formulas(os.DirFS("../../.."))
	if err == nil {
		err = write(formulas)
	}
	if err != nil {
		log.Fatal("temml: ", err)
	}
}

// write writes what the site needs for the formulas.
func write(formulas []site.Formula) error {
	in, err := json.Marshal(map[string]any{"formulas": formulas, "font": stix2mathregular.TTF})
	if err != nil {
		return err
	}
	node := exec.Command("node", "temml/generate.mjs")
	node.Stdin, node.Stderr = bytes.NewReader(in), os.Stderr
	out, err := node.Output()
	if err != nil {
		return err
	}
	var made struct {
		MathML  []string
		Letters []byte
	}
	if err := json.Unmarshal(out, &made); err != nil {
		return err
	}
	byKey := map[string]string{}
	for i, f := range formulas {
		byKey[f.Key()] = made.MathML[i]
	}
	var text bytes.Buffer
	lines := json.NewEncoder(&text)
	lines.SetEscapeHTML(false)
	lines.SetIndent("", " ")
	if err := lines.Encode(byKey); err != nil {
		return err
	}
	if err := os.WriteFile("formulas.json", text.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile("assets/letters.woff2", made.Letters, 0o644)
}
