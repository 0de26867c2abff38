// Command temml writes formulas.json, the MathML of every formula of the book. It needs
// Node, and what package-lock.json says, beside it; go generate brings that.
package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"log"
	"os"
	"os/exec"

	"crossentropy/docs/internal/site"
)

func main() {
	if err := write(os.DirFS("../../.."), "formulas.json"); err != nil {
		log.Fatal("temml: ", err)
	}
}

// write writes the formulas of the book around files into a file.
func write(files fs.FS, to string) error {
	formulas, err := site.Formulas(files)
	if err != nil {
		return err
	}
	in, err := json.Marshal(formulas)
	if err != nil {
		return err
	}
	node := exec.Command("node", "temml/generate.mjs")
	node.Stdin, node.Stderr = bytes.NewReader(in), os.Stderr
	out, err := node.Output()
	if err != nil {
		return err
	}
	var written []string
	if err := json.Unmarshal(out, &written); err != nil {
		return err
	}
	byKey := map[string]string{}
	for i, f := range formulas {
		byKey[f.Key()] = written[i]
	}
	var text bytes.Buffer
	lines := json.NewEncoder(&text)
	lines.SetEscapeHTML(false)
	lines.SetIndent("", " ")
	if err := lines.Encode(byKey); err != nil {
		return err
	}
	return os.WriteFile(to, text.Bytes(), 0o644)
}
